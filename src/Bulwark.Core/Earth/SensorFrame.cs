namespace Bulwark.Core.Earth;

/// <summary>
/// The geometry of a sensor at a place: from Earth-fixed positions to range, azimuth and apparent elevation, and exactly back.
/// Immutable and safe for any number of threads.
/// </summary>
/// <remarks>
/// Model. The Earth near the site is the sphere that fits the WGS-84 ellipsoid along the azimuth of the target: its radius is that of
/// Euler's theorem, 1/R = cos²A/M + sin²A/N (Torge and Müller, Geodesy, 4th ed. 2012, section 4.1). Refraction is that of the
/// effective Earth: the bent ray becomes a straight one over a sphere of radius kR with heights above the surface kept
/// (Skolnik, Introduction to Radar Systems, 3rd ed. 2001, section 8.4; Blake, Radar Range-Performance Analysis, 1986, chapter 5).
/// Range is taken as the straight-line distance (a ray of 300 km is some 70 m longer), azimuth is not refracted.
/// Both directions are closed forms of one relation, (X + h)² = (X + hₐ)² + r² + 2r(X + hₐ) sin e with X = R for the true and X = kR
/// for the apparent elevation, so they invert each other to rounding: below 0.1 mm; angles to 1e-9 rad up to 85 degrees of
/// elevation and 3e-8 rad at the zenith. Against a ray trace through the exponential
/// atmosphere the apparent elevation agrees to 0.3 mrad below 3 km and 1.2 mrad below 10 km of height; higher targets at low elevation
/// are over-corrected (4.5 mrad at 30 km of height and 550 km of range), because real rays straighten as the air thins.
/// </remarks>
public sealed class SensorFrame
{
    private readonly double _meridianCurvature;
    private readonly double _primeVerticalCurvature;

    /// <summary>Places a sensor.</summary>
    /// <param name="ground">The site; its height is that of the ground above the ellipsoid.</param>
    /// <param name="antennaHeightM">Height of the antenna's centre above the ground, metres; finite.</param>
    /// <param name="effectiveEarthFactorRatio">Effective Earth factor k, positive; 4/3 for the standard troposphere, 1 for no refraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or the factor is not positive.</exception>
    public SensorFrame(GeodeticPoint ground, double antennaHeightM, double effectiveEarthFactorRatio = 4.0 / 3.0)
    {
        if (!double.IsFinite(ground.LatitudeRad + ground.LongitudeRad + ground.HeightM))
            throw new ArgumentOutOfRangeException(nameof(ground), ground, "The site must have finite coordinates.");
        if (!double.IsFinite(antennaHeightM))
            throw new ArgumentOutOfRangeException(nameof(antennaHeightM), antennaHeightM, "The antenna height must be finite.");
        if (!(effectiveEarthFactorRatio > 0) || !double.IsFinite(effectiveEarthFactorRatio))
            throw new ArgumentOutOfRangeException(nameof(effectiveEarthFactorRatio), effectiveEarthFactorRatio, "The effective Earth factor must be positive, for example 4/3.");

        Antenna = ground.WithHeight(ground.HeightM + antennaHeightM);
        Local = new LocalFrame(Antenna);
        EffectiveEarthFactorRatio = effectiveEarthFactorRatio;
        var sinLatitude = Math.Sin(ground.LatitudeRad);
        var w = Math.Sqrt(1 - (Wgs84.EccentricitySquared * sinLatitude * sinLatitude));
        _primeVerticalCurvature = w / Wgs84.SemiMajorAxisM;
        _meridianCurvature = w * w * w / (Wgs84.SemiMajorAxisM * (1 - Wgs84.EccentricitySquared));
    }

    /// <summary>The antenna's centre.</summary>
    public GeodeticPoint Antenna { get; }

    /// <summary>East-north-up frame at the antenna's centre.</summary>
    public LocalFrame Local { get; }

    /// <summary>Effective Earth factor k.</summary>
    public double EffectiveEarthFactorRatio { get; }

    /// <summary>Range, azimuth and apparent elevation of a position.</summary>
    /// <param name="positionM">Earth-fixed position, metres.</param>
    /// <returns>The measurement; all zero at the antenna itself.</returns>
    public SphericalMeasurement Measure(EcefVector positionM) => Measure(Local.ToLocal(positionM));

