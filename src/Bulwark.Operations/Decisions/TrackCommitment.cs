namespace Bulwark.Operations.Decisions;

/// <summary>What command has already decided about a track.</summary>
public enum TrackCommitment
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Holds a target channel.</summary>
    Engaged,

    /// <summary>Engaged before and judged killed.</summary>
    JudgedKilled,

    /// <summary>Engaged before, as often as doctrine allows.</summary>
    GivenUp,
}
