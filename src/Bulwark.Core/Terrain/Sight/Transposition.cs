using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>Turns rows into columns, in blocks of sixteen by sixteen.</summary>
internal static class Transposition
{
    private const int Side = 16;

    /// <summary>Copies a block of rows so that each of its columns becomes contiguous.</summary>
    /// <param name="source">First value of the first row.</param>
    /// <param name="sourceStride">Distance between rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="target">First value of the first column in the target.</param>
    /// <param name="targetStride">Distance between columns in the target, at least the number of rows.</param>
    /// <param name="usesVectors">Whether vector instructions may be used.</param>
    internal static void Copy(ref float source, nint sourceStride, int rows, int columns, ref float target, nint targetStride, bool usesVectors)
    {
        var wholeRows = usesVectors && Avx512F.IsSupported ? rows & ~(Side - 1) : 0;
        var wholeColumns = wholeRows > 0 ? columns & ~(Side - 1) : 0;
        for (var row = 0; row < wholeRows; row += Side)
        {
            for (var column = 0; column < wholeColumns; column += Side)
                Block(ref Unsafe.Add(ref source, (row * sourceStride) + column), sourceStride, ref Unsafe.Add(ref target, (column * targetStride) + row), targetStride);
        }

        for (var row = 0; row < rows; row++)
        {
            ref var from = ref Unsafe.Add(ref source, row * sourceStride);
            for (var column = row < wholeRows ? wholeColumns : 0; column < columns; column++)
                Unsafe.Add(ref target, (column * targetStride) + row) = Unsafe.Add(ref from, column);
        }
    }

    /// <summary>Sixteen by sixteen: four rounds that exchange ever smaller quarters.</summary>
    private static void Block(ref float source, nint sourceStride, ref float target, nint targetStride)
    {
        Span<Vector512<float>> lines = stackalloc Vector512<float>[Side];
        for (var row = 0; row < Side; row++) lines[row] = Vector512.LoadUnsafe(ref Unsafe.Add(ref source, row * sourceStride));
        ref var first = ref MemoryMarshal.GetReference(lines);
        for (var distance = Side / 2; distance > 0; distance /= 2)
        {
            var places = Vector512<int>.Indices;
            var isLow = Vector512.Equals(places & Vector512.Create(distance), Vector512<int>.Zero);
            var upper = Vector512.ConditionalSelect(isLow, places, places + Vector512.Create(Side - distance));
            var lower = Vector512.ConditionalSelect(isLow, places + Vector512.Create(distance), places + Vector512.Create(Side));
            for (var row = 0; row < Side; row++)
            {
                if ((row & distance) != 0) continue;
                var (one, other) = (Unsafe.Add(ref first, row), Unsafe.Add(ref first, row + distance));
                Unsafe.Add(ref first, row) = Avx512F.PermuteVar16x32x2(one, upper, other);
                Unsafe.Add(ref first, row + distance) = Avx512F.PermuteVar16x32x2(one, lower, other);
            }
        }

        for (var row = 0; row < Side; row++) Unsafe.Add(ref first, row).StoreUnsafe(ref Unsafe.Add(ref target, row * targetStride));
    }
}
