using Bulwark.Core.Earth;

namespace Bulwark.Sensing.Propagation;

/// <summary>Air and weather between a radar and its targets, the same in all directions. Immutable.</summary>
public sealed record PropagationConditions
{
    /// <summary>Frequency, hertz, above zero to 200 GHz.</summary>
    public required double FrequencyHz { get; init; }

    /// <summary>Height of the antenna above sea level, metres, -500 to 20 000.</summary>
    public required double AntennaHeightM { get; init; }

    /// <summary>The air.</summary>
    public ReferenceAtmosphere Atmosphere { get; init; } = ReferenceAtmosphere.MeanGlobal;

    /// <summary>Polarisation, for rain.</summary>
    public Polarisation Polarisation { get; init; } = Polarisation.Horizontal;

    /// <summary>Rain rate, m/s (see <see cref="RainAttenuation.MillimetrePerHourMPerS"/>); zero for none.</summary>
    public double RainRateMPerS { get; init; }

    /// <summary>Height of the top of the rain, metres above sea level; it falls evenly from there to the ground.</summary>
    public double RainTopM { get; init; } = 4000;

    /// <summary>Distance from the radar to which it rains, metres of range.</summary>
    public double RainReachM { get; init; } = double.PositiveInfinity;

    /// <summary>Liquid water in the cloud or fog, kg/m³; zero for none.</summary>
    public double CloudDensityKgPerM3 { get; init; }

    /// <summary>Base of the cloud, metres above sea level.</summary>
    public double CloudBaseM { get; init; } = 1000;

    /// <summary>Top of the cloud, metres above sea level.</summary>
    public double CloudTopM { get; init; } = 2500;

    /// <summary>Temperature of the cloud's water, kelvin.</summary>
    public double CloudTemperatureK { get; init; } = 273.15;

    /// <summary>Radius of the sphere over which rays are traced, metres.</summary>
    public double EarthRadiusM { get; init; } = Wgs84.MeanRadiusM;

    /// <summary>Throws when a value is outside its range.</summary>
    /// <exception cref="ArgumentException">A value is outside its range; the message names it.</exception>
    internal void Check()
    {
        if (!(FrequencyHz > 0 && FrequencyHz <= 200e9)) throw Problem(nameof(FrequencyHz), "above zero to 200 GHz");
        if (!(AntennaHeightM >= -500 && AntennaHeightM <= 20_000)) throw Problem(nameof(AntennaHeightM), "-500 to 20 000 m");
        if (Atmosphere is null) throw Problem(nameof(Atmosphere), "an atmosphere");
        if (!(RainRateMPerS >= 0 && RainRateMPerS <= 500 * RainAttenuation.MillimetrePerHourMPerS)) throw Problem(nameof(RainRateMPerS), "0 to 500 mm/h");
        if (!(RainTopM >= -1000 && RainTopM <= 20_000)) throw Problem(nameof(RainTopM), "-1000 to 20 000 m");
        if (!(RainReachM >= 0)) throw Problem(nameof(RainReachM), "not negative");
        if (!(CloudDensityKgPerM3 >= 0 && CloudDensityKgPerM3 <= 0.02)) throw Problem(nameof(CloudDensityKgPerM3), "0 to 0.02 kg/m³");
        if (!(CloudBaseM >= -1000 && CloudBaseM < CloudTopM && CloudTopM <= 20_000)) throw Problem(nameof(CloudBaseM), "-1000 m to below the top, which is at most 20 000 m");
        if (!(CloudTemperatureK >= 250 && CloudTemperatureK <= 320)) throw Problem(nameof(CloudTemperatureK), "250 to 320 K");
        if (!(EarthRadiusM >= 1e6 && EarthRadiusM <= 1e8)) throw Problem(nameof(EarthRadiusM), "1000 to 100 000 km");
    }

    private static ArgumentException Problem(string name, string range) => new($"{name} must be {range}.", name);
}
