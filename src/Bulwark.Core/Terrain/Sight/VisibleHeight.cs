namespace Bulwark.Core.Terrain.Sight;

/// <summary>The smallest height over a place that a sensor sees. Immutable.</summary>
/// <param name="State">What is known of it.</param>
/// <param name="SightHeightM">Height of the lowest free ray over the place, metres over the datum; it may be below the ground; not a number when unknown.</param>
/// <param name="TerrainHeightM">Height of the ground, metres over the datum; not a number when unknown.</param>
public readonly record struct VisibleHeight(VisibleHeightState State, double SightHeightM, double TerrainHeightM)
{
    /// <summary>Smallest visible height above the ground, metres, zero where the ground itself is seen; not a number when unknown.</summary>
    public double MinimumAboveGroundM => Math.Max(0, SightHeightM - TerrainHeightM);

    /// <summary>Smallest visible height, metres over the datum, at least that of the ground; not a number when unknown.</summary>
    public double MinimumHeightM => Math.Max(SightHeightM, TerrainHeightM);
}
