namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Two-way loss by gas, rain and cloud along the exact refracted ray to a height: the integrals that <see cref="PropagationTable"/>
/// tabulates. Some milliseconds each. Sources as for its parts: Recommendations ITU-R P.676-13, P.838-3, P.840-8, P.835-6, P.453-14.
/// </summary>
public static class PathLoss
{
    private const int Panels = 24;

    /// <summary>Two-way loss, dB.</summary>
    /// <param name="conditions">Air and weather.</param>
    /// <param name="elevationRad">Apparent elevation at the antenna, radians.</param>
    /// <param name="endHeightM">Height of the target above sea level, metres; the ray must reach it.</param>
    /// <exception cref="ArgumentException">A condition is outside its range or the ray never reaches the height.</exception>
    public static double TwoWayDb(PropagationConditions conditions, double elevationRad, double endHeightM)
    {
        ArgumentNullException.ThrowIfNull(conditions);
        conditions.Check();
        var ray = new BouguerRay(conditions.Atmosphere, conditions.AntennaHeightM, elevationRad, conditions.EarthRadiusM);
        if (!ray.TryLegs(endHeightM, out var legs)) throw new ArgumentOutOfRangeException(nameof(endHeightM), endHeightM, "The ray never reaches this height.");

        var gas = new RaySums();
        ray.Integrate(legs, double.NegativeInfinity, double.PositiveInfinity, Panels, ref gas, heightM => GasAttenuation.SpecificDbPerM(conditions.FrequencyHz, conditions.Atmosphere.At(heightM)));
        var rain = new RaySums();
        if (conditions.RainRateMPerS > 0) ray.Integrate(legs, double.NegativeInfinity, conditions.RainTopM, Panels, ref rain);
        var cloud = new RaySums();
        if (conditions.CloudDensityKgPerM3 > 0) ray.Integrate(legs, conditions.CloudBaseM, conditions.CloudTopM, Panels, ref cloud);
        return 2 * (gas.Attenuation
            + (RainDbPerM(conditions, elevationRad) * Math.Min(rain.LengthM, conditions.RainReachM))
            + (CloudDbPerM(conditions) * cloud.LengthM));
    }

    /// <summary>Specific attenuation by rain one way, dB/m.</summary>
    internal static double RainDbPerM(PropagationConditions conditions, double elevationRad) =>
        RainAttenuation.SpecificDbPerM(RainAttenuation.Coefficients(conditions.FrequencyHz, elevationRad, conditions.Polarisation), conditions.RainRateMPerS);

    /// <summary>Specific attenuation by cloud one way, dB/m.</summary>
    internal static double CloudDbPerM(PropagationConditions conditions) =>
        CloudAttenuation.SpecificDbPerM(conditions.FrequencyHz, conditions.CloudTemperatureK, conditions.CloudDensityKgPerM3);
}
