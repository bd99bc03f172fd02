namespace Bulwark.Operations.Decisions;

/// <summary>Why a track that command holds is not being engaged at this moment. Numbers are recorded: never renumber.</summary>
public enum DeferralReason
{
    /// <summary>Nothing stands in the way: it is engaged.</summary>
    None = 0,

    /// <summary>Not yet identified.</summary>
    NotIdentified = 1,

    /// <summary>Identified as neutral or friendly.</summary>
    Protected = 2,

    /// <summary>The rules of engagement forbid it.</summary>
    RulesOfEngagement = 3,

    /// <summary>Flies away from everything that is defended.</summary>
    NoThreat = 4,

    /// <summary>Outside the sector that the engagement radar faces.</summary>
    OutsideSector = 5,

    /// <summary>Below the engagement radar's horizon, or beyond its range.</summary>
    NotVisibleToEngagementRadar = 6,

    /// <summary>No intercept inside the round's envelope is possible.</summary>
    OutsideEnvelope = 7,

    /// <summary>The expected kill probability is below the doctrine's floor.</summary>
    BelowPkFloor = 8,

    /// <summary>Every target channel that could serve it is taken.</summary>
    NoTargetChannel = 9,

    /// <summary>It has a target channel, but every missile channel is taken.</summary>
    NoMissileChannel = 10,

    /// <summary>No round is ready.</summary>
    NoRound = 11,

    /// <summary>As many salvos as doctrine allows were fired at it.</summary>
    GivenUp = 12,

    /// <summary>It was judged killed.</summary>
    JudgedKilled = 13,

    /// <summary>No fire unit is deployed with its radar working.</summary>
    NotReady = 14,

    /// <summary>Another battery has said that it engages it.</summary>
    EngagedElsewhere = 20,

    /// <summary>A command post decides, and has not ordered to engage it.</summary>
    AwaitingOrder = 21,

    /// <summary>It does not come near what the command guards.</summary>
    NotItsTask = 25,

    /// <summary>The last rounds are kept for greater threats.</summary>
    Reserved = 26,

    /// <summary>It was lost from sight while rounds were on their way, and no radar has seen it since.</summary>
    LostFromSight = 27,

    /// <summary>It is taken for a decoy, and the doctrine spares decoys.</summary>
    TakenForDecoy = 28,

    /// <summary>It is taken for a drone, and the rounds that could reach it reach farther than doctrine spends on drones.</summary>
    TakenForDrone = 29,
}
