using System.Runtime.Intrinsics.X86;
using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Batches;

/// <summary>
/// Tests of one radar against many targets at once: mask, loss and probability of detection from tables, in single precision. Immutable;
/// safe for any number of threads.
/// </summary>
/// <remarks>
/// SNR = K σ/(R⁴ L) (<see cref="PowerBudget"/>), Pd by <see cref="ProbabilityTable"/>; hidden or out of limits is 0.
/// <see cref="Evaluate"/> does sixteen targets at a time with vectors of 512 bits (AVX-512), eight where the processor has only AVX2 and FMA, and is
/// <see cref="EvaluateScalar"/> elsewhere; all give the same to 1e-5. Targets that are not a number anywhere get 0.
/// </remarks>
public sealed class DetectionBatch
{
    private readonly BatchTables _tables;

    /// <summary>Makes the batch of one radar and target class.</summary>
    /// <param name="budget">Power of the set.</param>
    /// <param name="probabilities">Probability by signal-to-noise ratio.</param>
    /// <param name="limits">Where the set looks.</param>
    /// <param name="horizon">What hides targets; the default hides nothing.</param>
    /// <param name="loss">Loss beside free space; the default is none.</param>
    /// <exception cref="ArgumentException">The limits are not in order or not numbers.</exception>
    public DetectionBatch(PowerBudget budget, ProbabilityTable probabilities, BatchLimits limits, HorizonTable horizon = default, LossTable loss = default)
    {
        ArgumentNullException.ThrowIfNull(budget);
        ArgumentNullException.ThrowIfNull(probabilities);
        if (!(limits.MinimumRangeM >= 0 && limits.MaximumRangeM >= limits.MinimumRangeM && limits.MaximumElevationRad >= limits.MinimumElevationRad))
            throw new ArgumentException("The limits must be numbers, the lower ones first, and ranges not negative.", nameof(limits));
        _tables = new BatchTables(budget, probabilities, limits, horizon, loss);
    }

    /// <summary>Probability of detection of each target.</summary>
    /// <param name="rangeM">Slant ranges, metres.</param>
    /// <param name="azimuthRad">Azimuths, radians clockwise from north, any turn.</param>
    /// <param name="elevationRad">Apparent elevations, radians.</param>
    /// <param name="rcsM2">Cross-sections, m².</param>
    /// <param name="probability">Receives the probabilities.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void Evaluate(
        ReadOnlySpan<float> rangeM, ReadOnlySpan<float> azimuthRad, ReadOnlySpan<float> elevationRad, ReadOnlySpan<float> rcsM2, Span<float> probability)
    {
        CheckLengths(rangeM.Length, azimuthRad.Length, elevationRad.Length, rcsM2.Length, probability.Length);
        var done = BatchVectors512.IsSupported ? BatchVectors512.Evaluate(_tables, rangeM, azimuthRad, elevationRad, rcsM2, probability)
            : Avx2.IsSupported && Fma.IsSupported ? BatchVectors.Evaluate(_tables, rangeM, azimuthRad, elevationRad, rcsM2, probability)
            : 0;
        EvaluateScalar(rangeM[done..], azimuthRad[done..], elevationRad[done..], rcsM2[done..], probability[done..]);
    }

    /// <summary>The same, one target at a time.</summary>
    /// <param name="rangeM">Slant ranges, metres.</param>
    /// <param name="azimuthRad">Azimuths, radians clockwise from north, any turn.</param>
    /// <param name="elevationRad">Apparent elevations, radians.</param>
    /// <param name="rcsM2">Cross-sections, m².</param>
    /// <param name="probability">Receives the probabilities.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public void EvaluateScalar(
        ReadOnlySpan<float> rangeM, ReadOnlySpan<float> azimuthRad, ReadOnlySpan<float> elevationRad, ReadOnlySpan<float> rcsM2, Span<float> probability)
    {
        CheckLengths(rangeM.Length, azimuthRad.Length, elevationRad.Length, rcsM2.Length, probability.Length);
        for (var i = 0; i < rangeM.Length; i++) probability[i] = One(rangeM[i], azimuthRad[i], elevationRad[i], rcsM2[i]);
    }

    /// <summary>Probability of detection of one target.</summary>
    /// <param name="rangeM">Slant range, metres.</param>
    /// <param name="azimuthRad">Azimuth, radians clockwise from north, any turn.</param>
    /// <param name="elevationRad">Apparent elevation, radians.</param>
    /// <param name="rcsM2">Cross-section, m².</param>
    public float Probability(float rangeM, float azimuthRad, float elevationRad, float rcsM2) => One(rangeM, azimuthRad, elevationRad, rcsM2);

    private static void CheckLengths(int ranges, int azimuths, int elevations, int sections, int results)
    {
        if (azimuths != ranges || elevations != ranges || sections != ranges || results != ranges)
            throw new ArgumentException($"Every list must be as long as the ranges, {ranges}.", nameof(results));
    }

    private float One(float rangeM, float azimuthRad, float elevationRad, float rcsM2)
    {
        var tables = _tables;
        if (!(rangeM >= tables.MinimumRangeM && rangeM <= tables.MaximumRangeM
            && elevationRad >= tables.MinimumElevationRad && elevationRad <= tables.MaximumElevationRad
            && rcsM2 > 0 && float.IsFinite(azimuthRad)))
        {
            return 0;
        }

        var turns = azimuthRad * BatchTables.TurnsPerRad;
        var column = (turns - MathF.Floor(turns)) * tables.AzimuthCount;
        var left = Math.Min((int)column, tables.AzimuthCount - 1);
        var bin = (int)Math.Min(rangeM * tables.BinsPerM, tables.LastBin);
        var at = (bin * tables.HorizonStride) + left;
        var mask = tables.Masks[at] + ((column - left) * (tables.Masks[at + 1] - tables.Masks[at]));
        if (!(elevationRad >= mask)) return 0;

        var row = Math.Min(rangeM * tables.LossRangesPerM, tables.LastLossRange);
        var step = Math.Clamp((elevationRad - tables.LossLowestRad) * tables.LossElevationsPerRad, 0, tables.LastLossElevation);
        var (i, j) = (Math.Min((int)row, tables.LossRows - 1), Math.Min((int)step, tables.LossColumns - 1));
        var (far, along) = (row - i, step - j);
        at = 4 * ((i * tables.LossColumns) + j);
        var near = tables.Gains[at] + (along * (tables.Gains[at + 1] - tables.Gains[at]));
        var beyond = tables.Gains[at + 2] + (along * (tables.Gains[at + 3] - tables.Gains[at + 2]));
        var gain = near + (far * (beyond - near));

        var squared = rangeM * rangeM;
        var snr = tables.RangeConstantM2 * rcsM2 / (squared * squared) * gain;
        var bits = Math.Clamp(BitConverter.SingleToInt32Bits(snr), tables.FirstBits, tables.LastBits) - tables.FirstBits;
        var value = bits >> tables.Shift;
        var share = (bits - (value << tables.Shift)) * tables.StepScale;
        return tables.Probabilities[value] + (share * (tables.Probabilities[value + 1] - tables.Probabilities[value]));
    }
}
