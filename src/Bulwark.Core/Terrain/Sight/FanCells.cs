namespace Bulwark.Core.Terrain.Sight;

/// <summary>Which sector of the fan has which cells of the disc: in each row a run of the north or south sector, the rest west and east.</summary>
internal sealed class FanCells
{
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly RasterPosition _site;
    private int _westmost;
    private int[] _top = [];
    private int[] _bottom = [];

    internal FanCells(DiscRows disc, RasterPosition site)
    {
        (Disc, _site) = (disc, site);
        _left = new int[disc.Rows];
        _right = new int[disc.Rows];
        var column = (int)Math.Floor(site.ColumnPosts);
        Array.Fill(_left, column + 1);
        Array.Fill(_right, column);
    }

    internal DiscRows Disc { get; }

    /// <summary>Divides the cells.</summary>
    internal void Divide(FanSector north, FanSector south)
    {
        foreach (var sector in (ReadOnlySpan<FanSector>)[north, south])
        {
            for (var step = sector.FirstHalf & 1; step < sector.Steps; step += 2)
            {
                var row = ((sector.FirstHalf + (sector.Direction * step)) / 2) - Disc.FirstRow;
                _left[row] = (int)Math.Ceiling(sector.SiteCross + sector.Place(0, step));
                _right[row] = (int)Math.Floor(sector.SiteCross + sector.Place(sector.NodeRays - 1, step));
            }
        }

        // For every column the rows that may hold cells of the west or east: a run around the site's row, cells of the others within it are told apart.
        var (west, east) = (int.MaxValue, int.MinValue);
        for (var row = 0; row < Disc.Rows; row++)
        {
            west = Math.Min(west, Disc.FirstColumns[row]);
            east = Math.Max(east, Disc.FirstColumns[row] + Disc.Columns(row));
        }

        _westmost = west;
        _top = new int[Math.Max(0, east - west + 1)];
        _bottom = new int[_top.Length];
        Array.Fill(_top, int.MaxValue);
        Array.Fill(_bottom, int.MinValue);
        Reach(_top, 0, 1);
        Reach(_bottom, Disc.Rows - 1, -1);
    }

    /// <summary>The run of cells of the north or south sector in a row of the terrain.</summary>
    internal (int First, int Last) RowRun(int row)
    {
        row -= Disc.FirstRow;
        return (Math.Max(_left[row], Disc.FirstColumns[row]), Math.Min(_right[row], Disc.FirstColumns[row] + Disc.Columns(row) - 1));
    }

    /// <summary>Rows of the terrain among which a column has cells of the west or east sector.</summary>
    internal (int First, int Last) ColumnRun(int column) =>
        (uint)(column - _westmost) < (uint)_top.Length && _top[column - _westmost] <= _bottom[column - _westmost]
            ? (_top[column - _westmost] + Disc.FirstRow, _bottom[column - _westmost] + Disc.FirstRow)
            : (0, -1);

    /// <summary>
    /// Where the cells of sixteen columns of a row are kept, and which of them (bits) are of the west or east sector and within the disc.
    /// </summary>
    internal (long Offset, uint Mask) SideMask(int row, int firstColumn)
    {
        row -= Disc.FirstRow;
        var first = Disc.FirstColumns[row];
        var last = first + Disc.Columns(row) - 1;
        var mask = firstColumn > _site.ColumnPosts
            ? Bits(Math.Max(first, _right[row] + 1) - firstColumn, last - firstColumn)
            : Bits(first - firstColumn, Math.Min(last, _left[row] - 1) - firstColumn);
        return (Disc.Offsets[row] + firstColumn - first, mask);
    }

    private static uint Bits(int first, int last)
    {
        first = Math.Max(first, 0);
        last = Math.Min(last, FanSide.Columns - 1);
        return first > last ? 0 : ((2u << last) - 1) & ~((1u << first) - 1);
    }

    /// <summary>Notes for every column the first row, going one way, in which it has cells of the west or east.</summary>
    private void Reach(int[] reached, int firstRow, int direction)
    {
        var east = (First: int.MaxValue, Last: int.MinValue);
        var west = east;
        for (var row = firstRow; row >= 0 && row < Disc.Rows; row += direction)
        {
            var first = Disc.FirstColumns[row];
            var last = first + Disc.Columns(row) - 1;
            Widen(ref east, Math.Max(_right[row] + 1, first), last, row);
            Widen(ref west, first, Math.Min(_left[row] - 1, last), row);
        }

        void Widen(ref (int First, int Last) known, int first, int last, int row)
        {
            if (first > last) return;
            if (known.First > known.Last)
            {
                Set(first, last, row);
                known = (first, last);
                return;
            }

            Set(first, known.First - 1, row);
            Set(known.Last + 1, last, row);
            known = (Math.Min(first, known.First), Math.Max(last, known.Last));
        }

        void Set(int first, int last, int row)
        {
            for (var column = first; column <= last; column++) reached[column - _westmost] = row;
        }
    }
}
