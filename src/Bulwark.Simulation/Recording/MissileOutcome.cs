namespace Bulwark.Simulation.Recording;

/// <summary>How a missile's flight ended. Numbers are recorded: never renumber.</summary>
public enum MissileOutcome
{
    /// <summary>It killed the target.</summary>
    Hit = 0,

    /// <summary>It passed the target without killing it.</summary>
    Missed = 1,

    /// <summary>It did not work when it was fired.</summary>
    Failed = 2,

    /// <summary>It became too slow to manoeuvre.</summary>
    OutOfEnergy = 3,

    /// <summary>It reached the end of its controlled flight.</summary>
    SelfDestroyed = 4,

    /// <summary>The engagement radar had lost the target.</summary>
    LostIllumination = 5,

    /// <summary>The target was already destroyed or had left.</summary>
    TargetGone = 6,
}
