using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Terrain;

public sealed class TileStoreTests
{
    [Fact]
    public void Voids_are_unknown_and_heights_below_the_sea_are_heights()
    {
        using var scratch = new Scratch();
        scratch.Write("N31E035.hgt", TileBytes.Hgt(static (row, column) => row == 600 && column == 600 ? (short)-32768 : (short)-430));
        var store = TileStore.Open(scratch.Folder);
        Assert.Equal(-430, At(store, 31.25, 35.25));
        Assert.True(double.IsNaN(At(store, 31.5, 35.5)));
        Assert.True(double.IsNaN(At(store, 31.5 + (0.5 / 1200), 35.5)));
        Assert.True(double.IsNaN(At(store, 32.5, 35.5)));
        var window = store.ReadWindow(GeodeticBox.Around(GeodeticPoint.FromDegrees(31.5, 35.5), 5000), 0);
        Assert.Equal(1, window.Grid.UnknownPosts);
        Assert.Contains("unknown", window.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void What_no_tile_covers_is_unknown_and_counted()
    {
        using var scratch = new Scratch();
        scratch.Write("N44E005.hgt", TileBytes.Hgt(static (_, _) => 100));
        var window = TileStore.Open(scratch.Folder).ReadWindow(Box(44, 5, 45, 7), 1000);
        Assert.InRange(window.Grid.UnknownShare, 0.47, 0.53);
        Assert.True(double.IsNaN(window.Grid.HeightM(double.DegreesToRadians(44.5), double.DegreesToRadians(6.5))));
        Assert.Equal(100, window.Grid.HeightM(double.DegreesToRadians(44.5), double.DegreesToRadians(5.5)));
        Assert.Single(window.Tiles);
    }

    [Fact]
    public void The_finest_tile_wins_with_its_voids()
    {
        using var scratch = new Scratch();
        scratch.Write("coarse.tif", TileBytes.GeoTiff(46, 4, 0.05, 61, 61, static (_, _) => 7));
        scratch.Write("deep/er/N44E005.hgt", TileBytes.Hgt(static (row, _) => row == 300 ? (short)-32768 : (short)50));
        var store = TileStore.Open(scratch.Folder);
        Assert.Equal(TileFormat.Hgt, store.Tiles[0].Format);
        Assert.Equal(50, At(store, 44.5, 5.5));
        Assert.Equal(7, At(store, 45.5, 5.5));
        Assert.True(double.IsNaN(At(store, 44.75, 5.5)));
        var grid = store.ReadWindow(Box(43.5, 4.5, 45.5, 6.5), 2000).Grid;
        for (var latitude = 43.6; latitude < 45.4; latitude += 0.083)
        {
            foreach (var longitude in new[] { 4.6, 5.31, 6.4 })
            {
                var post = grid.PostAt((int)Math.Round((grid.NorthLatitudeRad - double.DegreesToRadians(latitude)) / grid.LatitudeStepRad), (int)Math.Round((double.DegreesToRadians(longitude) - grid.WestLongitudeRad) / grid.LongitudeStepRad));
                Assert.Equal(store.HeightM(post.LatitudeRad, post.LongitudeRad), post.HeightM, 1e-4);
            }
        }
    }

    /// <summary>Tiles whose posts stop one short of the next tile's, as those of Copernicus do: the ground in between is known.</summary>
    [Fact]
    public void Between_tiles_that_stop_a_post_apart_heights_are_interpolated()
    {
        using var scratch = new Scratch();
        scratch.Write("north.tif", TileBytes.GeoTiff(46, 5, 0.1, 10, 10, static (row, column) => (short)((row * 10) + column)));
        scratch.Write("south.tif", TileBytes.GeoTiff(45, 5, 0.1, 10, 10, static (row, column) => (short)(((row + 10) * 10) + column)));
        scratch.Write("east.tif", TileBytes.GeoTiff(46, 6, 0.1, 10, 10, static (row, column) => (short)((row * 10) + column + 10)));
        var store = TileStore.Open(scratch.Folder);
        Assert.Equal(95, At(store, 45.05, 5.0), 1e-6);
        Assert.Equal(97.5, At(store, 45.05, 5.25), 1e-6);
        Assert.Equal(9.5, At(store, 46, 5.95), 1e-6);
        Assert.True(double.IsNaN(At(store, 45.05, 5.95)), "the fourth corner is missing");
        var grid = store.ReadWindow(Box(44.2, 5.1, 45.9, 5.8), 5000).Grid;
        Assert.Equal(0, grid.UnknownPosts);
    }

    [Fact]
    public void Tiles_meet_at_the_antimeridian_and_windows_cross_it()
    {
        using var scratch = new Scratch();
        scratch.Write("S17E179.hgt", TileBytes.Hgt(static (_, column) => (short)column));
        scratch.Write("S17W180.hgt", TileBytes.Hgt(static (_, column) => (short)(column + 1200)));
        var store = TileStore.Open(scratch.Folder);
        Assert.Equal(1200, At(store, -16.5, 180), 1e-6);
        Assert.Equal(1200, At(store, -16.5, -180), 1e-6);
        Assert.Equal(1260, At(store, -16.5, -179.95), 1e-4);
        Assert.Equal(1140, At(store, -16.5, 179.95), 1e-4);
        var window = store.ReadWindow(GeodeticBox.Around(GeodeticPoint.FromDegrees(-16.5, 179.99), 20_000), 200);
        Assert.Equal(2, window.Tiles.Length);
        Assert.Equal(0, window.Grid.UnknownPosts);
        Assert.Equal(1320, window.Grid.HeightM(double.DegreesToRadians(-16.5), double.DegreesToRadians(-179.9)), 0.01);
    }

    [Fact]
    public void The_pole_lies_in_a_window()
    {
        using var scratch = new Scratch();
        scratch.Write("world.tif", TileBytes.GeoTiff(90, -180, 1, 181, 360, static (row, _) => (short)row));
        var store = TileStore.Open(scratch.Folder);
        Assert.Equal(0, At(store, 90, 33));
        Assert.Equal(90, At(store, 0, 179.5), 1e-6);
        Assert.Equal(180, At(store, -90, -33));
        foreach (var latitude in new[] { 89.9, -89.9 })
        {
            var grid = store.ReadWindow(GeodeticBox.Around(GeodeticPoint.FromDegrees(latitude, 20), 100_000), 5_000).Grid;
            Assert.True(grid.GoesAround);
            Assert.Equal(0, grid.UnknownPosts);
            Assert.Equal(latitude > 0 ? 0.1 : 179.9, grid.HeightM(double.DegreesToRadians(latitude), double.DegreesToRadians(-140)), 0.01);
        }
    }

    [Fact]
    public void Mixed_datums_are_refused()
    {
        using var scratch = new Scratch();
        scratch.Write("a.tif", TileBytes.GeoTiff(46, 5, 0.1, 10, 10, static (_, _) => 1));
        scratch.Write("b.tif", TileBytes.GeoTiff(45, 5, 0.1, 10, 10, static (_, _) => 1, vertical: 4979));
        var error = Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Folder));
        Assert.Contains("a.tif", error.Message, StringComparison.Ordinal);
        Assert.Contains("b.tif", error.Message, StringComparison.Ordinal);
        Assert.Contains("ellipsoid", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MSL", "WGS72", "WGS72")]
    [InlineData("E84", "WGS84", "E84")]
    public void Dted_on_another_datum_is_refused(string vertical, string horizontal, string word)
    {
        using var scratch = new Scratch();
        var error = Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Write("a.dt0", TileBytes.Dted("0050000E", "0440000N", 6, 5, static (_, _) => 1, vertical, horizontal))));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Dted_keeps_signs_voids_and_missing_columns()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("a.dt0", TileBytes.Dted("0050000W", "0440000S", 6, 5, static (row, column) => (row, column) == (2, 1) ? -32767 : (100 * row) - (300 * column), partial: "60", records: 3));
        var store = TileStore.Open(path);
        Assert.Equal(-44, double.RadiansToDegrees(store.Tiles[0].Box.SouthRad), 1e-9);
        Assert.Equal(-5, double.RadiansToDegrees(store.Tiles[0].Box.WestRad), 1e-9);

        // 60.0 seconds between posts.
        Assert.Equal(-600 + 500, At(store, -44, -5 + (2 / 60.0)), 1e-6);
        Assert.True(double.IsNaN(At(store, -44 + (3 / 60.0), -5 + (1 / 60.0))));
        Assert.True(double.IsNaN(At(store, -44, -5 + (3 / 60.0))));
        Assert.Equal(13, store.ReadWindow(store.Tiles[0].Box, 0).Grid.UnknownPosts);
    }

