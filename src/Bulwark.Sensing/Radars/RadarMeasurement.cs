using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Radars;

/// <summary>What a radar reports of one detection, and how accurate it is. Immutable.</summary>
/// <param name="RangeM">Measured slant range, metres, positive.</param>
/// <param name="AzimuthRad">Measured azimuth, radians clockwise from true north, 0 to 2 pi.</param>
/// <param name="ElevationRad">Measured apparent elevation, radians; not-a-number when the set measures none.</param>
/// <param name="RangeSigmaM">Standard deviation of the range, metres.</param>
/// <param name="AzimuthSigmaRad">Standard deviation of the azimuth, radians.</param>
/// <param name="ElevationSigmaRad">Standard deviation of the elevation, radians; not-a-number when the set measures none.</param>
public readonly record struct RadarMeasurement(
    double RangeM, double AzimuthRad, double ElevationRad, double RangeSigmaM, double AzimuthSigmaRad, double ElevationSigmaRad)
{
    /// <summary>Range, azimuth and elevation; the elevation is not-a-number when the set measures none.</summary>
    public SphericalMeasurement Spherical => new(RangeM, AzimuthRad, ElevationRad);
}
