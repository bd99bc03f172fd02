namespace Bulwark.Simulation.Recording;

/// <summary>Which behaviour of a doctrine made a unit act. Numbers are recorded: never renumber.</summary>
public enum DoctrineCause
{
    /// <summary>Dark until a track is inside a range.</summary>
    Ambush = 0,

    /// <summary>Reaction to a track that is taken for an anti-radiation missile.</summary>
    AntiRadiation = 1,

    /// <summary>Dark for a while after a shut-down.</summary>
    HoldDown = 2,

    /// <summary>Dark until cued by others.</summary>
    Cue = 3,

    /// <summary>Radars of a group radiate in turn.</summary>
    Rotation = 4,

    /// <summary>Fire on the network's track, late illumination.</summary>
    SilentFire = 5,

    /// <summary>Autonomous fall-back when the network or the parent is lost.</summary>
    FallBack = 6,

    /// <summary>Point defence of a parent.</summary>
    PointDefence = 7,

    /// <summary>On until the last own missile has come to its end.</summary>
    FinishGuidance = 8,

    /// <summary>Move after firing.</summary>
    MoveAfterFiring = 9,

    /// <summary>Withdraw for reloading.</summary>
    Reload = 10,
}
