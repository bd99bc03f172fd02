namespace Bulwark.Tracking.Tracks;

/// <summary>How far a track has come.</summary>
public enum TrackStatus
{
    /// <summary>Not yet trusted: too few plots, or no place in a full table.</summary>
    Tentative,

    /// <summary>Trusted: shown, counted against the cap, first to be given plots.</summary>
    Confirmed,

    /// <summary>Another account of a confirmed track, which takes its place if later plots speak for it. Not a track of its own: not shown, not counted.</summary>
    Alternative,
}
