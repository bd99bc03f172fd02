namespace Bulwark.Simulation.Recording;

/// <summary>A step of a reload. Numbers are recorded: never renumber.</summary>
public enum ReloadStep
{
    /// <summary>It began.</summary>
    Began = 0,

    /// <summary>It ended: the rounds are ready.</summary>
    Finished = 1,
}
