namespace Bulwark.Simulation.Recording;

/// <summary>What an engagement radar has of its target. Numbers are recorded: never renumber.</summary>
public enum FireControlState
{
    /// <summary>It sees the target and has begun to follow it.</summary>
    Acquired = 0,

    /// <summary>It has not seen the target for too long.</summary>
    Lost = 1,

    /// <summary>It is dark, and rounds are led on the picture's track.</summary>
    OnPicture = 2,
}
