namespace Bulwark.Core.Earth;

/// <summary>Where a sensor sees something: straight-line range, azimuth and apparent elevation (see <see cref="SensorFrame"/>). Immutable.</summary>
/// <param name="RangeM">Straight-line distance from the antenna, metres; not negative.</param>
/// <param name="AzimuthRad">Direction in the antenna's horizontal plane, radians clockwise from true north, 0 to 2 pi.</param>
/// <param name="ElevationRad">Apparent elevation above the antenna's horizontal plane, radians, -pi/2 to pi/2.</param>
public readonly record struct SphericalMeasurement(double RangeM, double AzimuthRad, double ElevationRad);
