namespace Bulwark.Core.Terrain;

/// <summary>The formats of terrain tiles that are read, each also compressed by gzip (a further <c>.gz</c>).</summary>
public enum TileFormat
{
    /// <summary>SRTM <c>.hgt</c>, one by one degree, 1 or 3 seconds of arc.</summary>
    Hgt,

    /// <summary>DTED level 0, 1 or 2: <c>.dt0</c>, <c>.dt1</c>, <c>.dt2</c>.</summary>
    Dted,

    /// <summary>GeoTIFF, <c>.tif</c> or <c>.tiff</c>, by latitude and longitude or UTM.</summary>
    GeoTiff,
}
