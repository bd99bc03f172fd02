namespace Bulwark.Core.Terrain.Formats;

/// <summary>One tile whose header has been read. Safe to use from several threads: every read opens the file anew.</summary>
internal abstract class TileReader(TerrainTile tile, RasterLayout layout)
{
    /// <summary>What the header says.</summary>
    public TerrainTile Tile { get; } = tile;

    /// <summary>Where the posts lie.</summary>
    public RasterLayout Layout { get; } = layout;

    /// <summary>Reads a rectangle of heights, metres, row after row from the north; not a number where unknown.</summary>
    /// <exception cref="TerrainException">The file is cut or damaged.</exception>
    public abstract float[] Read(int row, int column, int rows, int columns);

    /// <summary>Makes the description of a tile.</summary>
    protected static TerrainTile Describe(TileFile file, TileFormat format, RasterLayout layout, VerticalDatum datum, string datumNote) => new(
        file.Path,
        format,
        file.LengthBytes,
        layout.Rows,
        layout.Columns,
        layout.Box(0, 0, layout.Rows, layout.Columns),
        layout.SpacingM,
        layout.UtmZone,
        datum,
        datumNote);

    /// <summary>Takes a rectangle out of all heights of a tile.</summary>
    protected static float[] Cut(float[] all, int columnsOfAll, int row, int column, int rows, int columns)
    {
        if (columns == columnsOfAll && all.Length == (long)rows * columns) return all;
        var part = new float[rows * columns];
        for (var i = 0; i < rows; i++) all.AsSpan(((row + i) * columnsOfAll) + column, columns).CopyTo(part.AsSpan(i * columns, columns));
        return part;
    }
}
