using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Coverage;

/// <summary>The figures of a coverage study as the one JSON object that <c>summary.json</c> holds and <c>--json</c> prints. Documented in docs/coverage.md.</summary>
public static class CoverageSummary
{
    /// <summary>Value of the member "format".</summary>
    public const string Format = "bulwark-coverage/1";

    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The object.</summary>
    /// <param name="result">The study.</param>
    public static JsonObject Of(CoverageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var request = result.Request;
        return new JsonObject
        {
            ["format"] = Format,
            ["version"] = ProductVersion.Text,
            ["notes"] = new JsonArray([.. CoverageWords.Notes(result).Select(static note => JsonValue.Create(note))]),
            ["target"] = new JsonObject
            {
                ["name"] = request.TargetName,
                ["rcsM2"] = request.TargetRcsM2,
                ["rcsByRadarM2"] = new JsonArray([.. result.Field.Links.Select(static link => JsonValue.Create(Math.Round(link.TargetRcsM2, 6)))]),
                ["speedMPerS"] = request.TargetSpeedMPerS,
            },
            ["jammers"] = new JsonArray([.. request.Jammers.Select((jammer, index) => Jammer(result, jammer, index))]),
            ["terrain"] = result.HasTerrain,
            ["heightsAbove"] = request.Reference == HeightReference.Ground && result.HasTerrain ? "ground" : "sea",
            ["thresholdProbability"] = request.ThresholdProbability,
            ["combination"] = Rule(request.Combination),
            ["effectiveEarthFactor"] = request.EffectiveEarthFactorRatio,
            ["radiusM"] = Math.Round(result.Grid.RadiusM, 1),
            ["cellM"] = Math.Round(result.Grid.CellM, 3),
            ["sites"] = new JsonArray([.. result.Sites.Select(Site)]),
            ["heights"] = new JsonArray([.. result.Layers.Select(Layer)]),
        };
    }

    /// <summary>The object as text, ending in a line feed.</summary>
    /// <param name="result">The study.</param>
    public static string ToJson(CoverageResult result) => Of(result).ToJsonString(Options) + "\n";

    /// <summary>What the answer rests on, in sentences: terrain or smooth Earth, the effective Earth, the rule of coverage.</summary>
    /// <param name="result">The study.</param>
    public static IReadOnlyList<string> Notes(CoverageResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. CoverageWords.Notes(result)];
    }

    private static JsonObject Rule(Combination rule) => rule.Kind == CombinationKind.Track
        ? new JsonObject { ["kind"] = "track", ["looks"] = rule.Count, ["windowS"] = rule.WindowS, ["accuracyM"] = rule.AccuracyM }
        : new JsonObject { ["kind"] = "detections", ["radars"] = rule.Count };

    private static JsonObject Site(CoverageSite site) => new JsonObject
    {
        ["name"] = site.Name,
        ["latitudeDeg"] = Math.Round(site.Place.LatitudeDeg, 7),
        ["longitudeDeg"] = Math.Round(site.Place.LongitudeDeg, 7),
        ["groundM"] = Math.Round(site.Place.HeightM, 2),
        ["antennaHeightsM"] = new JsonArray([.. site.AntennaHeightsM.Select(static height => JsonValue.Create(height))]),
        ["ringRangesM"] = new JsonArray([.. site.RingRangesM.Select(static range => JsonValue.Create(Math.Round(range, 1)))]),
    };

    private static JsonObject Jammer(CoverageResult result, CoverageJammer jammer, int index) => new JsonObject
    {
        ["latitudeDeg"] = Math.Round(jammer.Place.LatitudeDeg, 7),
        ["longitudeDeg"] = Math.Round(jammer.Place.LongitudeDeg, 7),
        ["heightM"] = jammer.Place.HeightM,
        ["radiatedPowerW"] = jammer.Noise.RadiatedPowerW,
        ["bandwidthHz"] = jammer.Noise.BandwidthHz,
        ["jammerToNoiseByRadar"] = new JsonArray([.. result.Field.Links.Select(link => JsonValue.Create(link.JammerToNoiseRatios[index]))]),
    };

    private static JsonObject Layer(CoverageLayer layer)
    {
        var unbroken = layer.Ranges.Select(static range => range.UnbrokenRangeM).Order().ToArray();
        return new JsonObject
        {
            ["heightM"] = layer.HeightM,
            ["coveredAreaKm2"] = Math.Round(layer.CoveredAreaM2 / 1e6, 3),
            ["ringAreaKm2"] = Math.Round(layer.RingAreaM2 / 1e6, 3),
            ["unknownAreaKm2"] = Math.Round(layer.UnknownAreaM2 / 1e6, 3),
            ["unknownShare"] = Math.Round(layer.UnknownShare, 6),
            ["differenceShare"] = Math.Round(layer.DifferenceShare, 6),
            ["unbrokenRangeM"] = new JsonObject { ["least"] = Math.Round(unbroken[0], 1), ["median"] = Math.Round(unbroken[unbroken.Length / 2], 1), ["most"] = Math.Round(unbroken[^1], 1) },
            ["farthestRangeM"] = Math.Round(layer.Ranges.Max(static range => range.FarthestRangeM), 1),
        };
    }
}
