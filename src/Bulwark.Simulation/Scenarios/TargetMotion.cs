namespace Bulwark.Simulation.Scenarios;

/// <summary>How a class of target moves.</summary>
public enum TargetMotion
{
    /// <summary>Along a route.</summary>
    Route,

    /// <summary>Thrown from a launcher to an aim point.</summary>
    Ballistic,

    /// <summary>Released by a carrier, towards a radar that radiates.</summary>
    Homing,
}
