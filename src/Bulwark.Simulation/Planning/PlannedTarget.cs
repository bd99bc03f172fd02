using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>One aircraft or missile with its whole flight as exact trajectory segments. Immutable.</summary>
public sealed class PlannedTarget
{
    private readonly TrajectorySegment[] _segments;

    internal PlannedTarget(int index, string id, FlightGroup group, TrajectorySegment[] segments, SimTime departsAt, DepartureReason departure)
    {
        Index = index;
        Id = id;
        Group = group;
        _segments = segments;
        DepartsAt = departsAt;
        Departure = departure;
    }

    /// <summary>Index in the plan.</summary>
    public int Index { get; }

    /// <summary>Identifier: the group's and a number.</summary>
    public string Id { get; }

    /// <summary>The group it belongs to.</summary>
    public FlightGroup Group { get; }

    /// <summary>Its flight, in order and without gaps.</summary>
    public ReadOnlySpan<TrajectorySegment> Segments => _segments;

    /// <summary>What it hangs on when it homes on a radar; null for everything else.</summary>
    public PlannedHoming? Homing { get; init; }

    /// <summary>The same target from an instant on with another flight.</summary>
    /// <param name="from">The instant.</param>
    /// <param name="flight">Segments from then on.</param>
    /// <param name="kept">Whether what was flown before is kept.</param>
    internal PlannedTarget Turned(SimTime from, IReadOnlyList<TrajectorySegment> flight, bool kept)
    {
        var before = kept ? _segments.Where(segment => segment.Start < from) : [];
        return new PlannedTarget(Index, Id, Group, [.. before, .. flight], flight[^1].End, Departure) { Homing = Homing };
    }

    /// <summary>When it appears.</summary>
    public SimTime AppearsAt => _segments[0].Start;

    /// <summary>When it leaves, if nobody stops it.</summary>
    public SimTime DepartsAt { get; }

    /// <summary>Why it leaves then.</summary>
    public DepartureReason Departure { get; }

    /// <summary>Earth-fixed position (m) and velocity (m/s) at a time of its flight.</summary>
    /// <param name="time">From <see cref="AppearsAt"/> to <see cref="DepartsAt"/>; the ends are continued outside.</param>
    public (EcefVector Position, EcefVector Velocity) StateAt(SimTime time)
    {
        ref readonly var segment = ref SegmentAt(time);
        return segment.State(time);
    }

    /// <summary>Earth-fixed acceleration (m/s²) at a time of its flight, from the velocities 10 ms before and after.</summary>
    /// <param name="time">From <see cref="AppearsAt"/> to <see cref="DepartsAt"/>.</param>
    public EcefVector AccelerationAt(SimTime time)
    {
        var half = SimDuration.FromSeconds(0.01);
        return (StateAt(time + half).Velocity - StateAt(time - half).Velocity) * 50;
    }

    /// <summary>The segment that is valid at a time.</summary>
    /// <param name="time">The time.</param>
    public ref readonly TrajectorySegment SegmentAt(SimTime time)
    {
        var index = Trajectory.IndexAt(_segments, time);
        return ref _segments[index];
    }
}
