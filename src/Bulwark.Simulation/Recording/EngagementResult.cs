namespace Bulwark.Simulation.Recording;

/// <summary>What command believes at the end of an engagement. Numbers are recorded: never renumber.</summary>
public enum EngagementResult
{
    /// <summary>The target is no longer seen after an intercept.</summary>
    JudgedKilled = 0,

    /// <summary>As many salvos were fired as doctrine allows.</summary>
    GivenUp = 1,

    /// <summary>No further intercept is possible.</summary>
    NoLongerPossible = 2,

    /// <summary>The engagement radar never acquired the target.</summary>
    NotAcquired = 3,

    /// <summary>The target was lost without an intercept.</summary>
    TargetLost = 4,

    /// <summary>No round was left to fire.</summary>
    NoRound = 5,
}
