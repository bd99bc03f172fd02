using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Attenuation by atmospheric gases along the refracted path between two heights. Source: Recommendation ITU-R P.676-13 (2022), annex 1,
/// section 2.2; the sum over layers of equation 12 is taken as the integral it stands for, over the exact ray (<see cref="RayTrace"/>).
/// </summary>
public static class SlantPath
{
    private const int Panels = 48;

    /// <summary>Gas attenuation one way, dB, between any two heights of which the ray reaches the second.</summary>
    /// <param name="frequencyHz">Frequency, hertz, 1 to 1000 GHz.</param>
    /// <param name="atmosphere">The air.</param>
    /// <param name="startHeightM">Height of the start, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the start, radians, -π/2 to π/2.</param>
    /// <param name="endHeightM">Height of the end, metres; 100 km is the top of the atmosphere.</param>
    /// <param name="earthRadiusM">Radius of the sphere, metres; P.676 has 6371 km.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ray never reaches the height, or an argument is outside its range.</exception>
    public static double GasDb(double frequencyHz, ReferenceAtmosphere atmosphere, double startHeightM, double elevationRad, double endHeightM, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        ArgumentNullException.ThrowIfNull(atmosphere);
        return IntegralDb(atmosphere, heightM => GasAttenuation.SpecificDbPerM(frequencyHz, atmosphere.At(heightM)), startHeightM, elevationRad, endHeightM, earthRadiusM);
    }

    /// <summary>The integral of any specific attenuation that depends on height, along the refracted path, dB one way.</summary>
    /// <param name="profile">Refractive index by height.</param>
    /// <param name="specificDbPerM">Specific attenuation, dB/m, at a height in metres.</param>
    /// <param name="startHeightM">Height of the start, metres.</param>
    /// <param name="elevationRad">Apparent elevation at the start, radians.</param>
    /// <param name="endHeightM">Height of the end, metres.</param>
    /// <param name="earthRadiusM">Radius of the sphere, metres.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ray never reaches the height, or an argument is outside its range.</exception>
    public static double IntegralDb(IRefractivityProfile profile, Func<double, double> specificDbPerM, double startHeightM, double elevationRad, double endHeightM, double earthRadiusM = Wgs84.MeanRadiusM)
    {
        ArgumentNullException.ThrowIfNull(specificDbPerM);
        var ray = new BouguerRay(profile, startHeightM, elevationRad, earthRadiusM);
        if (!ray.TryLegs(endHeightM, out var legs)) throw new ArgumentOutOfRangeException(nameof(endHeightM), endHeightM, "The ray never reaches this height.");
        var sums = new RaySums();
        ray.Integrate(legs, double.NegativeInfinity, double.PositiveInfinity, Panels, ref sums, specificDbPerM);
        return sums.Attenuation;
    }
}
