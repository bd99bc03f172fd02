namespace Bulwark.Core.Earth;

/// <summary>
/// The WGS-84 ellipsoid and the conversion between geodetic and Earth-fixed coordinates (see <see cref="Earth.Ellipsoid"/>).
/// Source: NIMA TR8350.2, third edition (2000), tables 3.1 and 3.3.
/// </summary>
public static class Wgs84
{
    /// <summary>Semi-major axis a, metres.</summary>
    public const double SemiMajorAxisM = 6_378_137.0;

    /// <summary>Flattening f.</summary>
    public const double Flattening = 1 / 298.257223563;

    /// <summary>Semi-minor axis b = a(1 - f), metres.</summary>
    public const double SemiMinorAxisM = SemiMajorAxisM * (1 - Flattening);

    /// <summary>First eccentricity squared, e² = f(2 - f).</summary>
    public const double EccentricitySquared = Flattening * (2 - Flattening);

    /// <summary>Rotation rate of the Earth, rad/s.</summary>
    public const double RotationRateRadPerS = 7.292115e-5;

    /// <summary>Geocentric gravitational constant GM with the atmosphere, m³/s².</summary>
    public const double GravitationalParameterM3PerS2 = 3.986004418e14;

    /// <summary>Mean radius (2a + b)/3, metres.</summary>
    public const double MeanRadiusM = ((2 * SemiMajorAxisM) + SemiMinorAxisM) / 3;

    /// <summary>The ellipsoid itself, by which this class converts.</summary>
    public static Ellipsoid Ellipsoid { get; } = new(SemiMajorAxisM, Flattening);

    /// <summary>Converts a geodetic point to an Earth-fixed position in metres.</summary>
    /// <param name="point">The point; any height.</param>
    public static EcefVector ToEcef(GeodeticPoint point) => Ellipsoid.ToEcef(point);

    /// <summary>The Earth-fixed position, in metres, of the point with the given ellipsoid normal and height.</summary>
    /// <param name="normal">Unit vector along the ellipsoid normal (the "n-vector").</param>
    /// <param name="heightM">Height above the ellipsoid in metres.</param>
    public static EcefVector FromNormal(EcefVector normal, double heightM) => Ellipsoid.FromNormal(normal, heightM);

    /// <summary>Converts an Earth-fixed position in metres to a geodetic point.</summary>
    /// <param name="positionM">Position; not within 50 km of the Earth's centre.</param>
    public static GeodeticPoint ToGeodetic(EcefVector positionM) => Ellipsoid.ToGeodetic(positionM);

    /// <inheritdoc cref="Earth.Ellipsoid.HeightM(EcefVector)"/>
    public static double HeightM(EcefVector positionM) => Ellipsoid.HeightM(positionM);

    /// <inheritdoc cref="Earth.Ellipsoid.HeightM(EcefVector, out double, out double)"/>
    public static double HeightM(EcefVector positionM, out double sinLatitudeRatio, out double cosLatitudeRatio) => Ellipsoid.HeightM(positionM, out sinLatitudeRatio, out cosLatitudeRatio);
}
