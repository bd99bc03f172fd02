namespace Bulwark.Tracking.Tracks;

/// <summary>What happened to a track.</summary>
public enum TrackChangeKind
{
    /// <summary>A plot of no known track started a tentative one.</summary>
    Started,

    /// <summary>The track became confirmed.</summary>
    Confirmed,

    /// <summary>The track was given a plot.</summary>
    Updated,

    /// <summary>A look passed without a plot.</summary>
    Missed,

    /// <summary>The track was given up.</summary>
    Dropped,

    /// <summary>The track would have been confirmed, but the table was full; told once for each track.</summary>
    RefusedFull,
}
