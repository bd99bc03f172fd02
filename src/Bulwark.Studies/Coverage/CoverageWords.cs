using System.Globalization;
using Bulwark.Core.Earth;
using Bulwark.Core.Units;

namespace Bulwark.Studies.Coverage;

/// <summary>The words of maps, tables and the command line about a coverage study.</summary>
internal static class CoverageWords
{
    public static string Length(double metres) => metres >= 1000
        ? $"{(metres / 1000).ToString(metres >= 100_000 ? "0" : "0.#", CultureInfo.InvariantCulture)} km"
        : $"{metres.ToString("0.#", CultureInfo.InvariantCulture)} m";

    public static string Height(CoverageResult result, CoverageLayer layer) =>
        $"{Length(layer.HeightM)} above {(result.Request.Reference == HeightReference.Ground && result.HasTerrain ? "ground" : "sea level")}";

    public static string Target(CoverageResult result)
    {
        var sizes = result.Field.Links.Select(static link => link.TargetRcsM2).Distinct().Order().Select(static sizeM2 => QuantityFormat.Short(sizeM2, Dimension.Area).Replace("m2", "m²", StringComparison.Ordinal)).ToArray();
        return $"{(result.Request.TargetName.Length > 0 ? result.Request.TargetName : "target")} of {(sizes.Length == 1 ? sizes[0] : $"{sizes[0]} to {sizes[^1]}")}";
    }

    public static string Area(double squareMetres) => $"{(squareMetres / 1e6).ToString(squareMetres < 1e8 ? "0.#" : "#,0", CultureInfo.InvariantCulture)} km²";

    public static string Percent(double share) => share.ToString(Math.Abs(share) < 0.0995 ? "0.0 %" : "0 %", CultureInfo.InvariantCulture).Replace('-', '−');

    public static string Radars(CoverageResult result) => string.Join("; ", result.Sites.Select(static site =>
        $"{site.Name} at {Place(site.Place)}"));

    public static string Place(GeodeticPoint place) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(place.LatitudeDeg):0.###}° {(place.LatitudeDeg < 0 ? "S" : "N")}, {Math.Abs(place.LongitudeDeg):0.###}° {(place.LongitudeDeg < 0 ? "W" : "E")}");

    public static string Rule(CoverageResult result)
    {
        var rule = result.Request.Combination;
        var threshold = Percent(result.Request.ThresholdProbability);
        if (rule.Kind == CombinationKind.Track)
            return $"{threshold} for {rule.Count} looks in {rule.WindowS.ToString("0.#", CultureInfo.InvariantCulture)} s, track good to {Length(rule.AccuracyM)}";
        var radars = result.Request.Radars.Count;
        if (radars == 1) return $"{threshold} in one look";
        return rule.Count == 1 ? $"{threshold} for any of {radars} radars" : $"{threshold} for {rule.Count} of {radars} radars";
    }

    /// <summary>What the answer rests on: nobody should have to guess.</summary>
    public static IEnumerable<string> Notes(CoverageResult result)
    {
        var factor = result.Request.EffectiveEarthFactorRatio.ToString("0.###", CultureInfo.InvariantCulture);
        if (!result.HasTerrain)
        {
            yield return $"Smooth Earth (no terrain was given), k = {factor}: hills and valleys will hide more than this map shows.";
        }
        else
        {
            var about = result.Request.TerrainDescription;
            yield return $"{(about.Length > 0 ? about.TrimEnd('.') : "Terrain")}; effective Earth k = {factor}.";
            yield return result.Request.Surroundings.TerrainGaps == Core.Terrain.Sight.MissingTerrain.SmoothEarth
                ? "Where no height is known, sea level was taken, as asked; it hides nothing but the horizon."
                : $"Unknown for want of terrain, there or on the way: {string.Join(", ", result.Layers.Select(layer => $"{Percent(layer.UnknownShare)} at {Length(layer.HeightM)}"))} of the area.";
        }

        foreach (var note in SurroundingsWords.Notes(result)) yield return note;
        yield return $"Covered: {Rule(result)}. Ring: the free-space range of each set against this target, at most its display; it knows no horizon.";
    }
}
