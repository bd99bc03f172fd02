namespace Bulwark.Core.Earth;

/// <summary>Where a geodesic has led. Immutable.</summary>
/// <param name="Point">The place, at the height of the start; longitude -pi to pi.</param>
/// <param name="AzimuthRad">Direction of travel there, clockwise from north, -pi to pi.</param>
public readonly record struct GeodesicDirect(GeodeticPoint Point, double AzimuthRad);
