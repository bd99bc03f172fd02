namespace Bulwark.Simulation.Recording;

/// <summary>Why a target left the scene. Numbers are recorded: never renumber.</summary>
public enum DepartureReason
{
    /// <summary>It came within its release range of the objective: a leaker.</summary>
    ReachedObjective = 0,

    /// <summary>It flew its route to the end.</summary>
    RouteEnded = 1,

    /// <summary>It was killed by a missile.</summary>
    Killed = 2,

    /// <summary>It was never released: its carrier was gone before the radar it should home on could be heard.</summary>
    NotReleased = 3,

    /// <summary>It came down without putting the radar it homed on out of action.</summary>
    MissedRadar = 4,
}
