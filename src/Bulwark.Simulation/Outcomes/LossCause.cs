namespace Bulwark.Simulation.Outcomes;

/// <summary>Why an attacker reached its objective.</summary>
public enum LossCause
{
    /// <summary>No radar ever saw it while it could still have been stopped.</summary>
    NeverVisible,

    /// <summary>A radar saw it, but too late to track it, react and fire.</summary>
    VisibleTooLate,

    /// <summary>No radar or no fire unit was in action: hidden, on the march, silent or destroyed.</summary>
    NotReady,

    /// <summary>A radar could see it, but no track of it was confirmed in time.</summary>
    NotTracked,

    /// <summary>The picture held as many tracks as it can, so it was refused.</summary>
    TrackLimit,

    /// <summary>It was not identified, or the rules of engagement forbade firing.</summary>
    NotCleared,

    /// <summary>It never came where a round could reach it and the engagement radar see it.</summary>
    OutsideEnvelope,

    /// <summary>The expected kill probability was below the doctrine's floor.</summary>
    BelowPkFloor,

    /// <summary>Every target channel was taken.</summary>
    TargetChannelLimit,

    /// <summary>It had a target channel, but every missile channel was taken.</summary>
    MissileChannelLimit,

    /// <summary>No round was ready.</summary>
    NoRound,

    /// <summary>It was taken on, but reached its objective before a missile reached it.</summary>
    TooLate,

    /// <summary>Missiles were fired at it, and none killed it.</summary>
    Missed,

    /// <summary>The track it was on stood as judged killed: wrongly, or rightly of a neighbour whose track went on with its plots.</summary>
    MisjudgedKilled,

    /// <summary>Its battery waited for the order of a command post, and none came.</summary>
    NotOrdered,
}
