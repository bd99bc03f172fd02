using System.IO.Compression;
using System.Security.Cryptography;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Formats.TerrainTiles;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Formats;

public sealed class TileFetchTests : IDisposable
{
    private const string Path = "/srtm/N44/N44E005.hgt.gz";

    private static readonly byte[] Tile = MakeTile();

    private readonly string _folder = System.IO.Path.Combine(Directory.CreateTempSubdirectory("bulwark-fetch-").FullName, "tiles");
    private readonly TileServer _server = new(new Dictionary<string, byte[]>(StringComparer.Ordinal) { [Path] = Tile, ["/srtm/N44/N44E006.hgt.gz"] = [1, 2, 3] });

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(System.IO.Path.GetDirectoryName(_folder)!, recursive: true);
    }

    [Fact]
    public async Task Tiles_come_missing_ones_are_remembered_and_nothing_is_fetched_twice()
    {
        var shares = new List<double>();
        var summary = await Fetch(43, 5, 45, 6).FetchAsync(shares.Add, TestContext.Current.CancellationToken);
        Assert.Equal(["N44E005.hgt.gz"], summary.Fetched);
        Assert.Equal(["N43E005"], summary.Missing);
        Assert.Equal(Tile.Length, summary.ReceivedBytes);
        Assert.Equal(Tile, File.ReadAllBytes(InFolder("N44E005.hgt.gz")));
        Assert.Equal(1, shares[^1]);
        Assert.Equal(shares.Order(), shares);
        Assert.False(Directory.Exists(InFolder(".partial")));
        Assert.Equal(7, TileStore.Open(_folder).HeightM(double.DegreesToRadians(44.5), double.DegreesToRadians(5.5)));

        var requests = _server.Requests.Count;
        summary = await Fetch(43, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(["N44E005.hgt.gz"], summary.Present);
        Assert.Equal(["N43E005"], summary.Missing);
        Assert.Equal(requests, _server.Requests.Count);
    }

    [Fact]
    public async Task A_cut_connection_is_continued_where_it_stopped()
    {
        _server.Cuts.Enqueue(1000);
        _server.Cuts.Enqueue(500);
        var summary = await Fetch(44, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(Tile, File.ReadAllBytes(InFolder("N44E005.hgt.gz")));
        Assert.Equal(Tile.Length, summary.ReceivedBytes);
        Assert.Equal([Path, Path + " bytes=1000-", Path + " bytes=1500-"], _server.Requests);
    }

    [Fact]
    public async Task What_was_received_is_kept_for_the_next_call_and_dropped_when_the_tile_has_changed()
    {
        for (var i = 0; i < 2; i++) _server.Cuts.Enqueue(700);
        await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 5, 45, 6, attempts: 2).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(InFolder("N44E005.hgt.gz")));
        _server.Tag = "\"two\"";
        await Fetch(44, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(Path + " bytes=1400-", _server.Requests[^1]);
        Assert.Equal(Tile, File.ReadAllBytes(InFolder("N44E005.hgt.gz")));
    }

    [Fact]
    public async Task Errors_of_the_other_side_are_tried_again_a_bounded_number_of_times()
    {
        foreach (var code in new[] { 503, 500, 429 }) _server.Failures.Enqueue(code);
        await Fetch(44, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken);
        Assert.Equal(4, _server.Requests.Count);

        File.Delete(InFolder("N44E005.hgt.gz"));
        for (var i = 0; i < 10; i++) _server.Failures.Enqueue(503);
        var error = await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("503", error.Message, StringComparison.Ordinal);
        Assert.Equal(8, _server.Requests.Count);
    }

    [Fact]
    public async Task A_refusal_is_not_tried_again()
    {
        for (var i = 0; i < 4; i++) _server.Failures.Enqueue(403);
        var error = await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 5, 45, 6).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("403", error.Message, StringComparison.Ordinal);
        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task A_wrong_checksum_and_rubbish_never_become_tiles()
    {
        var wrong = new Dictionary<string, string>(StringComparer.Ordinal) { ["N44E005.hgt.gz"] = new('0', 64) };
        var error = await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 5, 45, 6, checksums: wrong).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("SHA-256", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 6, 45, 7).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("not a terrain tile", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories));

        var right = new Dictionary<string, string>(StringComparer.Ordinal) { ["N44E005.hgt.gz"] = Convert.ToHexString(SHA256.HashData(Tile)) };
        Assert.Single((await Fetch(44, 5, 45, 6, checksums: right).FetchAsync(null, TestContext.Current.CancellationToken)).Fetched);
    }

    [Fact]
    public async Task Too_much_is_refused()
    {
        var error = await Assert.ThrowsAsync<TileFetchException>(() => Fetch(44, 5, 45, 6, mostBytes: 1000).FetchAsync(null, TestContext.Current.CancellationToken));
        Assert.Contains("1000 bytes", error.Message, StringComparison.Ordinal);
        Assert.Contains("at most", Assert.Throws<TileFetchException>(() => Fetch(-60, -180, 60, 180)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_stops_when_asked()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Fetch(44, 5, 45, 6).FetchAsync(null, stop.Token));
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public void Names_and_corners_are_those_of_the_sources()
    {
        Assert.Equal("S17W180", TileSource.Srtm.NameOf(-17, -180));
        Assert.Equal("Copernicus_DSM_COG_10_N44_00_E005_00_DEM", TileSource.Glo30.NameOf(44, 5));
        Assert.Equal("Copernicus_DSM_COG_30_S01_00_W072_00_DEM", TileSource.Glo90.NameOf(-1, -72));
        Assert.Equal([(-17, 179), (-17, -180)], Fetch(-16.6, 179.5, -16.4, 180.5).Corners);
        Assert.Equal([(44, 5)], Fetch(44, 5, 45, 6).Corners);
    }

    [Fact]
    public void The_verb_fetches_and_tells_about_tiles()
    {
        var fetched = Command.Run("terrain", "fetch", _folder, "--area", "43,5,45,6", "--address", _server.Address + "/srtm/{band}/{name}.hgt.gz", "--quiet");
        Assert.Equal(0, fetched.ExitCode);
        Assert.Contains("1 tiles fetched", fetched.Output, StringComparison.Ordinal);
        Assert.Contains("N43E005", fetched.Output, StringComparison.Ordinal);

        var info = Command.Run("terrain", "info", _folder, "--json", "--quiet");
        Assert.Equal(0, info.ExitCode);
        var tile = info.Json()["tiles"]![0]!;
        Assert.Equal(1201, (int)tile["rows"]!);
        Assert.Equal(1, (long)tile["unknownPosts"]!);
        Assert.Equal(7, (double)tile["lowestM"]!);
        Assert.Contains("unknown", Command.Run("terrain", "info", _folder, "--quiet").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_verb_refuses_what_it_cannot_use()
    {
        Command.Run("terrain", "fetch", _folder).IsRefused("--area");
        Command.Run("terrain", "fetch", _folder, "--area", "43,5,45").IsRefused("--area", "SOUTH,WEST");
        Command.Run("terrain", "fetch", _folder, "--at", "44,5", "--radius", "-3 km").IsRefused("--radius");
        Command.Run("terrain", "fetch", _folder, "--at", "44,5", "--source", "moon").IsRefused("srtm, glo30, glo90");
        Command.Run("terrain", "fetch", _folder, "--at", "44,5", "--address", "ftp://x/{name}").IsRefused("http");
        Command.Run("terrain", "info", _folder).IsRefused("no such file or folder");
        Assert.False(Directory.Exists(_folder));
    }

    private static byte[] MakeTile()
    {
        // 1201 x 1201 posts of 7 m, the first unknown.
        var heights = new byte[1201 * 1201 * 2];
        for (var i = 1; i < heights.Length; i += 2) heights[i] = 7;
        (heights[0], heights[1]) = (0x80, 0);
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(heights);
        return packed.ToArray();
    }

    private string InFolder(string name) => System.IO.Path.Combine(_folder, name);

    private TileFetcher Fetch(double south, double west, double north, double east, int attempts = 4, long mostBytes = 1 << 24, Dictionary<string, string>? checksums = null) => new(new TileFetchOptions
    {
        Source = TileSource.Srtm,
        Area = new GeodeticBox(double.DegreesToRadians(south), double.DegreesToRadians(west), double.DegreesToRadians(north), double.DegreesToRadians(east)),
        Folder = _folder,
        Address = _server.Address + "/srtm/{band}/{name}.hgt.gz",
        Attempts = attempts,
        MaximumTileBytes = mostBytes,
        Checksums = checksums ?? new Dictionary<string, string>(StringComparer.Ordinal),
        RetryPause = TimeSpan.FromMilliseconds(5),
        Patience = TimeSpan.FromSeconds(20),
    });
}
