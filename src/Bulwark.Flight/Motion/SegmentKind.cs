namespace Bulwark.Flight.Motion;

/// <summary>How a <see cref="TrajectorySegment"/> moves.</summary>
public enum SegmentKind
{
    /// <summary>Stays where it is on the turning Earth.</summary>
    Stationary = 0,

    /// <summary>A leg along a great circle at constant ground speed; height changes evenly with time.</summary>
    GreatCircleLeg = 1,

    /// <summary>A level turn.</summary>
    Turn = 2,

    /// <summary>A cubic between two states of an integrated flight.</summary>
    Sampled = 3,
}
