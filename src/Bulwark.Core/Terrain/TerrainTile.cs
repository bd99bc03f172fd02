using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>What the header of a tile says. Immutable.</summary>
/// <param name="Path">The file.</param>
/// <param name="Format">Its format.</param>
/// <param name="LengthBytes">Length of the file as it is stored.</param>
/// <param name="Rows">Number of rows of posts.</param>
/// <param name="Columns">Number of columns of posts.</param>
/// <param name="Box">The area between its outermost posts; of a UTM tile the box around it.</param>
/// <param name="SpacingM">The distance between neighbouring posts, metres, as <see cref="ElevationRaster.SpacingM"/>.</param>
/// <param name="UtmZone">Zone of UTM, negative in the southern half; 0 for rasters by latitude and longitude.</param>
/// <param name="Datum">What its heights are counted from.</param>
/// <param name="DatumNote">How the file says so, or that it does not; empty when there is nothing to say.</param>
public sealed record TerrainTile(
    string Path,
    TileFormat Format,
    long LengthBytes,
    int Rows,
    int Columns,
    GeodeticBox Box,
    double SpacingM,
    int UtmZone,
    VerticalDatum Datum,
    string DatumNote);
