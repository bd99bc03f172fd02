using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Terrain.Formats;

namespace Bulwark.Core.Terrain;

/// <summary>A tile of a store, cut into parts that are read and kept one by one, so that a huge raster does not fill the memory.</summary>
internal sealed class StoredTile
{
    /// <summary>A tile up to this many posts is one part; SRTM at 1 second has 13 million.</summary>
    private const long WholePosts = 1L << 24;

    private const int PartPosts = 2048;

    private readonly TileReader _reader;
    private readonly TileCache _cache;
    private readonly int _index;
    private readonly int _partRows;
    private readonly int _partColumns;
    private readonly int _partsAcross;

    public StoredTile(TileReader reader, int index, TileCache cache)
    {
        (_reader, _index, _cache) = (reader, index, cache);
        var whole = (long)reader.Layout.Rows * reader.Layout.Columns <= WholePosts;
        (_partRows, _partColumns) = whole ? (Layout.Rows, Layout.Columns) : (PartPosts, PartPosts);
        _partsAcross = Count(Layout.Columns, _partColumns);
        Parts = Count(Layout.Rows, _partRows) * _partsAcross;
    }

    public TerrainTile Tile => _reader.Tile;

    public RasterLayout Layout => _reader.Layout;

    public int Parts { get; }

    /// <summary>The height at a place inside the tile.</summary>
    public double HeightM(double row, double column)
    {
        if (Parts == 1) return Part(0).InterpolateM(new RasterPosition(row, column));

        // A raster around the Earth has one more cell, from its last column to the first; both are read as posts of their own.
        if (Layout.GoesAround && column > Layout.Columns - 1)
        {
            var share = column - (Layout.Columns - 1);
            var (last, first) = (HeightM(row, Layout.Columns - 1), HeightM(row, 0));
            return share <= 1e-6 ? last : share >= 1 - 1e-6 ? first : last + (share * (first - last));
        }

        var (down, across) = (PartOf(row, _partRows, Layout.Rows), PartOf(column, _partColumns, Layout.Columns));
        return Part((down * _partsAcross) + across).InterpolateM(new RasterPosition(row - (down * _partRows), column - (across * _partColumns)));
    }

    /// <summary>A part as a raster; neighbouring parts share a row or column, so every cell lies in one of them.</summary>
    public ElevationRaster Part(int part)
    {
        var (row, column, rows, columns) = Extent(part);
        return _cache.Get((_index, part), 4L * rows * columns, () => Layout.Make(row, column, rows, columns, ImmutableCollectionsMarshal.AsImmutableArray(_reader.Read(row, column, rows, columns)), Tile.Datum));
    }

    /// <summary>The box around a part.</summary>
    public GeodeticBox PartBox(int part)
    {
        var (row, column, rows, columns) = Extent(part);
        return Layout.Box(row, column, rows, columns);
    }

    /// <summary>Reads every post once.</summary>
    public TileSurvey Survey(CancellationToken cancellation)
    {
        var (unknown, lowest, highest) = (0L, float.PositiveInfinity, float.NegativeInfinity);
        for (var part = 0; part < Parts; part++)
        {
            cancellation.ThrowIfCancellationRequested();
            var raster = Part(part);
            var (row, column, rows, columns) = Extent(part);

            // The last row and column of a part are the first of the next one, except at the tile's own edge.
            if (row + rows < Layout.Rows) rows--;
            if (column + columns < Layout.Columns) columns--;
            for (var i = 0; i < rows; i++)
            {
                foreach (var height in raster.RowHeightsM(i)[..columns])
                {
                    if (float.IsNaN(height)) unknown++;
                    else (lowest, highest) = (Math.Min(lowest, height), Math.Max(highest, height));
                }
            }
        }

        var isKnown = lowest <= highest;
        return new TileSurvey(Tile, unknown, isKnown ? lowest : double.NaN, isKnown ? highest : double.NaN);
    }

    private static int Count(int posts, int perPart) => posts <= perPart + 1 ? 1 : (posts - 2) / perPart + 1;

    private static int PartOf(double post, int perPart, int posts) => Math.Min((int)(post / perPart), Count(posts, perPart) - 1);

    private (int Row, int Column, int Rows, int Columns) Extent(int part)
    {
        var (row, column) = (part / _partsAcross * _partRows, part % _partsAcross * _partColumns);
        return (row, column, Math.Min(_partRows + 1, Layout.Rows - row), Math.Min(_partColumns + 1, Layout.Columns - column));
    }
}
