using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Radars;

/// <summary>How a radar site sees a place. Immutable.</summary>
/// <param name="RangeM">Straight-line distance from the antenna, metres.</param>
/// <param name="AzimuthRad">Azimuth, radians clockwise from true north, 0 to 2 pi.</param>
/// <param name="ElevationRad">Apparent elevation, refraction included, radians.</param>
/// <param name="ClearsHorizon">Whether the ray clears the smooth Earth; terrain is not looked at.</param>
public readonly record struct RadarView(double RangeM, double AzimuthRad, double ElevationRad, bool ClearsHorizon)
{
    /// <summary>The same as a measurement without error.</summary>
    public SphericalMeasurement Measurement => new(RangeM, AzimuthRad, ElevationRad);
}
