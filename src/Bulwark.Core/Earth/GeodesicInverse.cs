namespace Bulwark.Core.Earth;

/// <summary>The shortest path between two points on the ellipsoid. Immutable.</summary>
/// <param name="DistanceM">Length on the ellipsoid, metres.</param>
/// <param name="AzimuthStartRad">Direction at the first point, clockwise from north, -pi to pi.</param>
/// <param name="AzimuthEndRad">Direction at the second point, onward and not back, clockwise from north, -pi to pi.</param>
public readonly record struct GeodesicInverse(double DistanceM, double AzimuthStartRad, double AzimuthEndRad);
