using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>What the GeoKeys of a GeoTIFF say about its coordinates. Source: OGC 19-008r4, GeoTIFF 1.1, annexes.</summary>
internal sealed class GeoKeys
{
    private const int Model = 1024;
    private const int RasterType = 1025;
    private const int Geographic = 2048;
    private const int GeodeticDatum = 2050;
    private const int AngularUnits = 2054;
    private const int Projected = 3072;
    private const int LinearUnits = 3076;
    private const int Vertical = 4096;
    private const int VerticalUnits = 4099;
    private const int UserDefined = 32767;

    private const string Coordinates = "WGS 84 by latitude and longitude (EPSG:4326) or UTM (EPSG:32601 to 32660, 32701 to 32760)";
    private const string Reproject = "Convert it, for example with gdalwarp -t_srs EPSG:4326.";

    private readonly Dictionary<int, int> _keys = [];

    /// <summary>Reads and checks the keys.</summary>
    /// <exception cref="TerrainException">The coordinates are of a kind that is not read.</exception>
    public GeoKeys(TileFile file, TiffDirectory directory, Stream stream)
    {
        if (!directory.Has(TiffTag.GeoKeys)) throw file.Error("it does not say where it lies", "a GeoTIFF with GeoKeys", "Add them, for example with gdal_translate -a_srs EPSG:4326 -a_ullr.");
        var words = directory.Wholes(stream, TiffTag.GeoKeys, 4);
        for (var i = 1; i <= words[3] && (4 * i) + 3 < words.Length; i++)
        {
            // Values of other kinds (texts, numbers) are names and parameters of coordinates that are not read.
            if (words[(4 * i) + 1] == 0) _keys.TryAdd((int)words[4 * i], (int)words[(4 * i) + 3]);
        }

        IsPoint = Key(RasterType, 1) == 2;
        switch (Key(Model, 0))
        {
            case 1: UtmZone = Zone(file, Key(Projected, 0)); break;
            case 2: RequireGeographic(file); break;
            default: throw file.Error($"its model of coordinates is {Key(Model, 0)}", Coordinates, Reproject);
        }

        (Datum, DatumNote) = VerticalOf(file);
    }

    /// <summary>Whether the tie point is a post itself, and not the corner of a pixel around it.</summary>
    public bool IsPoint { get; }

    /// <summary>Zone of UTM, negative in the south; 0 for latitude and longitude.</summary>
    public int UtmZone { get; }

    /// <summary>The projection, null for latitude and longitude.</summary>
    public TransverseMercator? Projection => UtmZone == 0 ? null : TransverseMercator.Utm(Math.Abs(UtmZone), UtmZone > 0);

    /// <summary>What heights are counted from.</summary>
    public VerticalDatum Datum { get; }

    /// <summary>What is to be said about that.</summary>
    public string DatumNote { get; }

    private int Key(int key, int usual) => _keys.GetValueOrDefault(key, usual);

    private int Zone(TileFile file, int code)
    {
        if (Key(LinearUnits, 9001) != 9001) throw file.Error($"its coordinates are in unit {Key(LinearUnits, 0)}", "metres", Reproject);
        return code switch
        {
            >= 32601 and <= 32660 => code - 32600,
            >= 32701 and <= 32760 => -(code - 32700),
            _ => throw file.Error($"its coordinates are EPSG:{code}", Coordinates, Reproject),
        };
    }

    private void RequireGeographic(TileFile file)
    {
        var code = Key(Geographic, 0);
        var isWgs84 = code is 4326 or 4979 || (code is UserDefined or 0 && Key(GeodeticDatum, 0) == 6326);
        if (!isWgs84) throw file.Error($"its coordinates are EPSG:{code}", Coordinates, Reproject);
        if (Key(AngularUnits, 9102) is not (9102 or 9122)) throw file.Error($"its angles are in unit {Key(AngularUnits, 0)}", "degrees", Reproject);
    }

    private (VerticalDatum Datum, string Note) VerticalOf(TileFile file)
    {
        if (Key(VerticalUnits, 9001) is not (9001 or 0)) throw file.Error($"its heights are in unit {Key(VerticalUnits, 0)}", "metres", "Convert it to metres, for example with gdal_calc.");
        return Key(Vertical, 0) switch
        {
            0 when Key(Geographic, 0) == 4979 => (VerticalDatum.Ellipsoid, ""),
            0 => (VerticalDatum.Egm96, "no vertical datum stated in a GeoTIFF; EGM96 assumed"),
            5773 or 5171 or 5714 or 5100 => (VerticalDatum.Egm96, ""),
            3855 or 1027 => (VerticalDatum.Egm96, "heights above EGM2008 taken as above EGM96; they differ by decimetres, in mountains by metres"),
            4979 or 5030 => (VerticalDatum.Ellipsoid, ""),
            var other => throw file.Error($"its heights are counted from vertical system {other}", "EGM96 (5773), EGM2008 (3855), mean sea level (5714) or the WGS 84 ellipsoid (4979)", "Convert it, for example with gdalwarp -t_srs EPSG:4326+5773."),
        };
    }
}
