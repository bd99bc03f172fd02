namespace Bulwark.Sensing.Propagation;

/// <summary>What a ray between two heights has come to (see <see cref="RayTrace"/>). Immutable.</summary>
/// <param name="PropagatedRangeM">Electrical length ∫ n ds, what a radar measures as range, metres.</param>
/// <param name="LengthM">Length of the curved ray, metres.</param>
/// <param name="SlantRangeM">Straight distance between the ends, metres.</param>
/// <param name="TrueElevationRad">Elevation of the straight line at the start, radians.</param>
/// <param name="CentralAngleRad">Angle between the ends at the centre of the Earth, radians; times the radius it is the ground range.</param>
/// <param name="ArrivalElevationRad">Elevation of the ray at its end, upward positive, radians.</param>
/// <param name="LowestHeightM">Lowest height the ray touches, metres; below the surface means the Earth is in the way.</param>
public readonly record struct RefractedPath(
    double PropagatedRangeM,
    double LengthM,
    double SlantRangeM,
    double TrueElevationRad,
    double CentralAngleRad,
    double ArrivalElevationRad,
    double LowestHeightM);
