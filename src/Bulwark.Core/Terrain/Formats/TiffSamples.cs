using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Bulwark.Core.Terrain.Formats;

/// <summary>Turns unpacked rows of samples into heights. Source: TIFF 6.0, section 14; Adobe Photoshop TIFF Technical Note 3 (2005) for predictor 3.</summary>
/// <param name="Bits">Bits of a sample: 8, 16, 32 or 64.</param>
/// <param name="Format">1 unsigned, 2 signed, 3 floating.</param>
/// <param name="Predictor">1 none, 2 differences, 3 floating-point differences.</param>
/// <param name="IsLittleEndian">Byte order.</param>
/// <param name="NoData">The value that means unknown; not a number when there is none.</param>
internal sealed record TiffSamples(int Bits, int Format, int Predictor, bool IsLittleEndian, double NoData)
{
    /// <summary>Heights beyond any on Earth, the sea bed included, are marks for unknown (-32768, -3.4e38 ...).</summary>
    private const double LowestM = -12_000;
    private const double HighestM = 10_000;

    /// <summary>Whether the combination is read.</summary>
    public bool IsKnown => (Bits is 8 or 16 or 32 && Format is 1 or 2 && Predictor is 1 or 2) || (Bits is 32 or 64 && Format == 3 && Predictor is 1 or 2 or 3);

    /// <summary>Undoes the predictor of one row in place.</summary>
    public void Restore(Span<byte> row)
    {
        if (Predictor == 2) RestoreDifferences(row);
        else if (Predictor == 3) RestoreFloating(row);
    }

    /// <summary>The height of a sample, not a number when unknown.</summary>
    public float HeightM(ReadOnlySpan<byte> row, int column)
    {
        var at = row.Slice(column * Bits / 8, Bits / 8);
        double value = (Format, Bits) switch
        {
            (1, 8) => at[0],
            (1, 16) => Word(at),
            (1, 32) => Double(at),
            (2, 8) => (sbyte)at[0],
            (2, 16) => (short)Word(at),
            (2, 32) => (int)Double(at),
            (3, 32) => BitConverter.UInt32BitsToSingle(Double(at)),
            _ => BitConverter.UInt64BitsToDouble(Quad(at)),
        };
        var isNoData = value == NoData || (Format == 3 && Bits == 32 && (float)value == (float)NoData);
        return isNoData || !(value is >= LowestM and <= HighestM) ? float.NaN : (float)value;
    }

    private void RestoreDifferences(Span<byte> row)
    {
        var size = Bits / 8;
        for (var at = size; at < row.Length; at += size)
        {
            var before = row.Slice(at - size, size);
            var here = row.Slice(at, size);
            switch (size)
            {
                case 1: here[0] += before[0]; break;
                case 2: Write((ushort)(Word(before) + Word(here)), here); break;
                case 4: Write(Double(before) + Double(here), here); break;
                default: Write(Quad(before) + Quad(here), here); break;
            }
        }
    }

    private void RestoreFloating(Span<byte> row)
    {
        for (var at = 1; at < row.Length; at++) row[at] += row[at - 1];
        var size = Bits / 8;
        var columns = row.Length / size;
        var planes = row.ToArray();

        // The planes go from the most significant byte down, whatever the byte order of the file.
        for (var plane = 0; plane < size; plane++)
        {
            for (var column = 0; column < columns; column++) row[(column * size) + (IsLittleEndian ? size - 1 - plane : plane)] = planes[(plane * columns) + column];
        }
    }

    private ushort Word(ReadOnlySpan<byte> at) => IsLittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private uint Double(ReadOnlySpan<byte> at) => IsLittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);

    private ulong Quad(ReadOnlySpan<byte> at) => IsLittleEndian ? BinaryPrimitives.ReadUInt64LittleEndian(at) : BinaryPrimitives.ReadUInt64BigEndian(at);

    private void Write<T>(T value, Span<byte> at)
        where T : unmanaged, IBinaryInteger<T>
    {
        MemoryMarshal.Write(at, in value);
        if (IsLittleEndian != BitConverter.IsLittleEndian) at[..System.Runtime.CompilerServices.Unsafe.SizeOf<T>()].Reverse();
    }
}
