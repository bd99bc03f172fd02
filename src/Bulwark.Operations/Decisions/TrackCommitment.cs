namespace Bulwark.Operations.Decisions;

/// <summary>What command has already decided about a track.</summary>
public enum TrackCommitment
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Holds a target channel.</summary>
    Engaged,

    /// <summary>Engaged a moment ago, when fire control found that no intercept was possible: not asked again for a while.</summary>
    HeldOff,

    /// <summary>Engaged before and judged killed.</summary>
    JudgedKilled,

    /// <summary>Engaged before, and lost from sight before any round came to it: not engaged again until a radar sees it.</summary>
    LostFromSight,

    /// <summary>Engaged before, as often as doctrine allows.</summary>
    GivenUp,

    /// <summary>Another battery has said that it engages it.</summary>
    EngagedElsewhere,

    /// <summary>Its command post decides, and has not ordered to engage it.</summary>
    AwaitingOrder,

    /// <summary>Does not come near what the command guards.</summary>
    NotItsTask,

    /// <summary>The last rounds are kept for greater threats.</summary>
    Reserved,

    /// <summary>In a zone where firing is free.</summary>
    ZoneFree,

    /// <summary>In a zone where only what is identified as hostile is fired at.</summary>
    ZoneTight,

    /// <summary>In a zone where nothing is fired at.</summary>
    ZoneHold,
}
