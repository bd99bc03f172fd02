namespace Bulwark.Simulation.World;

/// <summary>Where a target is in its life, in truth.</summary>
internal enum TargetStatus
{
    /// <summary>Not yet on the scene.</summary>
    Waiting,

    /// <summary>Flying.</summary>
    Flying,

    /// <summary>Killed.</summary>
    Killed,

    /// <summary>Left after doing what it came for, or at the end of its route.</summary>
    Gone,
}
