using System.Numerics;
using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Where every track of a table was last, how it moves and how far from its path it may be met: a quick search that leaves few tracks for
/// the exact one. One array for each value, in single precision, so that eight tracks are looked at in one step and all of them stay in
/// the near memory. Before a call's searches it is aimed at the time of its plots.
/// </summary>
internal sealed class TrackPlaces
{
    // Single precision holds Earth-fixed coordinates to half a metre; this covers what rounding does to differences, and a millisecond of flight.
    private const float RoundingM = 16;
    private const float RoundingRatio = 1.00001f;
    private const long MillisecondNs = 1_000_000;

    // Beyond this age the straight line in single precision means nothing: such a track is always found.
    private const float LongestS = 1000;

    private float[] _x = [];
    private float[] _y = [];
    private float[] _z = [];
    private float[] _velocityX = [];
    private float[] _velocityY = [];
    private float[] _velocityZ = [];
    private float[] _reachM = [];
    private float[] _growth = [];
    private float[] _growth2 = [];
    private float[] _speed = [];
    private int[] _timeMs = [];

    // Where each is at the time aimed at, and how far from there it may be met.
    private float[] _aimX = [];
    private float[] _aimY = [];
    private float[] _aimZ = [];
    private float[] _aimReachM = [];
    private int _aimMs;
    private float _aimHalfS;

    /// <summary>The same places, sharing nothing.</summary>
    public TrackPlaces Copy() => new()
    {
        _x = [.. _x],
        _y = [.. _y],
        _z = [.. _z],
        _velocityX = [.. _velocityX],
        _velocityY = [.. _velocityY],
        _velocityZ = [.. _velocityZ],
        _reachM = [.. _reachM],
        _growth = [.. _growth],
        _growth2 = [.. _growth2],
        _speed = [.. _speed],
        _timeMs = [.. _timeMs],
        _aimX = [.. _aimX],
        _aimY = [.. _aimY],
        _aimZ = [.. _aimZ],
        _aimReachM = [.. _aimReachM],
        _aimMs = _aimMs,
        _aimHalfS = _aimHalfS,
    };

    /// <summary>Makes room for rows.</summary>
    public void Reserve(int rows)
    {
        if (_x.Length >= rows) return;
        Array.Resize(ref _x, rows);
        Array.Resize(ref _y, rows);
        Array.Resize(ref _z, rows);
        Array.Resize(ref _velocityX, rows);
        Array.Resize(ref _velocityY, rows);
        Array.Resize(ref _velocityZ, rows);
        Array.Resize(ref _reachM, rows);
        Array.Resize(ref _growth, rows);
        Array.Resize(ref _growth2, rows);
        Array.Resize(ref _speed, rows);
        Array.Resize(ref _timeMs, rows);
        Array.Resize(ref _aimX, rows);
        Array.Resize(ref _aimY, rows);
        Array.Resize(ref _aimZ, rows);
        Array.Resize(ref _aimReachM, rows);
    }

    /// <summary>Notes the place of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="position">Where it was at its newest plot.</param>
    /// <param name="velocity">How it moved.</param>
    /// <param name="time">When that was.</param>
    /// <param name="reach">How far from that path it may be met.</param>
    public void Set(int row, EcefVector position, EcefVector velocity, SimTime time, in ReachBound reach)
    {
        (_x[row], _y[row], _z[row]) = ((float)position.X, (float)position.Y, (float)position.Z);
        (_velocityX[row], _velocityY[row], _velocityZ[row]) = ((float)velocity.X, (float)velocity.Y, (float)velocity.Z);
        (_reachM[row], _growth[row], _growth2[row]) = (((float)reach.NowM * RoundingRatio) + RoundingM, (float)reach.PerSecondM * RoundingRatio, (float)reach.PerSecond2M * RoundingRatio);
        (_speed[row], _timeMs[row]) = ((float)reach.SpeedMPerS * RoundingRatio, Milliseconds(time));
        Aim(row);
    }

