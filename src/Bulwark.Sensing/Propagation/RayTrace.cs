using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Exact rays in air whose refractive index depends on height only: n r cos(elevation) is constant along the ray (Bouguer's law; Blake,
/// Radar Range-Performance Analysis, 1986, chapter 5; Recommendation ITU-R P.676-13, annex 1, section 2.2).
/// </summary>
/// <remarks>
/// The integrals run over the square root of the height above the point where the ray is level, which takes the singularity of a grazing
/// ray away; Gauss-Legendre panels then give nine digits for a smooth profile. Validity: no ducts (n r must grow with height along the
/// ray); rays that a duct traps are reported by an exception.
/// </remarks>
public static class RayTrace
{
    private const int Panels = 12;

    /// <summary>Whether a ray reaches a height, and what it has come to there. A ray that starts downward and is to end above its start passes its lowest point.</summary>
    /// <param name="profile">Refractive index by height.</param>
    /// <param name="startHeightM">Height of the start, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the start, radians, -π/2 to π/2.</param>
    /// <param name="endHeightM">Height of the end, metres.</param>
    /// <param name="path">The path; unset when the ray never reaches the height.</param>
    /// <param name="earthRadiusM">Radius of the sphere, metres.</param>
    /// <exception cref="ArgumentOutOfRangeException">A height is not finite or below -10 km, or the elevation is outside its range.</exception>
    public static bool TryTrace(IRefractivityProfile profile, double startHeightM, double elevationRad, double endHeightM, out RefractedPath path, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        var ray = new BouguerRay(profile, startHeightM, elevationRad, earthRadiusM);
        path = default;
        if (!ray.TryLegs(endHeightM, out var legs)) return false;
        var sums = new RaySums();
        ray.Integrate(legs, double.NegativeInfinity, double.PositiveInfinity, Panels, ref sums);
        path = ray.Finish(endHeightM, legs, sums);
        return true;
    }

    /// <summary>The ray from one height to another that starts at an apparent elevation.</summary>
    /// <param name="profile">Refractive index by height.</param>
    /// <param name="startHeightM">Height of the start, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the start, radians.</param>
    /// <param name="endHeightM">Height of the end, metres.</param>
    /// <param name="earthRadiusM">Radius of the sphere, metres.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ray never reaches the height, or an argument is outside its range.</exception>
    public static RefractedPath Trace(IRefractivityProfile profile, double startHeightM, double elevationRad, double endHeightM, double earthRadiusM = Wgs84.MeanRadiusM) =>
        TryTrace(profile, startHeightM, elevationRad, endHeightM, out var path, earthRadiusM)
            ? path
            : throw new ArgumentOutOfRangeException(nameof(endHeightM), endHeightM, "The ray never reaches this height.");

    /// <summary>
    /// Apparent elevation at which a target is seen, found by iteration on the exact ray to 1e-10 rad, radians. The ray is the upward
    /// one where there are two.
    /// </summary>
    /// <param name="profile">Refractive index by height.</param>
    /// <param name="startHeightM">Height of the antenna, metres.</param>
    /// <param name="endHeightM">Height of the target, metres.</param>
    /// <param name="groundRangeM">Distance along the surface (radius times central angle), metres, positive.</param>
    /// <param name="earthRadiusM">Radius of the sphere, metres.</param>
    public static double ApparentElevationRad(IRefractivityProfile profile, double startHeightM, double endHeightM, double groundRangeM, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        var wanted = groundRangeM / earthRadiusM;
        double low = -0.5 * Math.PI, high = 0.5 * Math.PI;

        // The central angle falls as the elevation grows; a ray that starts down and would have to end higher counts as too far.
        for (var i = 0; i < 60 && high - low > 1e-11; i++)
        {
            var middle = 0.5 * (low + high);
            if (IsTooShort(profile, startHeightM, middle, endHeightM, wanted, earthRadiusM)) high = middle;
            else low = middle;
        }

        return 0.5 * (low + high);
    }

    private static bool IsTooShort(IRefractivityProfile profile, double startHeightM, double elevationRad, double endHeightM, double wanted, double earthRadiusM)
    {
        if (TryTrace(profile, startHeightM, elevationRad, endHeightM, out var path, earthRadiusM))
        {
            // Looking down at a lower target, steeper rays end nearer.
            return endHeightM >= startHeightM ? path.CentralAngleRad < wanted : path.CentralAngleRad > wanted;
        }

        // A lower end is missed by a ray that turns above it, which started too high; a higher one by a ray that dives into the Earth.
        return endHeightM < startHeightM;
    }
}
