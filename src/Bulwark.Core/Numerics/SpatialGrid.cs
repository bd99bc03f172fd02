using System.Numerics;
using System.Runtime.Intrinsics;

namespace Bulwark.Core.Numerics;

/// <summary>
/// A hash grid over points in two or three dimensions: fill it, then ask for the ids near a place. Its memory is kept between
/// fillings, so nothing is allocated once it has been as full as it will be.
/// Source: Teschner et al., "Optimized spatial hashing for collision detection of deformable objects", VMV 2003, section 3
/// (cells hashed into a table; here the table is laid out by a counting sort, which keeps points of a cell together).
/// </summary>
/// <remarks>
/// The same points and questions give the same answers in the same order. Not safe for use by two threads at once.
/// </remarks>
public sealed class SpatialGrid
{
    private const double LargestCell = 1e15;

    // More than what rounding does to coordinates counted in cells, where that decides anything.
    private const double Rounding = 1e-3;

    private Point[] _added = [];
    private Point[] _sorted = [];

    // The same coordinates as of the sorted points, each by itself: what looking at every point reads.
    private double[] _x = [];
    private double[] _y = [];
    private double[] _z = [];
    private int[] _firstOfBucket = [0, 0];
    private int _bucketMask;
    private double _inverseCell = 1;
    private bool _built;

    /// <summary>Points in the grid.</summary>
    public int Count { get; private set; }

    /// <summary>Empties the grid and sets the width of its cells.</summary>
    /// <param name="cellSize">Width of a cell, in the unit of the coordinates; positive. Best near the usual query radius.</param>
    /// <exception cref="ArgumentOutOfRangeException">The width is not positive and finite.</exception>
    public void Clear(double cellSize)
    {
        if (!(cellSize > 0) || !double.IsFinite(cellSize)) throw new ArgumentOutOfRangeException(nameof(cellSize), cellSize, "A cell needs a positive, finite width.");
        _inverseCell = 1 / cellSize;
        Count = 0;
        _built = false;
    }

    /// <summary>Adds a point.</summary>
    /// <param name="id">What queries return for it; any number, need not be unique.</param>
    /// <param name="x">First coordinate.</param>
    /// <param name="y">Second coordinate.</param>
    /// <param name="z">Third coordinate; leave it out everywhere for a plane.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate is not finite.</exception>
    public void Add(int id, double x, double y, double z = 0)
    {
        if (!double.IsFinite(x + y + z)) throw new ArgumentOutOfRangeException(nameof(x), "A point of the grid needs finite coordinates.");
        if (Count == _added.Length) Array.Resize(ref _added, Math.Max(64, 2 * Count));
        _added[Count++] = new Point(id, x, y, z, Cell(x), Cell(y), Cell(z));
        _built = false;
    }

    /// <summary>Finds the points within a distance of a place.</summary>
    /// <param name="x">First coordinate of the place.</param>
    /// <param name="y">Second coordinate.</param>
    /// <param name="z">Third coordinate.</param>
    /// <param name="radius">Distance, inclusive; a negative or not-a-number radius finds nothing.</param>
    /// <param name="ids">Receives the ids; replaced by a larger array when too short.</param>
    /// <returns>How many ids were found.</returns>
    public int Query(double x, double y, double z, double radius, ref int[] ids)
    {
        if (Count == 0 || !(radius >= 0)) return 0;
        if (!_built) Build();
        if (ids.Length < Count) Array.Resize(ref ids, _added.Length);

        // Opening a cell costs as much as looking at a few points; when the cells cost more, every point is looked at.
        const double PointsPerCell = 4;
        var squared = radius * radius;
        var leastCells = Math.Floor((2 * radius * _inverseCell) - Rounding) + 1;
        if (leastCells * leastCells * leastCells * PointsPerCell > Count) return QueryAll(x, y, z, squared, ids);
        long x0 = Cell(x - radius), x1 = Cell(x + radius), y0 = Cell(y - radius), y1 = Cell(y + radius), z0 = Cell(z - radius), z1 = Cell(z + radius);
        if ((x1 - x0 + 1.0) * (y1 - y0 + 1.0) * (z1 - z0 + 1.0) * PointsPerCell > Count) return QueryAll(x, y, z, squared, ids);
        var found = 0;
        for (var cellX = x0; cellX <= x1; cellX++)
        {
            for (var cellY = y0; cellY <= y1; cellY++)
            {
                for (var cellZ = z0; cellZ <= z1; cellZ++)
                {
                    var bucket = Bucket(cellX, cellY, cellZ);
                    for (var k = _firstOfBucket[bucket]; k < _firstOfBucket[bucket + 1]; k++)
                    {
                        // Several cells of the box may share a bucket; a point counts only for its own.
                        ref readonly var point = ref _sorted[k];
                        if (point.CellX == cellX && point.CellY == cellY && point.CellZ == cellZ) Collect(in point, x, y, z, squared, ids, ref found);
                    }
                }
            }
        }

        return found;
    }

