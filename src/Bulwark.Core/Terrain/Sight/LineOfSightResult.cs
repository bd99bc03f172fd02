using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>What stands between a sensor and a target. Immutable.</summary>
/// <param name="State">Whether the line is free.</param>
/// <param name="Measurement">Range, azimuth and apparent elevation of the target.</param>
/// <param name="Obstacle">
/// The ground that reaches highest into the view below or over the target (not the target's own), at its height; <c>null</c> when no ground
/// is known on the way.
/// </param>
/// <param name="ObstacleRangeM">Straight distance to the obstacle, metres; not a number without one.</param>
/// <param name="ObstacleElevationRad">Apparent elevation of the obstacle, radians; not a number without one.</param>
/// <param name="ClearanceM">
/// What the target lies above the lowest visible height over its place, metres; negative when hidden. Not a number when no ground is known.
/// </param>
/// <param name="SightHeightM">
/// Height over the target's place at which a ray that grazes the obstacle passes, metres over the datum; it may be below the ground.
/// With unknown samples this is a lower bound. Not a number when no ground is known on the way.
/// </param>
/// <param name="GroundHeightM">Height of the ground at the target's place, metres over the datum; not a number when unknown.</param>
/// <param name="SampleCount">Samples of the ground taken.</param>
/// <param name="UnknownCount">Samples whose height is unknown.</param>
public sealed record LineOfSightResult(
    SightState State,
    SphericalMeasurement Measurement,
    GeodeticPoint? Obstacle,
    double ObstacleRangeM,
    double ObstacleElevationRad,
    double ClearanceM,
    double SightHeightM,
    double GroundHeightM,
    int SampleCount,
    int UnknownCount)
{
    /// <summary>Smallest visible height above the ground at the target's place, metres, zero where the ground itself is seen; not a number when unknown.</summary>
    public double MinimumAboveGroundM => Math.Max(0, SightHeightM - GroundHeightM);

    /// <summary>Smallest visible height at the target's place, metres over the datum, at least that of the ground; not a number when unknown.</summary>
    public double MinimumHeightM => Math.Max(SightHeightM, GroundHeightM);
}
