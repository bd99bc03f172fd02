using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Terrain;

/// <summary>Real tiles against heights that other programs read from them.</summary>
public sealed class RealTileTests(ITestOutputHelper output)
{
    private static readonly double HalfMillionth = double.DegreesToRadians(0.5e-6);

    /// <summary>The expected values are rounded to centimetres and the places to a millionth of a degree, which on a steep slope is a decimetre of height.</summary>
    [Theory]
    [InlineData("N44E005.hgt.gz", "N44E005.points.csv")]
    [InlineData("etopo5_aegean_turkey_blacksea.tif", "etopo5_aegean_turkey_blacksea.points.csv")]
    [InlineData("etopo5_iberia_valencia.tif", "etopo5_iberia_valencia.points.csv")]
    public void Heights_at_the_published_points_are_right(string tile, string points)
    {
        var store = TileStore.Open(TerrainData.File(tile));
        var (voids, worst, nearestWorst) = (0, 0.0, 0.0);
        foreach (var (latitude, longitude, nearest, bilinear) in TerrainData.Points(points))
        {
            var (latitudeRad, longitudeRad) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
            var height = store.HeightM(latitudeRad, longitudeRad);
            if (double.IsNaN(bilinear))
            {
                voids++;
                Assert.True(double.IsNaN(height), $"{latitude} {longitude}: {height} instead of unknown");
            }
            else
            {
                worst = Math.Max(worst, Math.Abs(height - bilinear));
                var rounding = 0.0;
                foreach (var (north, east) in new[] { (1, 1), (1, -1), (-1, 1), (-1, -1) })
                    rounding = Math.Max(rounding, Math.Abs(store.HeightM(latitudeRad + (north * HalfMillionth), longitudeRad + (east * HalfMillionth)) - height));
                Assert.Equal(bilinear, height, 0.0051 + rounding);
            }

            if (double.IsNaN(nearest)) continue;
            var raster = (ElevationRaster)store.ReadWindow(new GeodeticBox(latitudeRad, longitudeRad, latitudeRad, longitudeRad), 0).Grid;
            var grid = (ElevationGrid)raster;
            var row = (int)Math.Round((grid.NorthLatitudeRad - latitudeRad) / grid.LatitudeStepRad);
            var column = (int)Math.Round((longitudeRad - grid.WestLongitudeRad) / grid.LongitudeStepRad);
            nearestWorst = Math.Max(nearestWorst, Math.Abs(grid.RowHeightsM(row)[column] - nearest));
        }

        output.WriteLine($"{tile}: worst bilinear {worst:0.000} m, worst post {nearestWorst:0.000} m, {voids} void");
        Assert.Equal(0, nearestWorst);
    }

    [Fact]
    public void The_tile_is_what_its_origin_says()
    {
        var store = TileStore.Open(TerrainData.File("N44E005.hgt.gz"));
        var tile = Assert.Single(store.Tiles);
        Assert.Equal((1201, 1201, TileFormat.Hgt, VerticalDatum.Egm96), (tile.Rows, tile.Columns, tile.Format, tile.Datum));
        var grid = store.ReadWindow(tile.Box, 0).Grid;
        Assert.Equal((1201, 1201), (grid.Rows, grid.Columns));
        Assert.Equal(4822, grid.UnknownPosts);
        var (low, high, at) = (float.MaxValue, float.MinValue, 0);
        for (var i = 0; i < grid.HeightsM.Length; i++)
        {
            if (grid.HeightsM[i] < low) low = grid.HeightsM[i];
            if (grid.HeightsM[i] > high) (high, at) = (grid.HeightsM[i], i);
        }

        Assert.Equal((32f, 2757f), (low, high));
        var top = grid.PostAt(at / grid.Columns, at % grid.Columns);
        Assert.Equal(44.77417, top.LatitudeDeg, 1e-5);
        Assert.Equal(5.84, top.LongitudeDeg, 1e-5);
        Assert.Equal(4822 / (1201.0 * 1201), grid.UnknownShare, 12);
    }