    /// <summary>Range, azimuth and apparent elevation of a position in the antenna's east-north-up frame.</summary>
    /// <param name="localM">Position relative to the antenna, metres, east-north-up.</param>
    /// <returns>The measurement; all zero at the antenna itself.</returns>
    public SphericalMeasurement Measure(EnuVector localM)
    {
        var horizontalSquared = (localM.East * localM.East) + (localM.North * localM.North);
        var rangeSquared = horizontalSquared + (localM.Up * localM.Up);
        var rangeM = Math.Sqrt(rangeSquared);
        if (rangeM == 0) return default;

        var trueRadiusM = RadiusM(localM.East, localM.North, horizontalSquared);
        var apparentRadiusM = EffectiveEarthFactorRatio * trueRadiusM + Antenna.HeightM;
        trueRadiusM += Antenna.HeightM;
        var riseM = Rise(trueRadiusM, rangeSquared + (2 * trueRadiusM * localM.Up));
        var sine = ((riseM * ((2 * apparentRadiusM) + riseM)) - rangeSquared) / (2 * rangeM * apparentRadiusM);
        var azimuthRad = Math.Atan2(localM.East, localM.North);
        return new SphericalMeasurement(rangeM, azimuthRad < 0 ? azimuthRad + (2 * Math.PI) : azimuthRad, Math.Asin(Math.Clamp(sine, -1, 1)));
    }

    /// <summary>The Earth-fixed position, in metres, that gives the measurement.</summary>
    /// <param name="measurement">Range, azimuth and apparent elevation.</param>
    public EcefVector Locate(SphericalMeasurement measurement) => Local.ToEcef(LocateLocal(measurement));

    /// <summary>The position in the antenna's east-north-up frame, metres, that gives the measurement.</summary>
    /// <param name="measurement">Range, azimuth and apparent elevation.</param>
    public EnuVector LocateLocal(SphericalMeasurement measurement)
    {
        var rangeM = measurement.RangeM;
        if (rangeM == 0) return default;

        var (sinAzimuth, cosAzimuth) = Math.SinCos(measurement.AzimuthRad);
        var trueRadiusM = RadiusM(sinAzimuth, cosAzimuth, 1);
        var apparentRadiusM = EffectiveEarthFactorRatio * trueRadiusM + Antenna.HeightM;
        trueRadiusM += Antenna.HeightM;
        var rangeSquared = rangeM * rangeM;
        var riseM = Rise(apparentRadiusM, rangeSquared + (2 * rangeM * apparentRadiusM * Math.Sin(measurement.ElevationRad)));
        var upM = ((riseM * ((2 * trueRadiusM) + riseM)) - rangeSquared) / (2 * trueRadiusM);
        upM = Math.Clamp(upM, -rangeM, rangeM);
        var horizontalM = Math.Sqrt((rangeM - upM) * (rangeM + upM));
        return new EnuVector(horizontalM * sinAzimuth, horizontalM * cosAzimuth, upM);
    }

    /// <summary>Whether the ray to the place clears the smooth surface of the ellipsoid (height 0), refraction included.</summary>
    /// <param name="measurement">Range, azimuth and apparent elevation of the place, which must itself be above the surface.</param>
    public bool ClearsHorizon(SphericalMeasurement measurement)
    {
        if (Antenna.HeightM <= 0) return measurement.ElevationRad >= 0;

        var (sinAzimuth, cosAzimuth) = Math.SinCos(measurement.AzimuthRad);
        var radiusM = EffectiveEarthFactorRatio * RadiusM(sinAzimuth, cosAzimuth, 1);
        var antennaRadiusM = radiusM + Antenna.HeightM;
        var tangentSquared = Antenna.HeightM * (antennaRadiusM + radiusM);
        return measurement.RangeM * measurement.RangeM <= tangentSquared
            || Math.Sin(measurement.ElevationRad) >= -Math.Sqrt(tangentSquared) / antennaRadiusM;
    }

    // Height gained along a ray: the root of x² + 2ax = q that is small against a, without cancellation.
    private static double Rise(double a, double q) => q / (a + Math.Sqrt(Math.Max(0, (a * a) + q)));

    /// <summary>Radius of the fitted sphere towards a direction given by its components, metres.</summary>
    internal double RadiusM(double east, double north, double horizontalSquared) => horizontalSquared > 0
        ? horizontalSquared / ((north * north * _meridianCurvature) + (east * east * _primeVerticalCurvature))
        : 1 / _primeVerticalCurvature;
}
