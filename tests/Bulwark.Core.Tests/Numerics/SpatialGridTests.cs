using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;

namespace Bulwark.Core.Tests.Numerics;

public class SpatialGridTests
{
    [Theory]
    [InlineData(1.0, 2)]
    [InlineData(1.0, 3)]
    [InlineData(0.05, 3)]
    [InlineData(100.0, 3)]
    public void Queries_find_what_a_full_search_finds(double cellSize, int dimensions)
    {
        var random = new RandomStream(21, 0, 0, RandomPurpose.General);
        var grid = new SpatialGrid();
        var found = new int[1];
        for (var filling = 0; filling < 5; filling++)
        {
            var points = new (double X, double Y, double Z)[200 + (40 * filling)];
            grid.Clear(cellSize);
            for (var k = 0; k < points.Length; k++)
            {
                points[k] = (Coordinate(ref random), Coordinate(ref random), dimensions == 3 ? Coordinate(ref random) : 0);
                grid.Add(k, points[k].X, points[k].Y, points[k].Z);
            }

            for (var query = 0; query < 100; query++)
            {
                var (x, y, z, radius) = (Coordinate(ref random), Coordinate(ref random), dimensions == 3 ? Coordinate(ref random) : 0, 3 * random.NextUnit());
                var count = grid.Query(x, y, z, radius, ref found);
                var expected = Enumerable.Range(0, points.Length).Where(k =>
                {
                    var (dx, dy, dz) = (points[k].X - x, points[k].Y - y, points[k].Z - z);
                    return (dx * dx) + (dy * dy) + (dz * dz) <= radius * radius;
                });
                Assert.Equal(expected, found.AsSpan(0, count).ToArray().Order());
            }
        }
    }

    [Fact]
    public void Refilling_and_asking_allocates_nothing()
    {
        var random = new RandomStream(22, 0, 0, RandomPurpose.General);
        var grid = new SpatialGrid();
        var found = new int[1];
        long before = 0;
        var total = 0;
        for (var filling = 0; filling < 10; filling++)
        {
            if (filling == 2) before = GC.GetAllocatedBytesForCurrentThread();
            grid.Clear(1);
            for (var k = 0; k < 500; k++) grid.Add(k, Coordinate(ref random), Coordinate(ref random), Coordinate(ref random));
            for (var k = 0; k < 500; k++) total += grid.Query(Coordinate(ref random), Coordinate(ref random), Coordinate(ref random), 1, ref found);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(total > 0);
    }

    [Fact]
    public void Distance_is_inclusive_and_bad_values_are_refused_or_find_nothing()
    {
        var grid = new SpatialGrid();
        var found = Array.Empty<int>();
        Assert.Equal(0, grid.Query(0, 0, 0, 1, ref found));
        grid.Clear(10);
        grid.Add(5, 3, 4);
        grid.Add(6, 1e300, 0);
        Assert.Equal(1, grid.Query(0, 0, 0, 5, ref found));
        Assert.Equal(5, found[0]);
        Assert.Equal(0, grid.Query(0, 0, 0, 4.999999, ref found));
        Assert.Equal(0, grid.Query(0, 0, 0, -1, ref found));
        Assert.Equal(0, grid.Query(0, 0, 0, double.NaN, ref found));
        Assert.Equal(0, grid.Query(double.NaN, 0, 0, 1, ref found));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.Add(1, double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => grid.Clear(0));
    }

    private static double Coordinate(ref RandomStream random) => (20 * random.NextUnit()) - 10;
}