    [Fact]
    public void Dted_and_hgt_of_one_area_have_the_same_posts()
    {
        var hgt = TileStore.Open(TerrainData.File("N44E005.hgt.gz"));
        var dted = TileStore.Open(TerrainData.File("n44_e005.dt1.gz"));
        var (a, b) = (hgt.ReadWindow(hgt.Tiles[0].Box, 0).Grid, dted.ReadWindow(dted.Tiles[0].Box, 0).Grid);
        Assert.Equal((a.Rows, a.Columns), (b.Rows, b.Columns));
        Assert.Equal(a.NorthLatitudeRad, b.NorthLatitudeRad, 12);
        Assert.Equal(0, b.UnknownPosts);
        var same = 0;
        for (var i = 0; i < a.HeightsM.Length; i++)
        {
            if (a.HeightsM[i] == b.HeightsM[i]) same++;
        }

        Assert.Equal((1201 * 1201) - 4822, same);
    }

    /// <summary>GDAL resampled the tile to UTM: posts read there, and heights between them by its own reader.</summary>
    [Fact]
    public void The_UTM_raster_agrees_with_GDAL_at_every_place()
    {
        var path = TerrainData.File("ventoux_utm31_90m.tif");
        var store = TileStore.Open(path);
        var tile = Assert.Single(store.Tiles);
        Assert.Equal((1200, 833, 31, 90.0), (tile.Rows, tile.Columns, tile.UtmZone, tile.SpacingM));
        var places = new List<GeodeticPoint>();
        for (var latitude = 44.05; latitude < 44.97; latitude += 0.0317)
        {
            for (var longitude = 5.06; longitude < 5.94; longitude += 0.0411) places.Add(GeodeticPoint.FromDegrees(latitude, longitude));
        }

        // Nearest posts: ours are read at the middle of the pixel that GDAL names.
        var input = string.Join('\n', places.Select(static place => string.Create(CultureInfo.InvariantCulture, $"{place.LongitudeDeg:R} {place.LatitudeDeg:R}"))) + "\n";
        var lines = PeerProgram.Ask("gdallocationinfo", ["-valonly", "-wgs84", path], input);
        Assert.Equal(places.Count, lines.Length);
        var projection = TransverseMercator.Utm(31, isNorth: true);
        for (var i = 0; i < places.Count; i++)
        {
            var plane = projection.Forward(places[i]);
            var post = new ProjectedPoint((Math.Floor((plane.EastingM - 661_000) / 90) * 90) + 661_045, 4_985_000 - (Math.Floor((4_985_000 - plane.NorthingM) / 90) * 90) - 45);
            var place = projection.Inverse(post);
            Assert.Equal(double.Parse(lines[i], CultureInfo.InvariantCulture), store.HeightM(place.LatitudeRad, place.LongitudeRad), 1e-3);
        }
    }

    /// <summary>The two were resampled from one tile: bilinear once more, they differ by the smoothing of a 90 m raster, a few metres in steep ground.</summary>
    [Fact]
    public void The_UTM_raster_lies_where_the_geographic_tile_does()
    {
        var utm = TileStore.Open(TerrainData.File("ventoux_utm31_90m.tif"));
        var dted = TileStore.Open(TerrainData.File("n44_e005.dt1.gz"));
        var (sum, squares, count) = (0.0, 0.0, 0);
        for (var latitude = 44.05; latitude < 44.97; latitude += 0.007)
        {
            for (var longitude = 5.06; longitude < 5.94; longitude += 0.007)
            {
                var (latitudeRad, longitudeRad) = (double.DegreesToRadians(latitude), double.DegreesToRadians(longitude));
                var difference = utm.HeightM(latitudeRad, longitudeRad) - dted.HeightM(latitudeRad, longitudeRad);
                (sum, squares, count) = (sum + difference, squares + (difference * difference), count + 1);
            }
        }

        output.WriteLine($"{count} places: mean {sum / count:0.00} m, rms {Math.Sqrt(squares / count):0.00} m");
        Assert.InRange(Math.Abs(sum / count), 0, 0.5);
        Assert.InRange(Math.Sqrt(squares / count), 0, 6);
    }
}