    /// <summary>Notes for rows what as many others have, in the same order.</summary>
    public void Move(int from, int to, int rows)
    {
        foreach (var values in (ReadOnlySpan<float[]>)[_x, _y, _z, _velocityX, _velocityY, _velocityZ, _reachM, _growth, _growth2, _speed, _aimX, _aimY, _aimZ, _aimReachM])
        {
            Array.Copy(values, from, values, to, rows);
        }

        Array.Copy(_timeMs, from, _timeMs, to, rows);
    }

    /// <summary>Exchanges the places of two rows.</summary>
    public void Swap(int left, int right)
    {
        foreach (var values in (ReadOnlySpan<float[]>)[_x, _y, _z, _velocityX, _velocityY, _velocityZ, _reachM, _growth, _growth2, _speed, _aimX, _aimY, _aimZ, _aimReachM])
        {
            (values[left], values[right]) = (values[right], values[left]);
        }

        (_timeMs[left], _timeMs[right]) = (_timeMs[right], _timeMs[left]);
    }

    /// <summary>Aims at a time: what is asked from now on is asked of plots of about that time, and what is noted from now on is noted for it.</summary>
    /// <param name="count">Rows in use: the first so many.</param>
    /// <param name="middle">The time.</param>
    /// <param name="halfSpanS">How much earlier or later the plots may be, seconds.</param>
    public void Aim(int count, SimTime middle, double halfSpanS)
    {
        (_aimMs, _aimHalfS) = (Milliseconds(middle), (float)halfSpanS + 0.001f);
        var first = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            var (now, half, longest, always) = (Vector256.Create(_aimMs), Vector256.Create(_aimHalfS), Vector256.Create(LongestS), Vector256.Create(float.PositiveInfinity));
            for (; first <= count - Vector256<float>.Count; first += Vector256<float>.Count)
            {
                var seconds = Vector256.ConvertToSingle(now - Vector256.LoadUnsafe(ref _timeMs[first])) * 0.001f;
                (Vector256.LoadUnsafe(ref _x[first]) + (Vector256.LoadUnsafe(ref _velocityX[first]) * seconds)).StoreUnsafe(ref _aimX[first]);
                (Vector256.LoadUnsafe(ref _y[first]) + (Vector256.LoadUnsafe(ref _velocityY[first]) * seconds)).StoreUnsafe(ref _aimY[first]);
                (Vector256.LoadUnsafe(ref _z[first]) + (Vector256.LoadUnsafe(ref _velocityZ[first]) * seconds)).StoreUnsafe(ref _aimZ[first]);
                var ahead = Vector256.Max(Vector256<float>.Zero, seconds + half);
                var reach = Vector256.LoadUnsafe(ref _reachM[first]) + (Vector256.LoadUnsafe(ref _speed[first]) * half)
                    + (ahead * (Vector256.LoadUnsafe(ref _growth[first]) + (ahead * Vector256.LoadUnsafe(ref _growth2[first]))));
                Vector256.ConditionalSelect(Vector256.GreaterThan(Vector256.Abs(seconds), longest), always, reach).StoreUnsafe(ref _aimReachM[first]);
            }
        }

