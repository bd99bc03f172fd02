using System.Numerics;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Where every track of a table was last, and how far from there it may be met until some time: a quick search that leaves few tracks
/// for the exact one. One array for each value, in single precision, so that sixteen tracks are looked at in one step and all of them
/// stay in the nearest memory.
/// </summary>
internal sealed class TrackPlaces
{
    // Single precision holds Earth-fixed coordinates to half a metre; this covers what rounding does to a difference.
    private const float RoundingM = 4;
    private const long TickNs = 100_000_000;

    private float[] _x = [];
    private float[] _y = [];
    private float[] _z = [];
    private float[] _reachM = [];
    private int[] _until = [];

    /// <summary>The same places, sharing nothing.</summary>
    public TrackPlaces Copy() => new() { _x = [.. _x], _y = [.. _y], _z = [.. _z], _reachM = [.. _reachM], _until = [.. _until] };

    /// <summary>Makes room for rows.</summary>
    public void Reserve(int rows)
    {
        if (_x.Length >= rows) return;
        Array.Resize(ref _x, rows);
        Array.Resize(ref _y, rows);
        Array.Resize(ref _z, rows);
        Array.Resize(ref _reachM, rows);
        Array.Resize(ref _until, rows);
    }

    /// <summary>Notes the place of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="position">Where it was last.</param>
    /// <param name="reachM">How far from there it may be met.</param>
    /// <param name="until">Until when that is enough.</param>
    public void Set(int row, EcefVector position, double reachM, SimTime until) =>
        (_x[row], _y[row], _z[row], _reachM[row], _until[row]) = ((float)position.X, (float)position.Y, (float)position.Z, (float)(reachM * 1.000001) + RoundingM, Tick(until, 0));

    /// <summary>Notes for a row what another one has.</summary>
    public void Move(int from, int to) =>
        (_x[to], _y[to], _z[to], _reachM[to], _until[to]) = (_x[from], _y[from], _z[from], _reachM[from], _until[from]);

    /// <summary>Exchanges the places of two rows.</summary>
    public void Swap(int left, int right)
    {
        var (x, y, z, reachM, until) = (_x[left], _y[left], _z[left], _reachM[left], _until[left]);
        Move(right, left);
        (_x[right], _y[right], _z[right], _reachM[right], _until[right]) = (x, y, z, reachM, until);
    }

    /// <summary>Finds the rows that may be met in an area, in ascending order, and all whose reach is out of date. None that may be met is left out.</summary>
    /// <param name="count">Rows to look at: the first so many.</param>
    /// <param name="area">The area.</param>
    /// <param name="rows">Receives them; as long as there are rows.</param>
    /// <returns>How many were found.</returns>
    public int Near(int count, in PlotArea area, Span<int> rows)
    {
        var (found, first) = (0, 0);
        if (Vector512.IsHardwareAccelerated)
        {
            var (cx, cy, cz) = (Vector512.Create((float)area.Centre.X), Vector512.Create((float)area.Centre.Y), Vector512.Create((float)area.Centre.Z));
            var (ax, ay, az) = (Vector512.Create((float)area.Across.X), Vector512.Create((float)area.Across.Y), Vector512.Create((float)area.Across.Z));
            var (radius, width, now) = (Vector512.Create((float)area.RadiusM), Vector512.Create((float)area.HalfWidthM), Vector512.Create(Latest(in area)));
            for (; first <= count - Vector512<float>.Count; first += Vector512<float>.Count)
            {
                var dx = Vector512.LoadUnsafe(ref _x[first]) - cx;
                var dy = Vector512.LoadUnsafe(ref _y[first]) - cy;
                var dz = Vector512.LoadUnsafe(ref _z[first]) - cz;
                var reach = Vector512.LoadUnsafe(ref _reachM[first]);
                var limit = reach + radius;
                var near = Vector512.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), limit * limit)
                    & Vector512.LessThanOrEqual(Vector512.Abs((dx * ax) + (dy * ay) + (dz * az)), reach + width);
                var old = Vector512.LessThan(Vector512.LoadUnsafe(ref _until[first]), now).AsSingle();
                for (var hits = Vector512.ExtractMostSignificantBits(near | old); hits != 0; hits &= hits - 1) rows[found++] = first + BitOperations.TrailingZeroCount(hits);
            }
        }

        return NearOneByOne(first, count, in area, rows, found);
    }

    /// <summary>The same, a row at a time, from a first row on and after those found already.</summary>
    internal int NearOneByOne(int first, int count, in PlotArea area, Span<int> rows, int found)
    {
        var now = Latest(in area);
        for (var row = first; row < count; row++)
        {
            var (dx, dy, dz) = (_x[row] - (float)area.Centre.X, _y[row] - (float)area.Centre.Y, _z[row] - (float)area.Centre.Z);
            var limit = _reachM[row] + (float)area.RadiusM;
            var across = Math.Abs((dx * (float)area.Across.X) + (dy * (float)area.Across.Y) + (dz * (float)area.Across.Z));
            if (((dx * dx) + (dy * dy) + (dz * dz) <= limit * limit && across <= _reachM[row] + (float)area.HalfWidthM) || _until[row] < now) rows[found++] = row;
        }

        return found;
    }

    private static int Latest(in PlotArea area) => Tick(area.Middle + SimDuration.FromSeconds(area.HalfSpanS), 1);

    private static int Tick(SimTime time, int up) => (int)Math.Clamp((time.Nanoseconds / TickNs) + up, int.MinValue, int.MaxValue);
}