    [Fact]
    public void A_wrong_checksum_is_refused()
    {
        using var scratch = new Scratch();
        var bytes = TileBytes.Dted("0050000E", "0440000N", 6, 5, static (_, _) => 1);
        bytes[3428 + 10] ^= 1;
        var store = TileStore.Open(scratch.Write("a.dt0", bytes));
        Assert.Contains("checksum", Assert.Throws<TerrainException>(() => At(store, 44.01, 5.01)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_cache_stays_within_its_bound_and_threads_read_the_same()
    {
        using var scratch = new Scratch();
        for (var i = 0; i < 6; i++)
        {
            var number = i;
            scratch.Write($"N44E00{i}.hgt", TileBytes.Hgt((_, _) => (short)(number * 10)));
        }

        const int tileBytes = 1201 * 1201 * 4;
        var store = TileStore.Open(scratch.Folder, new TileStoreOptions { CacheBytes = 2 * tileBytes });
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => Assert.Equal(i % 6 * 10, At(store, 44.5, (i % 6) + 0.5)));
        Assert.InRange(store.CachedBytes, tileBytes, 2 * tileBytes);

        var box = Box(44.1, 0.1, 44.3, 5.9);
        var one = TileStore.Open(scratch.Folder, new TileStoreOptions { Threads = 1 }).ReadWindow(box, 300).Grid;
        var many = store.ReadWindow(box, 300).Grid;
        Assert.True(one.HeightsM.SequenceEqual(many.HeightsM));
    }

    [Fact]
    public void A_huge_raster_is_read_in_parts()
    {
        using var scratch = new Scratch();
        var path = scratch.Write("huge.tif", TileBytes.GeoTiff(45, 5, 0.0001, 5000, 4000, static (row, column) => (short)((row / 2) + (column / 4)), compression: 8));
        var store = TileStore.Open(path, new TileStoreOptions { CacheBytes = 1 << 20 });
        foreach (var (row, column) in new[] { (0, 0), (2048, 2048), (2047, 2049), (4999, 3999), (4096, 100) })
            Assert.Equal((row / 2) + (column / 4), At(store, 45 - (row * 0.0001), 5 + (column * 0.0001)), 0.01);
        Assert.Equal(0, store.ReadWindow(Box(44.51, 5.01, 44.99, 5.39), 100).Grid.UnknownPosts);
        Assert.InRange(store.CachedBytes, 0, 2049L * 2049 * 4);
    }

    [Fact]
    public void Too_large_a_window_and_an_empty_folder_are_refused()
    {
        using var scratch = new Scratch();
        Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Folder));
        Assert.Throws<TerrainException>(() => TileStore.Open(scratch.Path("nowhere")));
        scratch.Write("N44E005.hgt", TileBytes.Hgt(static (_, _) => 1));
        var store = TileStore.Open(scratch.Folder);
        Assert.Throws<TerrainException>(() => store.ReadWindow(Box(-80, -170, 80, 170), 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => store.ReadWindow(Box(44, 5, 45, 6), double.NaN));
    }

    private static double At(TileStore store, double latitude, double longitude) => store.HeightM(double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));

    private static GeodeticBox Box(double south, double west, double north, double east) =>
        new(double.DegreesToRadians(south), double.DegreesToRadians(west), double.DegreesToRadians(north), double.DegreesToRadians(east));
}
