using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>What a coverage study says about air, surface, clutter and jammers.</summary>
internal static class SurroundingsWords
{
    public static IEnumerable<string> Notes(CoverageResult result)
    {
        var (request, links) = (result.Request, result.Field.Links);
        yield return $"{Air(request)}{Except(links, static link => !link.FeelsSurroundings, "of unknown frequency")}.";
        yield return $"{Surface(request)}{(request.Surroundings.Surface is null ? "" : Except(links, static link => !link.FeelsSurroundings, "of unknown frequency"))}; {Clutter(request)}{(HasClutter(request) ? Except(links, static link => !link.FeelsClutter, "of unknown canceller") : "")}.";
        for (var index = 0; index < request.Jammers.Count; index++) yield return Jammer(result, index);
        if (request.Jammers.Count > 0 && Except(links, static link => !CanBeJammed(link), "of unknown receiver") is { Length: > 2 } deaf) yield return $"Jamming counts{deaf}.";
    }

    private static string Air(CoverageRequest request)
    {
        if (request.Surroundings.Air is not { } air) return "Air and weather are not reckoned with, beyond what the published ranges hold";
        var rain = air.RainRateMPerS > 0 ? string.Create(CultureInfo.InvariantCulture, $"rain of {air.RainRateMPerS / RainAttenuation.MillimetrePerHourMPerS:0.##} mm/h up to {CoverageWords.Length(air.RainTopM)}") : "no rain";
        var cloud = air.CloudDensityKgPerM3 > 0
            ? string.Create(CultureInfo.InvariantCulture, $"cloud of {air.CloudDensityKgPerM3 * 1000:0.###} g/m³ from {CoverageWords.Length(air.CloudBaseM)} to {CoverageWords.Length(air.CloudTopM)}")
            : "no cloud";
        return $"Gas in {Climate(air.Atmosphere.Climate)}, {rain}, {cloud}";
    }

    private static string Climate(ReferenceClimate climate) => climate switch
    {
        ReferenceClimate.LowLatitude => "air of low latitudes",
        ReferenceClimate.MidLatitudeSummer => "summer air of middle latitudes",
        ReferenceClimate.MidLatitudeWinter => "winter air of middle latitudes",
        ReferenceClimate.HighLatitudeSummer => "summer air of high latitudes",
        ReferenceClimate.HighLatitudeWinter => "winter air of high latitudes",
        _ => "mean global air",
    };

    private static string Surface(CoverageRequest request) => request.Surroundings.Surface is { } surface
        ? string.Create(CultureInfo.InvariantCulture, $"Reflections from {(surface.IsSea ? "the sea" : "flat land at the radar's level")}, rough by {surface.RoughnessM:0.##} m")
        : "No reflections from the surface";

    private static bool HasClutter(CoverageRequest request) => request.Surroundings.SeaClutterState is not null || request.Surroundings.LandClutter is not null;

    private static string Clutter(CoverageRequest request)
    {
        if (!HasClutter(request)) return "no clutter";
        var speed = $"for a target that flies straight at the radar at {QuantityFormat.Short(request.TargetSpeedMPerS, Dimension.Speed)}";
        return request.Surroundings.SeaClutterState is { } state
            ? string.Create(CultureInfo.InvariantCulture, $"sea clutter of state {state} {speed}")
            : $"land clutter ({Simulation.Scenarios.LandNames.All.First(land => land.Surface == request.Surroundings.LandClutter).Name}) {speed}";
    }

    private static string Jammer(CoverageResult result, int index)
    {
        var jammer = result.Request.Jammers[index];
        var heard = result.Field.Links.Where(CanBeJammed).Select(link => link.JammerToNoiseRatios[index] is > 0 and var ratio
            ? string.Create(CultureInfo.InvariantCulture, $"{10 * Math.Log10(ratio):0} dB above the noise of {link.Model.Parameters.Name} in its main beam")
            : $"not heard by {link.Model.Parameters.Name}").Distinct(StringComparer.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Jammer of {QuantityFormat.Short(jammer.Noise.RadiatedPowerW, Dimension.Power)} over {QuantityFormat.Short(jammer.Noise.BandwidthHz, Dimension.Frequency)} at {CoverageWords.Place(jammer.Place)}, {CoverageWords.Length(jammer.Place.HeightM)} high: {string.Join(", ", heard.DefaultIfEmpty("no set that can be reckoned"))}.");
    }

    private static bool CanBeJammed(RadarLink link) => link.Model.Parameters is { FrequencyHz: > 0, NoiseTemperatureK: > 0 };

    private static string Except(IReadOnlyList<RadarLink> links, Func<RadarLink, bool> isDeaf, string why)
    {
        var deaf = links.Where(isDeaf).Select(static link => link.Model.Parameters.Name).Distinct(StringComparer.Ordinal).ToArray();
        return deaf.Length > 0 ? $" (not for {string.Join(", ", deaf)}, {why})" : "";
    }
}
