using System.Runtime.Intrinsics;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// Where the few plots of a sensor in one call are, in single precision, eight of them looked at in one step: what is left of the tracks near their
/// <see cref="PlotArea"/> when those are taken out that no plot is near. With many plots nothing is kept; a grid then serves better.
/// </summary>
internal sealed class PlotSpots
{
    private const int Most = 64;

    private readonly float[] _x = new float[Most];
    private readonly float[] _y = new float[Most];
    private readonly float[] _z = new float[Most];
    private int _count;

    /// <summary>Whether there are too many plots.</summary>
    public bool IsEmpty => _count == 0;

    /// <summary>Takes in the plots.</summary>
    public void Fill(ReadOnlySpan<PreparedPlot> plots)
    {
        _count = 0;
        if (plots.Length > Most) return;
        foreach (ref readonly var plot in plots) (_x[_count], _y[_count], _z[_count++]) = ((float)plot.Position.X, (float)plot.Position.Y, (float)plot.Position.Z);

        // Whole vectors: the last plot stands in for those that are not there.
        while (_count % Vector256<float>.Count != 0)
        {
            (_x[_count], _y[_count], _z[_count]) = (_x[_count - 1], _y[_count - 1], _z[_count - 1]);
            _count++;
        }
    }

    /// <summary>Whether a plot is within a distance of a place.</summary>
    public bool IsNear(float x, float y, float z, float distance)
    {
        var squared = Vector256.Create(distance * distance);
        for (var first = 0; first < _count; first += Vector256<float>.Count)
        {
            var dx = Vector256.LoadUnsafe(ref _x[first]) - Vector256.Create(x);
            var dy = Vector256.LoadUnsafe(ref _y[first]) - Vector256.Create(y);
            var dz = Vector256.LoadUnsafe(ref _z[first]) - Vector256.Create(z);
            if (Vector256.LessThanOrEqualAny((dx * dx) + (dy * dy) + (dz * dz), squared)) return true;
        }

        return false;
    }
}
