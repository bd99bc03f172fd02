namespace Bulwark.Core.Earth;

/// <summary>
/// Gravity of the WGS-84 Earth. Vectors are Earth-fixed, in m/s².
/// Source: NIMA TR8350.2, third edition (2000), chapter 4 (normal gravity); Vallado, Fundamentals of Astrodynamics and Applications,
/// 4th ed. (2013), section 8.6 (the J2 term).
/// </summary>
/// <remarks>
/// The J2 field leaves out higher terms of the normal field (J4 first: up to 1.2e-4 m/s² at the poles) and all anomalies (typically 3e-4 m/s²).
/// </remarks>
public static class Gravity
{
    /// <summary>Second zonal harmonic of the ellipsoid (geometric value; the dynamic one of EGM96 is 1.0826267e-3).</summary>
    public const double SecondZonalHarmonic = 1.08262982131e-3;

    /// <summary>Normal gravity at the equator, m/s².</summary>
    public const double EquatorialMPerS2 = 9.7803253359;

    /// <summary>Normal gravity at the poles, m/s².</summary>
    public const double PolarMPerS2 = 9.8321849378;

    /// <summary>Somigliana's constant k = bγₚ/(aγₑ) - 1.</summary>
    public const double SomiglianaConstant = 0.00193185265241;

    /// <summary>Attraction of the Earth, without the centrifugal part.</summary>
    /// <param name="positionM">Earth-fixed position, metres; outside the Earth.</param>
    public static EcefVector Attraction(EcefVector positionM)
    {
        var squared = positionM.LengthSquared;
        var central = -Wgs84.GravitationalParameterM3PerS2 / (squared * Math.Sqrt(squared));
        var oblate = 1.5 * SecondZonalHarmonic * Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM / squared;
        var polar = 5 * positionM.Z * positionM.Z / squared;
        var equatorial = central * (1 + (oblate * (1 - polar)));
        return new EcefVector(equatorial * positionM.X, equatorial * positionM.Y, central * (1 + (oblate * (3 - polar))) * positionM.Z);
    }

    /// <summary>Attraction and centrifugal acceleration: what a plumb line at rest on the turning Earth feels.</summary>
    /// <param name="positionM">Earth-fixed position, metres; outside the Earth.</param>
    public static EcefVector AtRest(EcefVector positionM)
    {
        const double RateSquared = Wgs84.RotationRateRadPerS * Wgs84.RotationRateRadPerS;
        return Attraction(positionM) + new EcefVector(RateSquared * positionM.X, RateSquared * positionM.Y, 0);
    }

    /// <summary>Coriolis acceleration -2 ω × v of something that moves in the Earth-fixed frame.</summary>
    /// <param name="velocityMPerS">Earth-fixed velocity, m/s.</param>
    public static EcefVector Coriolis(EcefVector velocityMPerS) =>
        new(2 * Wgs84.RotationRateRadPerS * velocityMPerS.Y, -2 * Wgs84.RotationRateRadPerS * velocityMPerS.X, 0);

    /// <summary>Normal gravity on the ellipsoid by Somigliana's formula (TR8350.2, equation 4-1), m/s².</summary>
    /// <param name="latitudeRad">Geodetic latitude, radians.</param>
    public static double NormalMPerS2(double latitudeRad)
    {
        var sine = Math.Sin(latitudeRad);
        return EquatorialMPerS2 * (1 + (SomiglianaConstant * sine * sine)) / Math.Sqrt(1 - (Wgs84.EccentricitySquared * sine * sine));
    }

    /// <summary>Normal gravity above the ellipsoid from the closed ellipsoidal potential (TR8350.2, equations 4-5 to 4-20), m/s².</summary>
    /// <param name="latitudeRad">Geodetic latitude, radians.</param>
    /// <param name="heightM">Height above the ellipsoid, metres; not negative.</param>
    /// <returns>Magnitude of normal gravity, centrifugal part included.</returns>
    public static double NormalMPerS2(double latitudeRad, double heightM)
    {
        const double FocalSquared = Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM * Wgs84.EccentricitySquared;
        const double RateSquared = Wgs84.RotationRateRadPerS * Wgs84.RotationRateRadPerS;
        var focalM = Math.Sqrt(FocalSquared);
        var position = Wgs84.ToEcef(new GeodeticPoint(latitudeRad, 0, heightM));
        var excess = position.LengthSquared - FocalSquared;
        var uSquared = 0.5 * (excess + Math.Sqrt((excess * excess) + (4 * FocalSquared * position.Z * position.Z)));
        var u = Math.Sqrt(uSquared);
        var v = Math.Sqrt(uSquared + FocalSquared);
        var (sinBeta, cosBeta) = Math.SinCos(Math.Atan2(position.Z * v, u * position.X));
        var w = Math.Sqrt((uSquared + (FocalSquared * sinBeta * sinBeta)) / (v * v));
        var angle = Math.Atan2(focalM, u);
        var q = 0.5 * (((1 + (3 * uSquared / FocalSquared)) * angle) - (3 * u / focalM));
        var qSlope = (3 * (1 + (uSquared / FocalSquared)) * (1 - (u / focalM * angle))) - 1;
        const double PolarSquared = Wgs84.SemiMinorAxisM * Wgs84.SemiMinorAxisM;
        var qSurface = 0.5 * (((1 + (3 * PolarSquared / FocalSquared)) * Math.Atan2(focalM, Wgs84.SemiMinorAxisM)) - (3 * Wgs84.SemiMinorAxisM / focalM));
        var rotation = RateSquared * Wgs84.SemiMajorAxisM * Wgs84.SemiMajorAxisM;
        var alongU = (-(Wgs84.GravitationalParameterM3PerS2 + (rotation * focalM * qSlope / qSurface * ((0.5 * sinBeta * sinBeta) - (1.0 / 6)))) / (v * v))
            + (RateSquared * u * cosBeta * cosBeta);
        var alongBeta = ((rotation * q / (v * qSurface)) - (RateSquared * v)) * sinBeta * cosBeta;
        return Math.Sqrt((alongU * alongU) + (alongBeta * alongBeta)) / w;
    }
}
