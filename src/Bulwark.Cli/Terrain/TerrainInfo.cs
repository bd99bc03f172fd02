using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bulwark.Core.Terrain;

namespace Bulwark.Cli.Terrain;

/// <summary>What <c>terrain info</c> says.</summary>
internal static class TerrainInfo
{
    /// <summary>A line for each tile and one for all.</summary>
    public static string Text(TileStore store, IReadOnlyList<TileSurvey> surveys)
    {
        var text = new StringBuilder();
        foreach (var survey in surveys)
        {
            var tile = survey.Tile;
            text.AppendLine(CultureInfo.InvariantCulture, $"{Name(store, tile)}: {tile.Format.ToString().ToUpperInvariant()}, {tile.Rows} x {tile.Columns} posts{(tile.UtmZone == 0 ? "" : $" in UTM zone {Math.Abs(tile.UtmZone)}{(tile.UtmZone > 0 ? "N" : "S")}")} at {tile.SpacingM:0.#} m, {Deg(tile.Box.SouthRad):0.####} to {Deg(tile.Box.NorthRad):0.####} N, {Deg(tile.Box.WestRad):0.####} to {Deg(tile.Box.EastRad):0.####} E");
            text.AppendLine(CultureInfo.InvariantCulture, $"  heights {survey.LowestM:0.#} to {survey.HighestM:0.#} m, {100 * survey.UnknownShare:0.###} % unknown ({survey.UnknownPosts} posts)");
            if (tile.DatumNote.Length > 0) text.AppendLine(CultureInfo.InvariantCulture, $"  {tile.DatumNote}");
        }

        var posts = surveys.Sum(static survey => (double)survey.Tile.Rows * survey.Tile.Columns);
        text.Append(CultureInfo.InvariantCulture, $"{surveys.Count} tiles, {posts:0} posts, {100 * surveys.Sum(static survey => (double)survey.UnknownPosts) / posts:0.###} % unknown; heights above the {(store.Datum == VerticalDatum.Egm96 ? "EGM96 geoid" : "WGS-84 ellipsoid")}");
        return text.ToString();
    }

    /// <summary>The same as an object.</summary>
    public static JsonObject Json(TileStore store, IReadOnlyList<TileSurvey> surveys) => new()
    {
        ["datum"] = store.Datum == VerticalDatum.Egm96 ? "egm96" : "ellipsoid",
        ["tiles"] = new JsonArray([.. surveys.Select(survey => new JsonObject
        {
            ["file"] = Name(store, survey.Tile),
            ["format"] = survey.Tile.Format.ToString().ToLowerInvariant(),
            ["rows"] = survey.Tile.Rows,
            ["columns"] = survey.Tile.Columns,
            ["spacingM"] = survey.Tile.SpacingM,
            ["utmZone"] = survey.Tile.UtmZone,
            ["southDeg"] = Deg(survey.Tile.Box.SouthRad),
            ["westDeg"] = Deg(survey.Tile.Box.WestRad),
            ["northDeg"] = Deg(survey.Tile.Box.NorthRad),
            ["eastDeg"] = Deg(survey.Tile.Box.EastRad),
            ["unknownPosts"] = survey.UnknownPosts,
            ["unknownShare"] = survey.UnknownShare,
            ["lowestM"] = double.IsNaN(survey.LowestM) ? null : survey.LowestM,
            ["highestM"] = double.IsNaN(survey.HighestM) ? null : survey.HighestM,
            ["note"] = survey.Tile.DatumNote,
        })]),
    };

    private static string Name(TileStore store, TerrainTile tile) =>
        File.Exists(store.Path) ? Path.GetFileName(tile.Path) : Path.GetRelativePath(store.Path, tile.Path);

    private static double Deg(double angleRad) => double.RadiansToDegrees(angleRad);
}
