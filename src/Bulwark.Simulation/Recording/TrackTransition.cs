namespace Bulwark.Simulation.Recording;

/// <summary>What happened to a track. Numbers are recorded: never renumber.</summary>
public enum TrackTransition
{
    /// <summary>A tentative track was started.</summary>
    Started = 0,

    /// <summary>It was confirmed and entered the picture.</summary>
    Confirmed = 1,

    /// <summary>It would have been confirmed, but the picture holds as many tracks as it can.</summary>
    RefusedFull = 2,

    /// <summary>A confirmed track was dropped for want of plots.</summary>
    Dropped = 3,

    /// <summary>A tentative track was dropped.</summary>
    Abandoned = 4,
}
