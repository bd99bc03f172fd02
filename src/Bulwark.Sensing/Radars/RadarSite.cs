using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// Where a radar stands and which way it faces. Immutable; safe for any number of threads. The geometry, with its sources and
/// validity, is that of <see cref="SensorFrame"/>.
/// </summary>
public sealed class RadarSite
{
    /// <summary>Places a radar.</summary>
    /// <param name="ground">The site; its height is that of the ground above the ellipsoid.</param>
    /// <param name="antennaHeightM">Height of the antenna's centre above the ground, metres; finite.</param>
    /// <param name="facingRad">Middle of the sector it looks into, radians clockwise from north; finite.</param>
    /// <param name="effectiveEarthFactorRatio">Effective Earth factor k, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or the factor is not positive.</exception>
    public RadarSite(GeodeticPoint ground, double antennaHeightM, double facingRad = 0, double effectiveEarthFactorRatio = 4.0 / 3.0)
    {
        if (!double.IsFinite(facingRad)) throw new ArgumentOutOfRangeException(nameof(facingRad), facingRad, "The facing must be finite.");
        Frame = new SensorFrame(ground, antennaHeightM, effectiveEarthFactorRatio);
        FacingRad = facingRad;
    }

    /// <summary>The geometry, shared with trackers.</summary>
    public SensorFrame Frame { get; }

    /// <summary>Middle of the sector it looks into, radians clockwise from north.</summary>
    public double FacingRad { get; }

    /// <summary>How the site sees a place.</summary>
    /// <param name="targetM">Earth-fixed position, metres.</param>
    public RadarView View(EcefVector targetM) => View(Frame.Local.ToLocal(targetM));

    /// <summary>How the site sees a place given in the antenna's east-north-up frame.</summary>
    /// <param name="localM">Position relative to the antenna, metres.</param>
    public RadarView View(EnuVector localM)
    {
        var measurement = Frame.Measure(localM);
        return new RadarView(measurement.RangeM, measurement.AzimuthRad, measurement.ElevationRad, Frame.ClearsHorizon(measurement));
    }

    /// <summary>The Earth-fixed position, metres, that is seen so; the exact inverse of <see cref="View(EcefVector)"/>.</summary>
    /// <param name="measurement">Range, azimuth and apparent elevation.</param>
    public EcefVector Locate(SphericalMeasurement measurement) => Frame.Locate(measurement);
}
