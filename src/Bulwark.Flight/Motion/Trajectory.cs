using Bulwark.Core.Timing;

namespace Bulwark.Flight.Motion;

/// <summary>Look-up in a trajectory: segments in order of time, each starting where the one before ends.</summary>
public static class Trajectory
{
    /// <summary>Index of the segment in force at an instant: the last that starts at or before it, the first when none does.</summary>
    /// <param name="segments">The trajectory; not empty.</param>
    /// <param name="time">The instant.</param>
    /// <exception cref="ArgumentException">There are no segments.</exception>
    public static int IndexAt(ReadOnlySpan<TrajectorySegment> segments, SimTime time)
    {
        if (segments.IsEmpty) throw new ArgumentException("A trajectory needs at least one segment.", nameof(segments));
        var low = 0;
        var high = segments.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (segments[middle].Start <= time) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