        for (; first < count; first++) Aim(first);
    }

    /// <summary>Finds the rows that may be met in an area at the time aimed at, in ascending order, and all that are too old to say. None that may be met is left out.</summary>
    /// <param name="count">Rows to look at: the first so many.</param>
    /// <param name="area">The area; its times lie within those aimed at.</param>
    /// <param name="rows">Receives them; as long as there are rows.</param>
    /// <returns>How many were found.</returns>
    public int Near(int count, in PlotArea area, Span<int> rows)
    {
        var (found, first) = (0, 0);
        if (Vector256.IsHardwareAccelerated)
        {
            var (cx, cy, cz) = (Vector256.Create((float)area.Centre.X), Vector256.Create((float)area.Centre.Y), Vector256.Create((float)area.Centre.Z));
            var (ax, ay, az) = (Vector256.Create((float)area.Across.X), Vector256.Create((float)area.Across.Y), Vector256.Create((float)area.Across.Z));
            var (radius, width) = (Vector256.Create((float)area.RadiusM), Vector256.Create((float)area.HalfWidthM));
            for (; first <= count - Vector256<float>.Count; first += Vector256<float>.Count)
            {
                var dx = Vector256.LoadUnsafe(ref _aimX[first]) - cx;
                var dy = Vector256.LoadUnsafe(ref _aimY[first]) - cy;
                var dz = Vector256.LoadUnsafe(ref _aimZ[first]) - cz;
                var reach = Vector256.LoadUnsafe(ref _aimReachM[first]);
                var limit = reach + radius;
                var near = Vector256.LessThanOrEqual((dx * dx) + (dy * dy) + (dz * dz), limit * limit)
                    & Vector256.LessThanOrEqual(Vector256.Abs((dx * ax) + (dy * ay) + (dz * az)), reach + width);
                for (var hits = Vector256.ExtractMostSignificantBits(near); hits != 0; hits &= hits - 1) rows[found++] = first + BitOperations.TrailingZeroCount(hits);
            }
        }

        return NearOneByOne(first, count, in area, rows, found);
    }

    /// <summary>The same, a row at a time, from a first row on and after those found already.</summary>
    internal int NearOneByOne(int first, int count, in PlotArea area, Span<int> rows, int found)
    {
        for (var row = first; row < count; row++)
        {
            var dx = _aimX[row] - (float)area.Centre.X;
            var dy = _aimY[row] - (float)area.Centre.Y;
            var dz = _aimZ[row] - (float)area.Centre.Z;
            var limit = _aimReachM[row] + (float)area.RadiusM;
            var across = Math.Abs((dx * (float)area.Across.X) + (dy * (float)area.Across.Y) + (dz * (float)area.Across.Z));
            if ((dx * dx) + (dy * dy) + (dz * dz) <= limit * limit && across <= _aimReachM[row] + (float)area.HalfWidthM) rows[found++] = row;
        }

        return found;
    }

    /// <summary>Keeps of rows those that one of some plots may meet at the time aimed at, in their order, and all that are too old to say.</summary>
    /// <param name="rows">The rows; those kept move to the front.</param>
    /// <param name="plotReachM">How far off its target a plot may be, metres.</param>
    /// <param name="spots">The plots.</param>
    /// <returns>How many are kept.</returns>
    public int KeepNear(Span<int> rows, double plotReachM, PlotSpots spots)
    {
        var kept = 0;
        foreach (var row in rows)
        {
            if (spots.IsNear(_aimX[row], _aimY[row], _aimZ[row], _aimReachM[row] + ((float)plotReachM * RoundingRatio))) rows[kept++] = row;
        }

        return kept;
    }

    private void Aim(int row)
    {
        var seconds = unchecked(_aimMs - _timeMs[row]) * 0.001f;
        (_aimX[row], _aimY[row], _aimZ[row]) = (_x[row] + (_velocityX[row] * seconds), _y[row] + (_velocityY[row] * seconds), _z[row] + (_velocityZ[row] * seconds));
        var ahead = Math.Max(0, seconds + _aimHalfS);
        var reach = _reachM[row] + (_speed[row] * _aimHalfS) + (ahead * (_growth[row] + (ahead * _growth2[row])));
        _aimReachM[row] = Math.Abs(seconds) > LongestS ? float.PositiveInfinity : reach;
    }

    // The clock of milliseconds starts again every 49 days; what is then off by a whole turn is older than any track lives, or younger than its newest plot.
    private static int Milliseconds(SimTime time) => unchecked((int)(time.Nanoseconds / MillisecondNs));
}
