namespace Bulwark.Core.Earth;

/// <summary>
/// The WGS-84 ellipsoid and the conversion between geodetic and Earth-fixed coordinates.
/// Source: NIMA TR8350.2, third edition (2000), tables 3.1 and 3.3; the inverse iterates Bowring, "Transformation from
/// spatial to geographical coordinates", Survey Review 23 (1976) 323-327, to the rounding limit.
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

    /// <summary>Converts a geodetic point to an Earth-fixed position in metres.</summary>
    /// <param name="point">The point; any height.</param>
    public static EcefVector ToEcef(GeodeticPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(point.LatitudeRad);
        var (sinLongitude, cosLongitude) = Math.SinCos(point.LongitudeRad);
        return FromNormal(new EcefVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude), point.HeightM);
    }

    /// <summary>The Earth-fixed position, in metres, of the point with the given ellipsoid normal and height.</summary>
    /// <param name="normal">Unit vector along the ellipsoid normal (the "n-vector").</param>
    /// <param name="heightM">Height above the ellipsoid in metres.</param>
    public static EcefVector FromNormal(EcefVector normal, double heightM)
    {
        var primeVerticalM = SemiMajorAxisM / Math.Sqrt(1 - (EccentricitySquared * normal.Z * normal.Z));
        var equatorialM = primeVerticalM + heightM;
        return new EcefVector(equatorialM * normal.X, equatorialM * normal.Y, ((primeVerticalM * (1 - EccentricitySquared)) + heightM) * normal.Z);
    }

    /// <summary>Converts an Earth-fixed position in metres to a geodetic point.</summary>
    /// <param name="positionM">Position; not within 50 km of the Earth's centre.</param>
    public static GeodeticPoint ToGeodetic(EcefVector positionM)
    {
        var equatorialM = Math.Sqrt((positionM.X * positionM.X) + (positionM.Y * positionM.Y));
        var longitudeRad = Math.Atan2(positionM.Y, positionM.X);

        // Reduced latitude by Bowring's start, then fixed-point steps on tan(latitude); two reach the rounding limit near the surface,
        // the loop serves heights of thousands of kilometres.
        const double SecondEccentricitySquared = EccentricitySquared / (1 - EccentricitySquared);
        var tanReduced = positionM.Z * SemiMajorAxisM / (equatorialM * SemiMinorAxisM);
        var tanLatitude = 0.0;
        if (equatorialM > 0)
        {
            for (var step = 0; step < 6; step++)
            {
                var cosReduced = 1 / Math.Sqrt(1 + (tanReduced * tanReduced));
                var sinReduced = tanReduced * cosReduced;
                tanLatitude = (positionM.Z + (SecondEccentricitySquared * SemiMinorAxisM * sinReduced * sinReduced * sinReduced))
                    / (equatorialM - (EccentricitySquared * SemiMajorAxisM * cosReduced * cosReduced * cosReduced));
                var next = tanLatitude * (1 - Flattening);
                if (Math.Abs(next - tanReduced) <= 1e-15 * Math.Abs(next)) break;
                tanReduced = next;
            }
        }

        var latitudeRad = equatorialM > 0 ? Math.Atan(tanLatitude) : Math.CopySign(Math.PI / 2, positionM.Z);
        var (sinLatitude, cosLatitude) = Math.SinCos(latitudeRad);
        var heightM = (equatorialM * cosLatitude) + (positionM.Z * sinLatitude)
            - (SemiMajorAxisM * Math.Sqrt(1 - (EccentricitySquared * sinLatitude * sinLatitude)));
        return new GeodeticPoint(latitudeRad, longitudeRad, heightM);
    }
}
