namespace Bulwark.Flight.Motion;

/// <summary>How a <see cref="TrajectorySegment"/> moves.</summary>
public enum SegmentKind
{
    /// <summary>Stays at one place.</summary>
    Stationary,

    /// <summary>Along a great circle at constant rate, height changing linearly.</summary>
    GreatCircle,

    /// <summary>A level arc of constant speed and load.</summary>
    Turn,

    /// <summary>A cubic through two states, for flight that was integrated.</summary>
    Sampled,
}
