namespace Bulwark.Core.Earth;

/// <summary>
/// Relations between range, height and apparent elevation over a smooth spherical Earth whose radius is enlarged by the factor k so
/// that refracted rays become straight. Immutable.
/// </summary>
/// <remarks>
/// Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 8.4; Blake, Radar Range-Performance Analysis (1986),
/// chapter 5. Validity: k = 4/3 fits a refractivity gradient near -39 N-units/km, heights within the troposphere and ranges to
/// some 400 km; above 10 km the exponential atmosphere bends less. Note that 4/3 is a rounded figure: the gradient of -39/km itself
/// gives k = 1.3306 (see <see cref="FromRefractivityGradient"/>), 11 m of height less at 300 km.
/// For a real site over the ellipsoid use <see cref="SensorFrame"/>.
/// </remarks>
public sealed class EffectiveEarth
{
    /// <summary>Chooses the factor and the radius of the sphere.</summary>
    /// <param name="factorRatio">Effective Earth factor k, positive.</param>
    /// <param name="earthRadiusM">True radius of the sphere, metres, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is not positive.</exception>
    public EffectiveEarth(double factorRatio = 4.0 / 3.0, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(factorRatio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(earthRadiusM);
        FactorRatio = factorRatio;
        RadiusM = factorRatio * earthRadiusM;
    }

    /// <summary>The standard: k = 4/3 and the mean radius.</summary>
    public static EffectiveEarth Standard { get; } = new();

    /// <summary>Effective Earth factor k.</summary>
    public double FactorRatio { get; }

    /// <summary>Radius of the enlarged sphere, metres.</summary>
    public double RadiusM { get; }

    /// <summary>The factor of a linear refractivity profile, k = 1/(1 + R dn/dh).</summary>
    /// <param name="gradientPerM">Gradient of the refractive index with height, 1/m, for example -39e-9.</param>
    /// <param name="earthRadiusM">True radius of the sphere, metres, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The gradient traps rays in a duct (R dn/dh of -1 or less).</exception>
    public static EffectiveEarth FromRefractivityGradient(double gradientPerM, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        var inverse = 1 + (earthRadiusM * gradientPerM);
        if (!(inverse > 0)) throw new ArgumentOutOfRangeException(nameof(gradientPerM), gradientPerM, "Such a gradient traps rays in a duct.");
        return new EffectiveEarth(1 / inverse, earthRadiusM);
    }

    /// <summary>Straight distance from a height to its horizon, √(2kRh + h²), metres.</summary>
    /// <param name="heightM">Height above the surface, metres; negative counts as zero.</param>
    public double HorizonDistanceM(double heightM)
    {
        var h = Math.Max(0, heightM);
        return Math.Sqrt(h * ((2 * RadiusM) + h));
    }

    /// <summary>Greatest straight distance at which two heights see each other, touching the surface between them, metres.</summary>
    /// <param name="height1M">One height above the surface, metres; negative counts as zero.</param>
    /// <param name="height2M">The other height, metres; negative counts as zero.</param>
    public double HorizonDistanceM(double height1M, double height2M) => HorizonDistanceM(height1M) + HorizonDistanceM(height2M);

    /// <summary>The handbook's parabolic form of the same, √(2kRh₁) + √(2kRh₂), metres; 0.03 per cent short at 10 km of height.</summary>
    /// <param name="height1M">One height above the surface, metres; negative counts as zero.</param>
    /// <param name="height2M">The other height, metres; negative counts as zero.</param>
    public double ParabolicHorizonDistanceM(double height1M, double height2M) =>
        Math.Sqrt(2 * RadiusM * Math.Max(0, height1M)) + Math.Sqrt(2 * RadiusM * Math.Max(0, height2M));

    /// <summary>Height reached by a ray, metres above the surface.</summary>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians.</param>
    public double HeightM(double rangeM, double antennaHeightM, double elevationRad)
    {
        var a = RadiusM + antennaHeightM;
        var q = rangeM * (rangeM + (2 * a * Math.Sin(elevationRad)));
        return antennaHeightM + (q / (a + Math.Sqrt(Math.Max(0, (a * a) + q))));
    }

    /// <summary>Slant range at which a ray reaches a height, metres; the far crossing when it dips first; not-a-number when it never does.</summary>
    /// <param name="heightM">Height to reach, metres above the surface.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians.</param>
    public double RangeM(double heightM, double antennaHeightM, double elevationRad)
    {
        var a = RadiusM + antennaHeightM;
        var along = a * Math.Sin(elevationRad);
        var q = (heightM - antennaHeightM) * ((2 * RadiusM) + heightM + antennaHeightM);
        var root = Math.Sqrt((along * along) + q);
        return along > 0 ? q / (along + root) : root - along;
    }

    /// <summary>Apparent elevation of a target, refraction included, radians.</summary>
    /// <param name="rangeM">Slant range, metres, positive.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="heightM">Height of the target, metres.</param>
    public double ElevationRad(double rangeM, double antennaHeightM, double heightM)
    {
        var q = (heightM - antennaHeightM) * ((2 * RadiusM) + heightM + antennaHeightM);
        return Math.Asin(Math.Clamp((q - (rangeM * rangeM)) / (2 * rangeM * (RadiusM + antennaHeightM)), -1, 1));
    }

    /// <summary>Apparent elevation of a target given by its distance along the surface, radians.</summary>
    /// <param name="groundRangeM">Distance along the true surface, metres, positive.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="heightM">Height of the target, metres.</param>
    public double ElevationFromGroundRangeRad(double groundRangeM, double antennaHeightM, double heightM)
    {
        // The transformation keeps arcs along the surface and heights, so the central angle shrinks by k.
        var (sine, cosine) = Math.SinCos(groundRangeM / RadiusM);
        return Math.Atan2(((RadiusM + heightM) * cosine) - (RadiusM + antennaHeightM), (RadiusM + heightM) * sine);
    }

    /// <summary>Slant range of a target given by its distance along the surface, metres.</summary>
    /// <param name="groundRangeM">Distance along the true surface, metres.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="heightM">Height of the target, metres.</param>
    public double SlantRangeM(double groundRangeM, double antennaHeightM, double heightM)
    {
        var half = Math.Sin(groundRangeM / (2 * RadiusM));
        var rise = heightM - antennaHeightM;
        return Math.Sqrt((rise * rise) + (4 * (RadiusM + heightM) * (RadiusM + antennaHeightM) * half * half));
    }

    /// <summary>Distance along the surface below a target, metres.</summary>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians.</param>
    public double GroundRangeM(double rangeM, double antennaHeightM, double elevationRad)
    {
        var (sine, cosine) = Math.SinCos(elevationRad);
        return RadiusM * Math.Atan2(rangeM * cosine, RadiusM + antennaHeightM + (rangeM * sine));
    }
}
