using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bulwark.Sensing.Batches;

/// <summary>Sixteen targets at a time; <see cref="BatchVectors"/> in wider vectors and in three passes over a block.</summary>
/// <remarks>
/// One pass from range to probability is a chain of some two hundred cycles, in which the processor finds no other work. Cut into passes over a
/// block that stays in the first-level cache, the loads of many targets are under way at once.
/// </remarks>
internal static class BatchVectors512
{
    private const int Width = 16;
    private const int Block = 256;

    public static bool IsSupported => Avx512F.IsSupported && Avx512DQ.IsSupported;

    /// <summary>Does as many whole vectors as there are and says how many targets that was.</summary>
    public static int Evaluate(
        BatchTables tables, ReadOnlySpan<float> rangeM, ReadOnlySpan<float> azimuthRad, ReadOnlySpan<float> elevationRad, ReadOnlySpan<float> rcsM2, Span<float> probability)
    {
        var count = rangeM.Length - (rangeM.Length % Width);
        for (var from = 0; from < count; from += Block)
        {
            var part = Math.Min(Block, count - from);
            EvaluateBlock(
                tables, rangeM.Slice(from, part), azimuthRad.Slice(from, part), elevationRad.Slice(from, part), rcsM2.Slice(from, part), probability.Slice(from, part));
        }

        return count;
    }

    [SkipLocalsInit]
    private static unsafe void EvaluateBlock(
        BatchTables tables, ReadOnlySpan<float> rangeM, ReadOnlySpan<float> azimuthRad, ReadOnlySpan<float> elevationRad, ReadOnlySpan<float> rcsM2, Span<float> probability)
    {
        var indices = stackalloc int[2 * Block];
        var shares = stackalloc float[5 * Block];
        var maskAt = indices;
        var gainAt = indices + Block;
        var across = shares;
        var along = shares + Block;
        var beyond = shares + (2 * Block);
        var snr = shares + (3 * Block);
        var seen = shares + (4 * Block);
        Locate(tables, rangeM, azimuthRad, elevationRad, rcsM2, maskAt, gainAt, across, along, beyond, snr, seen);
        Weigh(tables, elevationRad, maskAt, gainAt, across, along, beyond, snr, seen);

        // The indices of the masks have given way to those of the probabilities, and the shares of the azimuth to those of the ratio.
        fixed (float* values = tables.Probabilities)
        {
            for (var i = 0; i < rangeM.Length; i += Width)
            {
                Pairs(values, maskAt + i, out var below, out var above);
                var found = Avx512F.FusedMultiplyAdd(Vector512.Load(across + i), above - below, below);
                (found & Vector512.Load(seen + i)).StoreUnsafe(ref MemoryMarshal.GetReference(probability), (nuint)i);
            }
        }
    }

    /// <summary>Limits, places in the tables, and the signal without loss.</summary>
    private static unsafe void Locate(
        BatchTables tables,
        ReadOnlySpan<float> rangeM,
        ReadOnlySpan<float> azimuthRad,
        ReadOnlySpan<float> elevationRad,
        ReadOnlySpan<float> rcsM2,
        int* maskAt,
        int* gainAt,
        float* across,
        float* along,
        float* beyond,
        float* snr,
        float* seen)
    {
        var zero = Vector512<float>.Zero;
        var (minimumRange, maximumRange) = (Vector512.Create(tables.MinimumRangeM), Vector512.Create(tables.MaximumRangeM));
        var (minimumElevation, maximumElevation) = (Vector512.Create(tables.MinimumElevationRad), Vector512.Create(tables.MaximumElevationRad));
        var (azimuths, lastAzimuth) = (Vector512.Create((float)tables.AzimuthCount), Vector512.Create(tables.AzimuthCount - 1));
        var (binsPerM, lastBin, horizonStride) = (Vector512.Create(tables.BinsPerM), Vector512.Create(tables.LastBin), Vector512.Create(tables.HorizonStride));
        var (rangesPerM, lastRange, lastRow) = (Vector512.Create(tables.LossRangesPerM), Vector512.Create(tables.LastLossRange), Vector512.Create(tables.LossRows - 1));
        var (lowest, elevationsPerRad) = (Vector512.Create(tables.LossLowestRad), Vector512.Create(tables.LossElevationsPerRad));
        var (lastElevation, lastColumn) = (Vector512.Create(tables.LastLossElevation), Vector512.Create(tables.LossColumns - 1));
        var (lossStride, constant) = (Vector512.Create(tables.LossColumns), Vector512.Create(tables.RangeConstantM2));
        var turnsPerRad = Vector512.Create(BatchTables.TurnsPerRad);
        for (var i = 0; i < rangeM.Length; i += Width)
        {
            var range = Load(rangeM, i);
            var elevation = Load(elevationRad, i);
            var section = Load(rcsM2, i);
            var turns = Load(azimuthRad, i) * turnsPerRad;
            var column = (turns - Vector512.Floor(turns)) * azimuths;
            (Vector512.GreaterThanOrEqual(range, minimumRange) & Vector512.LessThanOrEqual(range, maximumRange)
                & Vector512.GreaterThanOrEqual(elevation, minimumElevation) & Vector512.LessThanOrEqual(elevation, maximumElevation)
                & Vector512.GreaterThan(section, zero) & Vector512.Equals(column, column)).Store(seen + i);

            // The native minimum and maximum give their second argument for what is not a number: every index lies in its table.
            var left = Vector512.Min(Avx512F.ConvertToVector512Int32WithTruncation(Avx512F.Max(column, zero)), lastAzimuth);
            var bin = Avx512F.ConvertToVector512Int32WithTruncation(Avx512F.Max(Avx512F.Min(range * binsPerM, lastBin), zero));
            ((bin * horizonStride) + left).Store(maskAt + i);
            (column - Vector512.ConvertToSingle(left)).Store(across + i);

            var row = Avx512F.Max(Avx512F.Min(range * rangesPerM, lastRange), zero);
            var step = Avx512F.Max(Avx512F.Min((elevation - lowest) * elevationsPerRad, lastElevation), zero);
            var rowIndex = Vector512.Min(Avx512F.ConvertToVector512Int32WithTruncation(row), lastRow);
            var stepIndex = Vector512.Min(Avx512F.ConvertToVector512Int32WithTruncation(step), lastColumn);
            Vector512.ShiftLeft((rowIndex * lossStride) + stepIndex, 2).Store(gainAt + i);
            (step - Vector512.ConvertToSingle(stepIndex)).Store(along + i);
            (row - Vector512.ConvertToSingle(rowIndex)).Store(beyond + i);
            var squared = range * range;
            (constant * section / (squared * squared)).Store(snr + i);
        }
    }

