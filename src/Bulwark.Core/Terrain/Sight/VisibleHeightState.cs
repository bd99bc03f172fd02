namespace Bulwark.Core.Terrain.Sight;

/// <summary>What is known of a smallest visible height.</summary>
public enum VisibleHeightState : byte
{
    /// <summary>The place is outside the radius of the map, or outside the terrain.</summary>
    Outside,

    /// <summary>All ground between is known.</summary>
    Known,

    /// <summary>Some ground between is unknown: the true height is this or larger.</summary>
    LowerBound,

    /// <summary>The ground at the place, or all of it between, is unknown.</summary>
    Unknown,
}