    // All points, in the order in which they are laid out.
    private int QueryAll(double x, double y, double z, double squared, int[] ids)
    {
        var (found, first) = (0, 0);
        for (; first <= Count - Vector256<double>.Count; first += Vector256<double>.Count)
        {
            var dx = Vector256.LoadUnsafe(ref _x[first]) - Vector256.Create(x);
            var dy = Vector256.LoadUnsafe(ref _y[first]) - Vector256.Create(y);
            var dz = Vector256.LoadUnsafe(ref _z[first]) - Vector256.Create(z);
            var near = Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), Vector256.Create(squared));
            for (var hits = near.ExtractMostSignificantBits(); hits != 0; hits &= hits - 1) ids[found++] = _sorted[first + BitOperations.TrailingZeroCount(hits)].Id;
        }

        for (; first < Count; first++) Collect(in _sorted[first], x, y, z, squared, ids, ref found);
        return found;
    }

    private static void Collect(in Point point, double x, double y, double z, double squared, int[] ids, ref int found)
    {
        double dx = point.X - x, dy = point.Y - y, dz = point.Z - z;
        if ((dx * dx) + (dy * dy) + (dz * dz) <= squared) ids[found++] = point.Id;
    }

    private void Build()
    {
        var buckets = 16;
        while (buckets < 2 * Count) buckets *= 2;
        if (_firstOfBucket.Length < buckets + 1) _firstOfBucket = new int[buckets + 1];
        if (_sorted.Length < _added.Length) (_sorted, _x, _y, _z) = (new Point[_added.Length], new double[_added.Length], new double[_added.Length], new double[_added.Length]);
        _bucketMask = buckets - 1;

        var first = _firstOfBucket.AsSpan(0, buckets + 1);
        first.Clear();
        for (var k = 0; k < Count; k++) first[Bucket(in _added[k]) + 1]++;
        for (var k = 0; k < buckets; k++) first[k + 1] += first[k];

        // Filling from the back turns each end into its bucket's start and keeps the order of adding.
        for (var k = Count - 1; k >= 0; k--) _sorted[--first[Bucket(in _added[k]) + 1]] = _added[k];
        for (var k = 0; k < buckets; k++) first[k] = first[k + 1];
        first[buckets] = Count;
        for (var k = 0; k < Count; k++) (_x[k], _y[k], _z[k]) = (_sorted[k].X, _sorted[k].Y, _sorted[k].Z);
        _built = true;
    }

    private int Bucket(in Point point) => Bucket(point.CellX, point.CellY, point.CellZ);

    private int Bucket(long x, long y, long z)
    {
        var hash = unchecked((ulong)((x * 73_856_093) ^ (y * 19_349_663) ^ (z * 83_492_791)) * 0x9E37_79B9_7F4A_7C15);
        return (int)(hash >> 40) & _bucketMask;
    }

    private long Cell(double coordinate) => (long)Math.Floor(Math.Clamp(coordinate * _inverseCell, -LargestCell, LargestCell));

    private readonly record struct Point(int Id, double X, double Y, double Z, long CellX, long CellY, long CellZ);
}
