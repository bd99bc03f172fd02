namespace Bulwark.Core.Terrain.Formats;

/// <summary>The tags of a TIFF that matter for heights. Sources: TIFF 6.0 (1992); OGC 19-008r4, GeoTIFF 1.1; GDAL for the last two.</summary>
internal enum TiffTag
{
    Width = 256,
    Height = 257,
    BitsPerSample = 258,
    Compression = 259,
    StripOffsets = 273,
    SamplesPerPixel = 277,
    RowsPerStrip = 278,
    StripByteCounts = 279,
    FillOrder = 266,
    Predictor = 317,
    TileWidth = 322,
    TileHeight = 323,
    TileOffsets = 324,
    TileByteCounts = 325,
    SampleFormat = 339,
    PixelScale = 33550,
    TiePoint = 33922,
    Transformation = 34264,
    GeoKeys = 34735,
    GeoDoubles = 34736,
    GeoText = 34737,
    GdalMetadata = 42112,
    GdalNoData = 42113,
}
