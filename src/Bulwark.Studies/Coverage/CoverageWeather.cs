using Bulwark.Sensing.Propagation;

namespace Bulwark.Studies.Coverage;

/// <summary>Air and weather over the whole area. Immutable.</summary>
public sealed record CoverageWeather
{
    /// <summary>Which air: the mean of the Earth, or the summer or winter of the radar's latitude.</summary>
    public CoverageSeason Season { get; init; }

    /// <summary>Rain rate, m/s, from the ground to 4 km, everywhere; 0 for none (10 mm/h is <see cref="RainAttenuation.MillimetrePerHourMPerS"/> times ten).</summary>
    public double RainRateMPerS { get; init; }

    /// <summary>Liquid water of clouds between 1 and 2.5 km, kg/m³, everywhere; 0 for none.</summary>
    public double CloudDensityKgPerM3 { get; init; }
}
