using System.Globalization;

namespace Bulwark.Core.Terrain;

/// <summary>Terrain in words.</summary>
internal static class TerrainText
{
    public static string Of(VerticalDatum datum) => datum == VerticalDatum.Egm96 ? "the EGM96 geoid" : "the WGS-84 ellipsoid";

    public static string Of(TileFormat format) => format switch
    {
        TileFormat.Hgt => "SRTM",
        TileFormat.Dted => "DTED",
        _ => "GeoTIFF",
    };

    /// <summary>One line about a window.</summary>
    public static string Describe(IReadOnlyList<TerrainTile> tiles, ElevationGrid grid)
    {
        if (tiles.Count == 0) return "no terrain tile lies in the area; every height is unknown";
        var kinds = tiles.GroupBy(static tile => (tile.Format, SpacingM: Math.Round(tile.SpacingM)))
            .Select(static kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Count()} {Of(kind.Key.Format)} at {kind.Key.SpacingM} m"));
        var notes = tiles.Select(static tile => tile.DatumNote).Where(static note => note.Length > 0).Distinct(StringComparer.Ordinal);
        return string.Join("; ", [
            $"terrain tiles: {string.Join(", ", kinds)}",
            string.Create(CultureInfo.InvariantCulture, $"sampled at {grid.SpacingM:0.#} m, heights above {Of(grid.Datum)}, {100 * grid.UnknownShare:0.##} % unknown"),
            .. notes,
        ]);
    }
}
