using System.Runtime.InteropServices;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>Fills a window from the tiles in it, part by part of the tiles, so that each is read once.</summary>
internal static class WindowSampler
{
    public static ElevationGrid Sample(TileStore store, StoredTile[] finestFirst, RasterLayout layout, VerticalDatum datum, int threads, CancellationToken cancellation)
    {
        var heights = GC.AllocateUninitializedArray<float>(checked(layout.Rows * layout.Columns));
        heights.AsSpan().Fill(float.NaN);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };

        // The coarsest first: finer tiles write over them, their voids included.
        for (var i = finestFirst.Length - 1; i >= 0; i--)
        {
            for (var part = 0; part < finestFirst[i].Parts; part++) Fill(finestFirst[i], part, layout, heights, parallel);
        }

        // What is left may lie in the seam between two tiles.
        if (finestFirst.Length > 0) Parallel.For(0, layout.Rows, parallel, row => FillSeams(store, layout, heights, row));
        return (ElevationGrid)layout.Make(0, 0, layout.Rows, layout.Columns, ImmutableCollectionsMarshal.AsImmutableArray(heights), datum);
    }

    private static void Fill(StoredTile tile, int part, RasterLayout layout, float[] heights, ParallelOptions parallel)
    {
        var box = tile.PartBox(part);
        var firstRow = Math.Max(0, (int)Math.Floor((layout.North - box.NorthRad) / layout.RowStep));
        var lastRow = Math.Min(layout.Rows - 1, (int)Math.Min(int.MaxValue, Math.Ceiling((layout.North - box.SouthRad) / layout.RowStep)));
        if (firstRow > lastRow) return;

        // Columns east of the window's first; the window may meet the part again after a turn.
        var turn = 2 * Math.PI;
        var offset = (box.WestRad - layout.West) - (Math.Floor((box.WestRad - layout.West) / turn) * turn);
        var runs = new List<(int First, int Last)>(2);
        foreach (var start in (ReadOnlySpan<double>)[offset - turn, offset])
        {
            var first = Math.Max(0, (int)Math.Floor(start / layout.ColumnStep));
            var last = Math.Min(layout.Columns - 1, (int)Math.Min(int.MaxValue, Math.Ceiling((start + box.EastRad - box.WestRad) / layout.ColumnStep)));
            if (first <= last) runs.Add((first, last));
        }

        if (runs.Count == 0) return;
        var raster = tile.Part(part);
        Parallel.For(firstRow, lastRow + 1, parallel, row =>
        {
            var line = heights.AsSpan(row * layout.Columns, layout.Columns);
            var latitudeRad = layout.North - (row * layout.RowStep);
            foreach (var (first, last) in runs)
            {
                for (var column = first; column <= last; column++)
                {
                    if (raster.TryLocate(latitudeRad, layout.West + (column * layout.ColumnStep), out var position)) line[column] = (float)raster.InterpolateM(position);
                }
            }
        });
    }

    private static void FillSeams(TileStore store, RasterLayout layout, float[] heights, int row)
    {
        var line = heights.AsSpan(row * layout.Columns, layout.Columns);
        var latitudeRad = layout.North - (row * layout.RowStep);
        for (var column = 0; column < line.Length; column++)
        {
            if (float.IsNaN(line[column])) line[column] = (float)store.HeightM(latitudeRad, layout.West + (column * layout.ColumnStep));
        }
    }
}
