namespace Bulwark.Core.Terrain.Formats;

/// <summary>Chooses the reader of a tile by the ending of its name.</summary>
internal static class TileReaders
{
    /// <summary>The format that a name stands for, or null when it is no tile.</summary>
    public static TileFormat? FormatOf(string path)
    {
        var name = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".HGT" => TileFormat.Hgt,
            ".DT0" or ".DT1" or ".DT2" => TileFormat.Dted,
            ".TIF" or ".TIFF" => TileFormat.GeoTiff,
            _ => null,
        };
    }

    /// <summary>Reads the header of a tile.</summary>
    /// <exception cref="TerrainException">The file cannot be used.</exception>
    public static TileReader Open(string path, long maximumBytes)
    {
        var file = new TileFile(path, maximumBytes);
        try
        {
            return FormatOf(path) switch
            {
                TileFormat.Hgt => HgtReader.Open(file),
                TileFormat.Dted => DtedReader.Open(file),
                TileFormat.GeoTiff => GeoTiffReader.Open(file),
                _ => throw file.Error("the ending of the name is not that of a terrain tile", ".hgt, .dt0, .dt1, .dt2, .tif or .tiff, with or without .gz", "Convert the file, for example with gdal_translate."),
            };
        }
        catch (EndOfStreamException cut)
        {
            throw file.Error("the file ends too early", "a whole file", inner: cut);
        }
    }
}
