using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;

namespace Bulwark.Core.Tests.Terrain;

public sealed class ElevationGridTests
{
    private static readonly double Degree = double.DegreesToRadians(1);

    [Fact]
    public void Heights_are_bilinear_between_posts_and_exact_on_them()
    {
        var grid = Grid(41, 10, 1, 2, 2, [10, 20, 30, 60]);
        Assert.Equal(10, grid.HeightM(41 * Degree, 10 * Degree));
        Assert.Equal(60, grid.HeightM(40 * Degree, 11 * Degree), 1e-9);

        // (10 + 20 + 30 + 60) / 4 in the middle; a quarter east and half south: 0.375 * 10 + 0.125 * 20 + 0.375 * 30 + 0.125 * 60.
        Assert.Equal(30, grid.HeightM(40.5 * Degree, 10.5 * Degree), 1e-6);
        Assert.Equal(25, grid.HeightM(40.5 * Degree, 10.25 * Degree), 1e-6);
    }

    [Fact]
    public void Outside_is_unknown()
    {
        var grid = Grid(41, 10, 1, 2, 2, [1, 2, 3, 4]);
        foreach (var (latitude, longitude) in new[] { (41.01, 10.5), (39.99, 10.5), (40.5, 9.99), (40.5, 11.01), (double.NaN, 10.5), (40.5, double.NaN) })
            Assert.True(double.IsNaN(grid.HeightM(latitude * Degree, longitude * Degree)), $"{latitude} {longitude}");
    }

    [Fact]
    public void A_corner_that_is_unknown_makes_the_height_unknown_unless_it_has_no_weight()
    {
        var grid = Grid(42, 10, 1, 3, 3, [float.NaN, 2, 3, 4, 5, 6, 7, 8, 9]);
        Assert.True(double.IsNaN(grid.HeightM(41.5 * Degree, 10.5 * Degree)));
        Assert.True(double.IsNaN(grid.HeightM(42 * Degree, 10 * Degree)));
        Assert.Equal(2, grid.HeightM(42 * Degree, 11 * Degree), 1e-9);
        Assert.Equal(4.5, grid.HeightM(41 * Degree, 10.5 * Degree), 1e-6);
        Assert.Equal(1, grid.UnknownPosts);
        Assert.Equal(1.0 / 9, grid.UnknownShare, 15);
    }

    [Theory]
    [InlineData(179)]
    [InlineData(-181)]
    public void A_grid_crosses_the_antimeridian(double west)
    {
        var grid = Grid(1, west, 1, 2, 3, [1, 2, 3, 4, 5, 6]);
        Assert.Equal(1.5, grid.HeightM(1 * Degree, 179.5 * Degree), 1e-6);
        Assert.Equal(2, grid.HeightM(1 * Degree, 180 * Degree), 1e-6);
        Assert.Equal(2, grid.HeightM(1 * Degree, -180 * Degree), 1e-6);
        Assert.Equal(2.5, grid.HeightM(1 * Degree, -179.5 * Degree), 1e-6);
        Assert.Equal(2.5, grid.HeightM(1 * Degree, 180.5 * Degree), 1e-6);
        Assert.True(double.IsNaN(grid.HeightM(1 * Degree, -178.5 * Degree)));
    }

    [Fact]
    public void A_grid_around_the_Earth_joins_its_last_column_to_the_first_and_reaches_the_pole()
    {
        var heights = new float[2 * 36];
        for (var i = 0; i < 36; i++) (heights[i], heights[36 + i]) = (7, i);
        var grid = new ElevationGrid(90 * Degree, -180 * Degree, 10 * Degree, 10 * Degree, 2, 36, [.. heights], VerticalDatum.Egm96);
        Assert.True(grid.GoesAround);
        Assert.Equal(7, grid.HeightM(90 * Degree, 123 * Degree), 1e-9);
        Assert.Equal(17.5, grid.HeightM(80 * Degree, 175 * Degree), 1e-6);
        Assert.Equal(0, grid.HeightM(80 * Degree, 180 * Degree), 1e-6);
        Assert.Equal(34.5, grid.HeightM(80 * Degree, 165 * Degree), 1e-6);
    }

    [Fact]
    public void Places_on_the_edge_are_inside_whatever_rounding_says()
    {
        var step = Degree / 3600;
        var grid = new ElevationGrid(45 * Degree, 5 * Degree, step, step, 3601, 3601, [.. Enumerable.Repeat(1f, 3601 * 3601)], VerticalDatum.Egm96);
        foreach (var latitude in new[] { 44.0, 45.0, 44.3 })
        {
            foreach (var longitude in new[] { 5.0, 6.0, 5.7 }) Assert.Equal(1, grid.HeightM(double.DegreesToRadians(latitude), double.DegreesToRadians(longitude)));
        }
    }

    [Fact]
    public void Sampling_many_places_gives_the_same_heights()
    {
        var grid = Grid(41, 10, 1, 2, 2, [10, 20, 30, 60]);
        double[] latitudes = [40.2 * Degree, 40.9 * Degree, 50 * Degree];
        double[] longitudes = [10.3 * Degree, 10.1 * Degree, 10 * Degree];
        var heights = new float[3];
        grid.Sample(latitudes, longitudes, heights);
        for (var i = 0; i < 3; i++) Assert.Equal((float)grid.HeightM(latitudes[i], longitudes[i]), heights[i]);
        Assert.Throws<ArgumentException>(() => grid.Sample([1, 2], [1], new float[2]));
    }

    [Fact]
    public void A_projected_grid_finds_its_posts_again()
    {
        var projection = TransverseMercator.Utm(31, isNorth: true);
        var grid = new ProjectedElevationGrid(projection, 661_045, 4_984_955, 90, 90, 3, 4, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], VerticalDatum.Egm96);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 4; column++)
            {
                var place = grid.PostAt(row, column);
                Assert.Equal((row * 4) + column + 1, place.HeightM);
                Assert.Equal(place.HeightM, grid.HeightM(place.LatitudeRad, place.LongitudeRad), 1e-6);
            }
        }

        var middle = projection.Inverse(new ProjectedPoint(661_045 + 45, 4_984_955 - 45));
        Assert.Equal(3.5, grid.HeightM(middle.LatitudeRad, middle.LongitudeRad), 1e-6);
    }

    [Fact]
    public void Figures_that_are_no_raster_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid(91, 0, 1, 2, 2, [1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid(-89.5, 0, 1, 2, 2, [1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid(41, 0, 0, 2, 2, [1, 2, 3, 4]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Grid(41, double.NaN, 1, 2, 2, [1, 2, 3, 4]));
        Assert.Throws<ArgumentException>(() => Grid(41, 0, 1, 2, 2, [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ElevationGrid(1 * Degree, 0, 1 * Degree, 10 * Degree, 2, 38, [.. new float[76]], VerticalDatum.Egm96));
    }

    private static ElevationGrid Grid(double north, double west, double step, int rows, int columns, float[] heights) =>
        new(north * Degree, west * Degree, step * Degree, step * Degree, rows, columns, [.. heights], VerticalDatum.Egm96);
}
