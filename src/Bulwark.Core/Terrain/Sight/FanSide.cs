using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// Cells of the west and east sectors come column after column, and are kept row after row. This collects sixteen columns, turns them and writes
/// pieces of rows. One a thread.
/// </summary>
internal sealed class FanSide(FanCells cells, float[] sightM, bool usesVectors)
{
    /// <summary>Columns collected before they are written.</summary>
    internal const int Columns = 16;

    // No height has these bits: it is a signalling not-a-number.
    private const int Empty = 0x7F8BADAC;

    private readonly int[] _first = new int[Columns];
    private readonly int[] _last = new int[Columns];
    private float[] _columns = [];
    private int _stride;
    private int _firstRow;
    private int _firstColumn;

    /// <summary>Starts a set of columns.</summary>
    internal void Start(int firstColumn, int firstRow, int rows)
    {
        (_firstColumn, _firstRow, _stride) = (firstColumn, firstRow, (rows + 31) & ~15);
        if (_columns.Length < Columns * _stride) _columns = new float[Columns * _stride];
        Array.Fill(_first, int.MaxValue);
        Array.Fill(_last, int.MinValue);
    }

    /// <summary>Where to put cells of a column, from one row to another; rows beyond those started for make room.</summary>
    internal Span<float> Column(int column, int first, int last)
    {
        (_first[column - _firstColumn], _last[column - _firstColumn]) = (first, last);
        return _columns.AsSpan(((column - _firstColumn) * _stride) + first - _firstRow, last - first + 1);
    }

    /// <summary>Writes what was collected.</summary>
    internal void Flush()
    {
        var (first, last) = (int.MaxValue, int.MinValue);
        for (var column = 0; column < Columns; column++) (first, last) = (Math.Min(first, _first[column]), Math.Max(last, _last[column]));
        if (first > last) return;
        for (var column = 0; column < Columns; column++)
        {
            var values = MemoryMarshal.Cast<float, int>(_columns.AsSpan((column * _stride) + first - _firstRow, last - first + 1));
            if (_first[column] > _last[column])
            {
                values.Fill(Empty);
                continue;
            }

            values[..(_first[column] - first)].Fill(Empty);
            values[(_last[column] + 1 - first)..].Fill(Empty);
        }

        Span<float> turned = stackalloc float[Columns * Columns];
        for (var row = first; row <= last; row += Columns)
        {
            var rows = Math.Min(Columns, last + 1 - row);
            Transposition.Copy(ref _columns[row - _firstRow], _stride, Columns, rows, ref turned[0], Columns, usesVectors);
            for (var inner = 0; inner < rows; inner++) Write(row + inner, turned.Slice(inner * Columns, Columns));
        }
    }

    private void Write(int row, Span<float> values)
    {
        var (offset, mask) = cells.SideMask(row, _firstColumn);
        var packed = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values));
        mask &= ~(uint)Vector512.Equals(packed.AsInt32(), Vector512.Create(Empty)).ExtractMostSignificantBits();
        if (mask == 0xFFFF)
        {
            packed.StoreUnsafe(ref sightM[offset]);
            return;
        }

        for (; mask != 0; mask &= mask - 1)
        {
            var column = System.Numerics.BitOperations.TrailingZeroCount(mask);
            sightM[offset + column] = values[column];
        }
    }
}
