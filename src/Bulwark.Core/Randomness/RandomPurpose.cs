namespace Bulwark.Core.Randomness;

/// <summary>
/// What a random number is for. A purpose has a number for ever: results of older seeds must not move when one is added.
/// </summary>
public enum RandomPurpose
{
    /// <summary>Free use by callers and examples.</summary>
    General = 0,

    /// <summary>Drawing of scenario values that are given as a spread (start times, offsets, uncertain figures).</summary>
    ScenarioSpread = 1,

    /// <summary>Whether a look detects a target.</summary>
    Detection = 2,

    /// <summary>Measurement noise of a plot.</summary>
    MeasurementNoise = 3,

    /// <summary>Number and place of false alarms.</summary>
    FalseAlarms = 4,

    /// <summary>Whether a transponder answers an interrogation.</summary>
    TransponderReply = 5,

    /// <summary>Looks of an engagement radar at an assigned target.</summary>
    FireControlLook = 6,

    /// <summary>Reliability of a round and its launch.</summary>
    RoundReliability = 7,

    /// <summary>Measurement noise of a seeker or a terminal phase.</summary>
    TerminalNoise = 8,

    /// <summary>Whether an intercept with a given miss distance kills.</summary>
    Lethality = 9,

    /// <summary>Reaction, reload and other crew times given as a spread.</summary>
    CrewTime = 10,

    /// <summary>Measurement noise of an engagement radar.</summary>
    FireControlNoise = 11,

    /// <summary>Constant errors of a radar set.</summary>
    RadarBias = 12,

    /// <summary>Whether a jammer is noticed, and the error of its direction.</summary>
    JamStrobe = 13,

    /// <summary>Wandering of the echo over a target's span, as a seeker sees it.</summary>
    Glint = 30,

    /// <summary>Where a missile that homes on a radar comes down.</summary>
    HomingError = 31,

    /// <summary>What something that breaks up comes down as.</summary>
    Debris = 32,

    /// <summary>Range rates of false alarms.</summary>
    FalseRangeRate = 35,

    /// <summary>Directions, places and times of a raid's waves.</summary>
    RaidLayout = 40,

    /// <summary>Times of coming into action and leaving it.</summary>
    MovementTime = 20,

    /// <summary>Uncertain figures of a programme, one draw for each and replication.</summary>
    ProgrammeFigures = 60,

    /// <summary>When parts of a unit fail, and which.</summary>
    PartFailure = 61,

    /// <summary>How long repairs take and what cannot be repaired.</summary>
    PartRepair = 62,

    /// <summary>How long suppliers take.</summary>
    PartSupply = 63,

    /// <summary>When rounds are fired for training.</summary>
    TrainingRounds = 64,

    /// <summary>Which state of readiness an engagement starts in.</summary>
    ReadinessDraw = 65,

    /// <summary>Draws of a motion of the user's own, one stream for each member.</summary>
    OwnMotion = 70,

    /// <summary>Loss and jitter of messages on a link of a network.</summary>
    NetworkLink = 50,

    /// <summary>What a liaison says wrongly.</summary>
    Liaison = 51,

    /// <summary>How strong an echo happens to be.</summary>
    EchoStrength = 52,
}
