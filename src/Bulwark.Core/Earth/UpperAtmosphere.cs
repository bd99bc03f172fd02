namespace Bulwark.Core.Earth;

/// <summary>
/// The US Standard Atmosphere 1976 from 86 to 1000 km: kinetic temperature, and pressure and density as sums over nitrogen, oxygen, argon,
/// helium and hydrogen, which separate by diffusion. Source: NOAA-S/T 76-1562 (NASA-TM-X-74335), sections 1.2.9, 1.2.10 and 1.3,
/// equations 25 to 42 with tables 5 to 7. Safe for any number of threads.
/// </summary>
/// <remarks>
/// The gases are integrated once, on first use, and tabulated every 100 m to 150 km and every 250 m above; between the places pressure and
/// density are exponential, which is good to 2e-5. Below 86 km take <see cref="StandardAtmosphere"/>, which joins this one there.
/// </remarks>
public static class UpperAtmosphere
{
    /// <summary>Least geometric height, metres.</summary>
    public const double MinimumHeightM = 86_000;

    /// <summary>Greatest geometric height, metres.</summary>
    public const double MaximumHeightM = 1_000_000;

    private const double HeatCapacityRatio = 1.4;

    private static readonly UpperAtmosphereTable Table = new();

    /// <summary>The air at a height. The speed of sound is that of a gas of the same pressure and density: the standard gives none here.</summary>
    /// <param name="heightM">Geometric height, metres, from 86 km; above 1000 km the uppermost 250 m are continued.</param>
    /// <exception cref="ArgumentOutOfRangeException">The height is below 86 km.</exception>
    public static AtmosphereState At(double heightM)
    {
        if (!(heightM >= MinimumHeightM)) throw new ArgumentOutOfRangeException(nameof(heightM), heightM, "The upper atmosphere begins at 86 km.");
        var (pressurePa, densityKgPerM3, specificJPerKg) = Table.At(heightM);
        return new AtmosphereState(TemperatureK(heightM), pressurePa, densityKgPerM3, Math.Sqrt(HeatCapacityRatio * specificJPerKg));
    }

    /// <summary>Kinetic temperature, kelvin (equations 25, 27, 29 and 31).</summary>
    /// <param name="heightM">Geometric height, metres, from 86 km.</param>
    public static double TemperatureK(double heightM) => UpperTemperature.At(heightM).ValueK;
}
