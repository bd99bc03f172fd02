namespace Bulwark.Sensing.Propagation;

/// <summary>The direct and the reflected ray between two heights above a sphere, or a plane. Immutable.</summary>
/// <param name="DirectM">Length of the direct ray, metres.</param>
/// <param name="IncidentM">Length of the reflected ray before the reflection, metres.</param>
/// <param name="ReflectedM">Its length after the reflection, metres.</param>
/// <param name="PathDifferenceM">Reflected less direct, metres.</param>
/// <param name="GrazingRad">Grazing angle at the reflection, radians.</param>
/// <param name="DirectElevationRad">Elevation of the direct ray at the antenna, radians.</param>
/// <param name="ReflectedElevationRad">Elevation of the reflected ray at the antenna, radians; negative.</param>
/// <param name="DivergenceFactor">Weakening by the curvature of the sphere, 0 to 1.</param>
/// <remarks>
/// Equal grazing angles are solved for on the exact sphere, not by the parabolic approximation. Divergence: the two principal curvatures of
/// the reflected wave, D = 1/√((1 + 2pq/(a sin ψ))(1 + 2pq sin ψ/a)), pq the product of the parts over their sum (Riblet and Barker, J. Appl. Phys. 19 (1948) 63-70).
/// </remarks>
public readonly record struct TwoRayGeometry(
    double DirectM,
    double IncidentM,
    double ReflectedM,
    double PathDifferenceM,
    double GrazingRad,
    double DirectElevationRad,
    double ReflectedElevationRad,
    double DivergenceFactor)
{
    /// <summary>Solves the geometry; false beyond the horizon, where nothing is reflected.</summary>
    /// <param name="antennaHeightM">Height of the antenna above the surface, metres, positive.</param>
    /// <param name="targetHeightM">Height of the target, metres, positive.</param>
    /// <param name="groundRangeM">Distance along the surface, metres, positive.</param>
    /// <param name="effectiveRadiusM">Effective radius of the sphere, metres; infinity is the plane.</param>
    /// <param name="geometry">The solution.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static bool TrySolve(double antennaHeightM, double targetHeightM, double groundRangeM, double effectiveRadiusM, out TwoRayGeometry geometry)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(antennaHeightM);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetHeightM);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(groundRangeM);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(effectiveRadiusM);
        geometry = default;
        var angle = groundRangeM / effectiveRadiusM;
        if (!(angle < 1)) return false;
        if (double.IsInfinity(effectiveRadiusM))
        {
            var share = antennaHeightM / (antennaHeightM + targetHeightM);
            geometry = Make(Ray.Plane(antennaHeightM, groundRangeM * share), Ray.Plane(targetHeightM, groundRangeM * (1 - share)), Ray.Plane(targetHeightM - antennaHeightM, groundRangeM), 0);
            return true;
        }

        // The grazing angle at the reflection falls with the distance from either end: the root of the difference is bracketed, Newton's steps use the flat derivative.
        double low = 0, high = angle, at = angle * antennaHeightM / (antennaHeightM + targetHeightM);
        Ray first = default, second = default;
        for (var i = 0; i < 60; i++)
        {
            first = Ray.Sphere(antennaHeightM, at, effectiveRadiusM);
            second = Ray.Sphere(targetHeightM, angle - at, effectiveRadiusM);
            var difference = first.ElevationRad - second.ElevationRad;
            if (difference > 0) low = at;
            else high = at;
            var rest = angle - at;
            var slope = (antennaHeightM / (effectiveRadiusM * at * at)) + (targetHeightM / (effectiveRadiusM * rest * rest)) + 1;
            var next = at + (difference / slope);
            if (!(next > low && next < high)) next = 0.5 * (low + high);
            if (Math.Abs(next - at) <= 1e-12 * angle) break;
            at = next;
        }

        if (!(first.ElevationRad > 0)) return false;
        geometry = Make(first, second, Ray.Between(antennaHeightM, targetHeightM, angle, effectiveRadiusM), effectiveRadiusM, at);
        return true;
    }

    private static TwoRayGeometry Make(Ray incident, Ray reflected, Ray direct, double radiusM, double atRad = 0)
    {
        var grazing = incident.ElevationRad;
        var sine = Math.Sin(grazing);

        // (p + q)² - R² = 4pq sin²ψ gives the difference without cancellation.
        var difference = 4 * incident.LengthM * reflected.LengthM * sine * sine / (incident.LengthM + reflected.LengthM + direct.LengthM);
        var divergence = 1.0;
        if (radiusM > 0)
        {
            var harmonic = 2 * incident.LengthM * reflected.LengthM / ((incident.LengthM + reflected.LengthM) * radiusM);
            divergence = 1 / Math.Sqrt((1 + (harmonic / sine)) * (1 + (harmonic * sine)));
        }

        return new TwoRayGeometry(direct.LengthM, incident.LengthM, reflected.LengthM, difference, grazing, direct.ElevationRad, -grazing - atRad, divergence);
    }

    /// <summary>A straight line: its length, and its elevation at the end that is named.</summary>
    private readonly record struct Ray(double LengthM, double ElevationRad)
    {
        public static Ray Plane(double riseM, double distanceM) => new(Math.Sqrt((riseM * riseM) + (distanceM * distanceM)), Math.Atan2(riseM, distanceM));

        /// <summary>From the surface up to a height at a central angle.</summary>
        public static Ray Sphere(double heightM, double angleRad, double radiusM) => Between(0, heightM, angleRad, radiusM);

        public static Ray Between(double height1M, double height2M, double angleRad, double radiusM)
        {
            var half = Math.Sin(0.5 * angleRad);
            var rise = height2M - height1M;
            var far = radiusM + height2M;
            return new Ray(
                Math.Sqrt((rise * rise) + (4 * (radiusM + height1M) * far * half * half)),
                Math.Atan2(rise - (2 * far * half * half), far * Math.Sin(angleRad)));
        }
    }
}
