namespace Bulwark.Core.Terrain.Sight;

/// <summary>Whether a line of sight is free.</summary>
public enum SightState
{
    /// <summary>The ray clears all ground on its way.</summary>
    Clear,

    /// <summary>Known ground stands in the way.</summary>
    Blocked,

    /// <summary>No known ground stands in the way, but the height of some ground below the ray is unknown.</summary>
    Unknown,
}
