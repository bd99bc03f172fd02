using System.Globalization;

namespace Bulwark.Formats.TerrainTiles;

/// <summary>Where public terrain tiles of one degree come from, and how they are named. Immutable.</summary>
/// <param name="Id">The name users give it.</param>
/// <param name="Address">
/// The usual address of a tile; <c>{name}</c> stands for its name and <c>{band}</c> for its latitude as in N44.
/// </param>
/// <param name="Ending">Ending of its file name.</param>
/// <param name="Description">One line for people.</param>
public sealed record TileSource(string Id, string Address, string Ending, string Description)
{
    /// <summary>SRTM, 1 second of arc, with voids filled, from the Terrain Tiles of the open data programme of Amazon Web Services.</summary>
    public static TileSource Srtm { get; } = new(
        "srtm",
        "https://s3.amazonaws.com/elevation-tiles-prod/skadi/{band}/{name}.hgt.gz",
        ".hgt.gz",
        "SRTM and other public heights at 1 second of arc, packed .hgt (Terrain Tiles, AWS open data)");

    /// <summary>Copernicus GLO-30, 1 second of arc, surface heights above EGM2008.</summary>
    public static TileSource Glo30 { get; } = new(
        "glo30",
        "https://copernicus-dem-30m.s3.amazonaws.com/{name}/{name}.tif",
        ".tif",
        "Copernicus DEM GLO-30, GeoTIFF at 1 second of arc (ESA, AWS open data)");

    /// <summary>Copernicus GLO-90, 3 seconds of arc, surface heights above EGM2008.</summary>
    public static TileSource Glo90 { get; } = new(
        "glo90",
        "https://copernicus-dem-90m.s3.amazonaws.com/{name}/{name}.tif",
        ".tif",
        "Copernicus DEM GLO-90, GeoTIFF at 3 seconds of arc (ESA, AWS open data)");

    /// <summary>All sources.</summary>
    public static IReadOnlyList<TileSource> All { get; } = [Srtm, Glo30, Glo90];

    /// <summary>The name of a tile without its ending, N44E005 or Copernicus_DSM_COG_10_N44_00_E005_00_DEM.</summary>
    /// <param name="latitude">Latitude of the south-west corner, whole degrees.</param>
    /// <param name="longitude">Longitude of the south-west corner, whole degrees.</param>
    public string NameOf(int latitude, int longitude)
    {
        var east = string.Create(CultureInfo.InvariantCulture, $"{(longitude < 0 ? 'W' : 'E')}{Math.Abs(longitude):000}");
        return Id switch
        {
            "glo30" => $"Copernicus_DSM_COG_10_{Band(latitude)}_00_{east}_00_DEM",
            "glo90" => $"Copernicus_DSM_COG_30_{Band(latitude)}_00_{east}_00_DEM",
            _ => Band(latitude) + east,
        };
    }

    /// <summary>The address of a tile.</summary>
    /// <param name="template">The address with its place-holders.</param>
    /// <param name="latitude">Latitude of the south-west corner, whole degrees.</param>
    /// <param name="longitude">Longitude of the south-west corner, whole degrees.</param>
    public string AddressOf(string template, int latitude, int longitude)
    {
        ArgumentNullException.ThrowIfNull(template);
        return template.Replace("{name}", NameOf(latitude, longitude), StringComparison.Ordinal).Replace("{band}", Band(latitude), StringComparison.Ordinal);
    }

    private static string Band(int latitude) => string.Create(CultureInfo.InvariantCulture, $"{(latitude < 0 ? 'S' : 'N')}{Math.Abs(latitude):00}");
}
