using System.Diagnostics;
using Bulwark.Core.Randomness;
using Bulwark.Core.Terrain;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Terrain;

/// <summary>Cut, bent and malicious tiles: only typed errors, in little time and memory.</summary>
public sealed class HostileTileTests(ITestOutputHelper output)
{
    private static readonly TileStoreOptions Small = new() { MaximumWindowPosts = 100_000, MaximumTileBytes = 1 << 24, Threads = 1 };

    private static readonly (string Name, byte[] Content)[] Tiles =
    [
        ("a.dt0", TileBytes.Dted("0050000E", "0440000N", 6, 5, static (row, column) => row - (3 * column))),
        ("a.tif", TileBytes.GeoTiff(44, 5, 0.1, 12, 9, static (row, column) => (short)(row * column))),
        ("b.tif", TileBytes.GeoTiff(44, 5, 0.1, 12, 9, static (row, column) => (short)(row * column), compression: 8)),
        ("c.tif.gz", TileBytes.Gzip(TileBytes.GeoTiff(44, 5, 0.1, 12, 9, static (row, column) => (short)(row * column)))),
    ];

    [Fact]
    public void A_tile_cut_anywhere_is_refused()
    {
        using var scratch = new Scratch();
        foreach (var (name, content) in Tiles)
        {
            var (cuts, refused) = (0, 0);
            for (var length = 0; length < content.Length; length += Math.Max(1, content.Length / 100))
            {
                cuts++;
                if (!Survives(scratch.Write(name, content[..length]))) refused++;
            }

            // A GeoTIFF keeps nothing behind its last value, a gzip file its length: no cut goes unnoticed.
            output.WriteLine($"{name}: {refused} of {cuts} cuts refused");
            Assert.Equal(cuts, refused);
        }
    }

    [Fact]
    public void Bent_tiles_give_typed_errors_only()
    {
        using var scratch = new Scratch();
        var clock = Stopwatch.StartNew();
        var random = new RandomStream(20, 0, 0, (RandomPurpose)1);
        foreach (var (name, content) in Tiles)
        {
            var refused = 0;
            for (var turn = 0; turn < 500; turn++)
            {
                var bent = (byte[])content.Clone();
                for (var changes = 1 + (random.NextUInt32() % 4); changes > 0; changes--)
                {
                    var at = (int)(random.NextUInt32() % (uint)bent.Length);
                    bent[at] = (random.NextUInt32() % 4) switch
                    {
                        0 => (byte)random.NextUInt32(),
                        1 => 0,
                        2 => 0xFF,
                        _ => (byte)(bent[at] ^ (1 << (int)(random.NextUInt32() % 8))),
                    };
                }

                if (!Survives(scratch.Write(name, bent))) refused++;
            }

            output.WriteLine($"{name}: {refused} of 500 refused, {clock.Elapsed.TotalSeconds:0.0} s");
            Assert.InRange(refused, 20, 500);
        }

        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 120);
    }

    [Fact]
    public void A_decompression_bomb_is_refused_before_it_unpacks()
    {
        using var scratch = new Scratch();
        var bomb = TileBytes.Gzip(new byte[1 << 26]);
        var error = Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Write("bomb.tif.gz", bomb), Small));
        Assert.Contains("at most", error.Message, StringComparison.Ordinal);

        // One that lies about its length.
        bomb[^4] = bomb[^3] = bomb[^1] = 0;
        bomb[^2] = 1;
        error = Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Write("liar.tif.gz", bomb), Small));
        Assert.Contains("gzip", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("N44E005.hgt", "25934402")]
    [InlineData("N44X005.hgt", "corner")]
    [InlineData("N99E005.hgt", "corner")]
    [InlineData("N44E005.hgt.gz", "2884802")]
    [InlineData("x.dt1", "UHL1")]
    [InlineData("x.tif", "II or MM")]
    public void Rubbish_is_said_to_be_rubbish(string name, string word)
    {
        using var scratch = new Scratch();
        var error = Assert.Throws<TerrainException>(() => Read(scratch.Write(name, new byte[5000])));
        Assert.Contains(name, error.Message, StringComparison.Ordinal);
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_real_tile_is_refused()
    {
        using var scratch = new Scratch();
        var whole = File.ReadAllBytes(TerrainData.File("N44E005.hgt.gz"));
        foreach (var length in new[] { 10, 1000, whole.Length / 2, whole.Length - 1, whole.Length - 8 })
            Assert.Throws<TerrainException>(() => Read(scratch.Write("N44E005.hgt.gz", whole[..length])));
        whole[whole.Length / 2] ^= 0x55;
        Assert.Throws<TerrainException>(() => Read(scratch.Write("N44E005.hgt.gz", whole)));
    }

    private static bool Survives(string path)
    {
        try
        {
            Read(path);
            return true;
        }
        catch (TerrainException error)
        {
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static void Read(string path)
    {
        var store = TileStore.Open(path, Small);
        store.HeightM(double.DegreesToRadians(43.5), double.DegreesToRadians(5.3));
        if (Path.GetExtension(path) == ".gz" || path.EndsWith(".hgt", StringComparison.Ordinal)) store.HeightM(double.DegreesToRadians(44.5), double.DegreesToRadians(5.3));
        store.ReadWindow(store.Tiles[0].Box, Math.Max(store.SpacingM, 1000));
    }
}
