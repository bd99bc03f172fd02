namespace Bulwark.Tracking.Tracks;

/// <summary>How far a track has come.</summary>
public enum TrackStatus
{
    /// <summary>Not yet trusted: too few plots, or no place in a full table.</summary>
    Tentative,

    /// <summary>Trusted: shown, counted against the cap, first to be given plots.</summary>
    Confirmed,
}
