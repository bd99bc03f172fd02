namespace Bulwark.Sensing.Radars;

/// <summary>Whether a radar can see a place at all, and if not, the first reason why.</summary>
public enum Visibility
{
    /// <summary>Nothing but signal strength decides.</summary>
    Visible = 0,

    /// <summary>The Earth is in between.</summary>
    BelowHorizon = 1,

    /// <summary>Beyond the instrumented range.</summary>
    OutOfRange = 2,

    /// <summary>Inside the blind range.</summary>
    TooClose = 3,

    /// <summary>Above the highest elevation of the beam.</summary>
    AboveBeam = 4,

    /// <summary>Below the lowest elevation of the beam.</summary>
    BelowBeam = 5,

    /// <summary>Outside the sector the set looks into.</summary>
    OutsideSector = 6,

    /// <summary>Known ground is in between.</summary>
    MaskedByTerrain = 7,

    /// <summary>Ground of unknown height lies before it; nobody can say.</summary>
    UnknownTerrain = 8,
}
