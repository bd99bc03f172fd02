using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Prediction;

/// <summary>From one Gaussian to the beliefs of several models and back.</summary>
internal static class ModeMoments
{
    /// <summary>Every model starts with the same estimate.</summary>
    public static void Spread(ref readonly KinematicEstimate estimate, MotionModelSet set, out ModeEstimate result)
    {
        var isOne = set.Models is [{ TurnRateRadPerS: 0 }];
        result = new ModeEstimate { Time = estimate.Time, Position = estimate.Position, Velocity = estimate.Velocity, IsOne = isOne };
        ref var element = ref result.Modes.Lower.Px;
        var at = ModeHalf.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++) Unsafe.Add(ref element, at++) = Vector256.Create(estimate.Elements[(6 * row) + column]);
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++) Unsafe.Add(ref element, at++) = Vector256.Create(estimate.Elements[(6 * row) + column]);
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++) Unsafe.Add(ref element, at++) = Vector256.Create(estimate.Elements[(6 * row) + column]);
        }

        result.Modes.Upper = result.Modes.Lower;
        Span<double> lanes = stackalloc double[ModeState.Lanes];
        lanes.Clear();
        for (var k = 0; k < set.Models.Length; k++) lanes[k] = set.Models[k].InitialProbability;
        result.Modes.Lower.Weight = Vector256.Create<double>(lanes);
        result.Modes.Upper.Weight = Vector256.Create<double>(lanes[ModeHalf.Lanes..]);
    }

    /// <summary>Empties a sum of estimates.</summary>
    public static void Clear(ref ModeEstimate sum) => sum.Modes = default;

    /// <summary>Adds a weighted estimate to a sum of first and second moments, model by model; all have the same time and reference.</summary>
    public static void AddWeighted(ref ModeEstimate sum, ref readonly ModeEstimate part, double weight)
    {
        (sum.Time, sum.Position, sum.Velocity) = (part.Time, part.Position, part.Velocity);
        (sum.IsBallistic, sum.IsOne, sum.MotionOf, sum.Doubt, sum.InverseCoefficientM2PerKg) = (part.IsBallistic, part.IsOne, part.MotionOf, part.Doubt, part.InverseCoefficientM2PerKg);
        if (part.IsOne)
        {
            OneMode.AddWeighted(ref sum, in part, weight);
            return;
        }

        AddWeighted(ref sum.Modes.Lower, in part.Modes.Lower, weight);
        AddWeighted(ref sum.Modes.Upper, in part.Modes.Upper, weight);
    }

    /// <summary>Turns a sum of moments into an estimate: each model keeps one Gaussian with the moments of its mixture.</summary>
    public static void Finish(ref ModeEstimate sum)
    {
        if (sum.IsOne)
        {
            OneMode.Finish(ref sum);
            return;
        }

        ref var m = ref sum.Modes;
        var all = 1 / (Vector256.Sum(m.Lower.Weight) + Vector256.Sum(m.Upper.Weight));
        Finish(ref m.Lower, all);
        Finish(ref m.Upper, all);
    }

    /// <summary>Variance of the height, all models together, m².</summary>
    public static double VerticalVarianceM2(ref readonly ModeEstimate estimate)
    {
        var up = estimate.Position.Normalized();
        var (mean, square) = Vertical(in estimate.Modes.Lower, up);
        var (mean2, square2) = Vertical(in estimate.Modes.Upper, up);
        mean += mean2;
        return square + square2 - (mean * mean);
    }

    /// <summary>Mean and covariance over all models; the mean becomes the reference of the models' offsets.</summary>
    public static void Combine(ref ModeEstimate estimate, ref KinematicEstimate result)
    {
        if (estimate.IsOne)
        {
            OneMode.Combine(ref estimate, ref result);
            return;
        }

        // Elements come four at a time; of the last four, one is the weight itself.
        ref var m = ref estimate.Modes;
        Span<double> sum = stackalloc double[ModeHalf.Length];
        for (var k = 0; k < 8; k += 4) Sums(in m.Lower, in m.Upper, in m, k).CopyTo(sum[k..]);
        for (var k = 0; k < ModeHalf.PositionCovariance; k++)
        {
            var mean = Vector256.Create(sum[k]);
            Unsafe.Add(ref m.Lower.Px, k) -= mean;
            Unsafe.Add(ref m.Upper.Px, k) -= mean;
        }

        estimate.Position += new EcefVector(sum[0], sum[1], sum[2]);
        estimate.Velocity += new EcefVector(sum[3], sum[4], sum[5]);
        result.Time = estimate.Time;
        result.Position = estimate.Position;
        result.Velocity = estimate.Velocity;
        ModeHalf.Moments(in m.Lower, out var low);
        ModeHalf.Moments(in m.Upper, out var high);
        for (var k = 4; k < ModeHalf.Length; k += 4) Sums(in low, in high, in m, k).CopyTo(sum[k..]);
        var matrix = result.Matrix;
        var at = ModeHalf.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = sum[at];
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = sum[at];
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = sum[at];
        }
    }

    private static void AddWeighted(ref ModeHalf sum, ref readonly ModeHalf part, double weight)
    {
        var w = part.Weight * weight;
        sum.Weight += w;
        ModeHalf.Moments(in part, out var moments);
        for (nint k = 0; k < ModeHalf.Probability; k++) Unsafe.Add(ref sum.Px, k) += w * Unsafe.Add(ref moments.Px, k);
    }

    private static void Finish(ref ModeHalf m, double all)
    {
        var scale = Vector256<double>.One / Vector256.Max(m.Weight, Vector256.Create(1e-300));
        for (nint k = 0; k < ModeHalf.Probability; k++) Unsafe.Add(ref m.Px, k) *= scale;
        ModeHalf.Centre(ref m);
        m.Weight *= all;
    }

    private static (double Mean, double Square) Vertical(ref readonly ModeHalf m, EcefVector up)
    {
        var offset = (m.Px * up.X) + (m.Py * up.Y) + (m.Pz * up.Z);
        var variance = (((m.Pxx * up.X) + (m.Pxy * (2 * up.Y)) + (m.Pxz * (2 * up.Z))) * up.X)
            + (((m.Pyy * up.Y) + (m.Pyz * (2 * up.Z))) * up.Y) + (m.Pzz * (up.Z * up.Z));
        return (Vector256.Sum(m.Weight * offset), Vector256.Sum(m.Weight * (variance + (offset * offset))));
    }

    // Four elements, each weighted by the models' probabilities and summed over the models.
    private static Vector256<double> Sums(ref readonly ModeHalf low, ref readonly ModeHalf high, ref readonly ModeState weights, int first) =>
        Sums(in low, weights.Lower.Weight, first) + Sums(in high, weights.Upper.Weight, first);

    private static Vector256<double> Sums(ref readonly ModeHalf half, Vector256<double> weight, int first)
    {
        ref var element = ref Unsafe.Add(ref Unsafe.AsRef(in half.Px), first);
        var (a, b, c, d) = (weight * element, weight * Unsafe.Add(ref element, 1), weight * Unsafe.Add(ref element, 2), weight * Unsafe.Add(ref element, 3));
        if (!Avx.IsSupported) return Vector256.Create(Vector256.Sum(a), Vector256.Sum(b), Vector256.Sum(c), Vector256.Sum(d));

        // The same sums in the same order, (0 + 1) + (2 + 3), of four vectors at once.
        var (ab, cd) = (Avx.HorizontalAdd(a, b), Avx.HorizontalAdd(c, d));
        return Avx.Permute2x128(ab, cd, 0x20) + Avx.Permute2x128(ab, cd, 0x31);
    }
}
