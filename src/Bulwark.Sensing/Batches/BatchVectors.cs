using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Bulwark.Sensing.Batches;

/// <summary>Eight targets at a time; the plain form is <see cref="DetectionBatch.EvaluateScalar"/>.</summary>
/// <remarks>
/// Two neighbours in a table are one load of 64 bits, the four corners of a cell one of 128. Every index is clamped into its table before
/// it is used, whatever the inputs are (the native minimum and maximum give their second argument for what is not a number).
/// </remarks>
internal static class BatchVectors
{
    private const int Width = 8;

    /// <summary>Does as many whole vectors as there are and says how many targets that was. Needs AVX2 and FMA.</summary>
    [SkipLocalsInit]
    public static unsafe int Evaluate(
        BatchTables tables, ReadOnlySpan<float> rangeM, ReadOnlySpan<float> azimuthRad, ReadOnlySpan<float> elevationRad, ReadOnlySpan<float> rcsM2, Span<float> probability)
    {
        var count = rangeM.Length - (rangeM.Length % Width);
        var indices = stackalloc int[Width];
        var zero = Vector256<float>.Zero;
        var minimumRange = Vector256.Create(tables.MinimumRangeM);
        var maximumRange = Vector256.Create(tables.MaximumRangeM);
        var minimumElevation = Vector256.Create(tables.MinimumElevationRad);
        var maximumElevation = Vector256.Create(tables.MaximumElevationRad);
        var azimuths = Vector256.Create((float)tables.AzimuthCount);
        var lastAzimuth = Vector256.Create(tables.AzimuthCount - 1);
        var binsPerM = Vector256.Create(tables.BinsPerM);
        var lastBin = Vector256.Create(tables.LastBin);
        var horizonStride = Vector256.Create(tables.HorizonStride);
        var turnsPerRad = Vector256.Create(BatchTables.TurnsPerRad);
        var rangesPerM = Vector256.Create(tables.LossRangesPerM);
        var lastRange = Vector256.Create(tables.LastLossRange);
        var lastRow = Vector256.Create(tables.LossRows - 1);
        var lowest = Vector256.Create(tables.LossLowestRad);
        var elevationsPerRad = Vector256.Create(tables.LossElevationsPerRad);
        var lastElevation = Vector256.Create(tables.LastLossElevation);
        var lastColumn = Vector256.Create(tables.LossColumns - 1);
        var lossStride = Vector256.Create(tables.LossColumns);
        var constant = Vector256.Create(tables.RangeConstantM2);
        var firstBits = Vector256.Create(tables.FirstBits);
        var lastBits = Vector256.Create(tables.LastBits);
        var withinStep = Vector256.Create((1 << tables.Shift) - 1);
        var stepScale = Vector256.Create(tables.StepScale);
        fixed (float* masks = tables.Masks, gains = tables.Gains, values = tables.Probabilities)
        {
            for (var i = 0; i < count; i += Width)
            {
                var range = Load(rangeM, i);
                var azimuth = Load(azimuthRad, i);
                var elevation = Load(elevationRad, i);
                var section = Load(rcsM2, i);
                var seen = Vector256.GreaterThanOrEqual(range, minimumRange) & Vector256.LessThanOrEqual(range, maximumRange)
                    & Vector256.GreaterThanOrEqual(elevation, minimumElevation) & Vector256.LessThanOrEqual(elevation, maximumElevation)
                    & Vector256.GreaterThan(section, zero);

                var turns = azimuth * turnsPerRad;
                var column = (turns - Avx.Floor(turns)) * azimuths;
                seen &= Vector256.Equals(column, column);
                var left = Vector256.Min(Avx.ConvertToVector256Int32WithTruncation(Vector256.MaxNative(column, zero)), lastAzimuth);
                var bin = Avx.ConvertToVector256Int32WithTruncation(Vector256.MaxNative(Vector256.MinNative(range * binsPerM, lastBin), zero));
                ((bin * horizonStride) + left).Store(indices);
                Pairs(masks, indices, out var maskLeft, out var maskRight);
                var mask = Fma.MultiplyAdd(column - Vector256.ConvertToSingle(left), maskRight - maskLeft, maskLeft);
                seen &= Vector256.GreaterThanOrEqual(elevation, mask);

                var row = Vector256.MaxNative(Vector256.MinNative(range * rangesPerM, lastRange), zero);
                var step = Vector256.MaxNative(Vector256.MinNative((elevation - lowest) * elevationsPerRad, lastElevation), zero);
                var rowIndex = Vector256.Min(Avx.ConvertToVector256Int32WithTruncation(row), lastRow);
                var stepIndex = Vector256.Min(Avx.ConvertToVector256Int32WithTruncation(step), lastColumn);
                Vector256.ShiftLeft((rowIndex * lossStride) + stepIndex, 2).Store(indices);
                var along = step - Vector256.ConvertToSingle(stepIndex);
                Corners(gains, indices, out var nearLow, out var nearHigh, out var farLow, out var farHigh);
                var near = Fma.MultiplyAdd(along, nearHigh - nearLow, nearLow);
                var far = Fma.MultiplyAdd(along, farHigh - farLow, farLow);
                var gain = Fma.MultiplyAdd(row - Vector256.ConvertToSingle(rowIndex), far - near, near);

                var squared = range * range;
                var snr = constant * section / (squared * squared) * gain;
                var bits = Vector256.Min(Vector256.Max(snr.AsInt32(), firstBits), lastBits) - firstBits;
                Vector256.ShiftRightLogical(bits, tables.Shift).Store(indices);
                Pairs(values, indices, out var below, out var above);
                var share = Vector256.ConvertToSingle(bits & withinStep) * stepScale;
                Store(Fma.MultiplyAdd(share, above - below, below) & seen, probability, i);
            }
        }

        return count;
    }