    /// <summary>What the ground hides, the loss, and the place in the table of probabilities.</summary>
    private static unsafe void Weigh(
        BatchTables tables, ReadOnlySpan<float> elevationRad, int* maskAt, int* gainAt, float* across, float* along, float* beyond, float* snr, float* seen)
    {
        var (firstBits, lastBits) = (Vector512.Create(tables.FirstBits), Vector512.Create(tables.LastBits));
        var (withinStep, stepScale) = (Vector512.Create((1 << tables.Shift) - 1), Vector512.Create(tables.StepScale));
        fixed (float* masks = tables.Masks, gains = tables.Gains)
        {
            for (var i = 0; i < elevationRad.Length; i += Width)
            {
                Pairs(masks, maskAt + i, out var maskLeft, out var maskRight);
                var mask = Avx512F.FusedMultiplyAdd(Vector512.Load(across + i), maskRight - maskLeft, maskLeft);
                (Vector512.Load(seen + i) & Vector512.GreaterThanOrEqual(Load(elevationRad, i), mask)).Store(seen + i);

                Corners(gains, gainAt + i, out var nearLow, out var nearHigh, out var farLow, out var farHigh);
                var step = Vector512.Load(along + i);
                var near = Avx512F.FusedMultiplyAdd(step, nearHigh - nearLow, nearLow);
                var far = Avx512F.FusedMultiplyAdd(step, farHigh - farLow, farLow);
                var gain = Avx512F.FusedMultiplyAdd(Vector512.Load(beyond + i), far - near, near);
                var ratio = Vector512.Load(snr + i) * gain;
                var bits = Vector512.Min(Vector512.Max(ratio.AsInt32(), firstBits), lastBits) - firstBits;
                Vector512.ShiftRightLogical(bits, tables.Shift).Store(maskAt + i);
                (Vector512.ConvertToSingle(bits & withinStep) * stepScale).Store(across + i);
            }
        }
    }

    /// <summary>Element and next element of a table at sixteen indices: loads of two, sorted. Gathers are slower on the processors measured.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Pairs(float* table, int* indices, out Vector512<float> first, out Vector512<float> second)
    {
        var low = Join(Two(table, indices), Two(table, indices + 4), Two(table, indices + 8), Two(table, indices + 12));
        var high = Join(Two(table, indices + 2), Two(table, indices + 6), Two(table, indices + 10), Two(table, indices + 14));
        first = Avx512F.Shuffle(low, high, 0b10_00_10_00);
        second = Avx512F.Shuffle(low, high, 0b11_01_11_01);
    }

    /// <summary>Four elements from sixteen indices on, turned so that equal places come together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Corners(
        float* table, int* indices, out Vector512<float> first, out Vector512<float> second, out Vector512<float> third, out Vector512<float> fourth)
    {
        var a = Fours(table, indices);
        var b = Fours(table, indices + 1);
        var c = Fours(table, indices + 2);
        var d = Fours(table, indices + 3);
        var (ab, cd) = (Avx512F.UnpackLow(a, b), Avx512F.UnpackLow(c, d));
        first = Avx512F.Shuffle(ab, cd, 0b01_00_01_00);
        second = Avx512F.Shuffle(ab, cd, 0b11_10_11_10);
        (ab, cd) = (Avx512F.UnpackHigh(a, b), Avx512F.UnpackHigh(c, d));
        third = Avx512F.Shuffle(ab, cd, 0b01_00_01_00);
        fourth = Avx512F.Shuffle(ab, cd, 0b11_10_11_10);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector512<float> Fours(float* table, int* indices) => Join(
        Vector128.Load(table + indices[0]), Vector128.Load(table + indices[4]), Vector128.Load(table + indices[8]), Vector128.Load(table + indices[12]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector128<float> Two(float* table, int* indices) =>
        Sse.LoadHigh(Vector128.CreateScalarUnsafe(*(double*)(table + indices[0])).AsSingle(), table + indices[1]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Join(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d) =>
        Vector512.Create(Vector256.Create(a, b), Vector256.Create(c, d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Load(ReadOnlySpan<float> values, int at) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
}
