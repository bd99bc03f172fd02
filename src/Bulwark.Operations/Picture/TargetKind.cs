namespace Bulwark.Operations.Picture;

/// <summary>What command takes a track for by its signs. Numbers are recorded: never renumber.</summary>
public enum TargetKind
{
    /// <summary>Not enough seen to say.</summary>
    Unknown = 0,

    /// <summary>An aircraft with a crew.</summary>
    Aircraft = 1,

    /// <summary>A cruise missile.</summary>
    CruiseMissile = 2,

    /// <summary>A drone: small and slow.</summary>
    Drone = 3,

    /// <summary>A decoy that stands for an aircraft.</summary>
    Decoy = 4,

    /// <summary>A missile that homes on radars.</summary>
    AntiRadiationMissile = 5,
}
