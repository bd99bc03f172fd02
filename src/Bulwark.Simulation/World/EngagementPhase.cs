namespace Bulwark.Simulation.World;

/// <summary>What an engagement is doing.</summary>
internal enum EngagementPhase
{
    /// <summary>Reaction time runs, and the engagement radar acquires the target.</summary>
    Reacting,

    /// <summary>Rounds of the salvo are still to be launched.</summary>
    Firing,

    /// <summary>Every round of the salvo has been launched; some are in flight.</summary>
    Guiding,

    /// <summary>The salvo is over and its result is awaited.</summary>
    Assessing,

    /// <summary>Over: the channel is free.</summary>
    Ended,
}
