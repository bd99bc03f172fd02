namespace Bulwark.Tracking.Tracks;

/// <summary>Which plots a track may take: those that stand higher choose first.</summary>
internal enum TrackStanding
{
    /// <summary>Confirmed.</summary>
    Confirmed,

    /// <summary>Has earned to be confirmed, but the table of confirmed tracks is full. It is followed as one, without branches, until a place is free.</summary>
    Waiting,

    /// <summary>A hypothesis among others.</summary>
    Tentative,
}