    /// <summary>Element and next element of a table at eight indices: eight loads of two, sorted. Gathers are no faster, on some processors slower.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Pairs(float* table, int* indices, out Vector256<float> first, out Vector256<float> second)
    {
        var low = Vector256.Create(Two(table, indices[0], indices[1]), Two(table, indices[4], indices[5]));
        var high = Vector256.Create(Two(table, indices[2], indices[3]), Two(table, indices[6], indices[7]));
        first = Avx.Shuffle(low, high, 0b10_00_10_00);
        second = Avx.Shuffle(low, high, 0b11_01_11_01);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe Vector128<float> Two(float* table, int first, int second) =>
        Sse.LoadHigh(Vector128.CreateScalarUnsafe(*(double*)(table + first)).AsSingle(), table + second);

    /// <summary>Four elements from eight indices on, turned so that equal places come together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Corners(
        float* table, int* indices, out Vector256<float> first, out Vector256<float> second, out Vector256<float> third, out Vector256<float> fourth)
    {
        var a = Vector256.Create(Vector128.Load(table + indices[0]), Vector128.Load(table + indices[4]));
        var b = Vector256.Create(Vector128.Load(table + indices[1]), Vector128.Load(table + indices[5]));
        var c = Vector256.Create(Vector128.Load(table + indices[2]), Vector128.Load(table + indices[6]));
        var d = Vector256.Create(Vector128.Load(table + indices[3]), Vector128.Load(table + indices[7]));
        var (ab, cd) = (Avx.UnpackLow(a, b), Avx.UnpackLow(c, d));
        first = Avx.Shuffle(ab, cd, 0b01_00_01_00);
        second = Avx.Shuffle(ab, cd, 0b11_10_11_10);
        (ab, cd) = (Avx.UnpackHigh(a, b), Avx.UnpackHigh(c, d));
        third = Avx.Shuffle(ab, cd, 0b01_00_01_00);
        fourth = Avx.Shuffle(ab, cd, 0b11_10_11_10);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ReadOnlySpan<float> values, int at) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> value, Span<float> values, int at) => value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)at);
}
