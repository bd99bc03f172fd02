namespace Bulwark.Simulation.Recording;

/// <summary>A step of a reload. Numbers are recorded: never renumber.</summary>
public enum ReloadStep
{
    /// <summary>It began.</summary>
    Began = 0,

    /// <summary>It ended: the rounds are ready.</summary>
    Finished = 1,

    /// <summary>Rounds are ready no more: held back by order, or on a launcher that is reloaded before it is empty.</summary>
    Held = 2,

    /// <summary>Rounds that were held back by order are ready again.</summary>
    Freed = 3,
}
