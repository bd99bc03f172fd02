using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Fusion;

/// <summary>
/// Fuses two estimates of one target whose errors hang together in an unknown way, as tracks of nodes that share plots, process noise or
/// each other's tracks do. Whatever the correlation is, the result is not more certain than it may be.
/// Source: Julier and Uhlmann, "A non-divergent estimation algorithm in the presence of unknown correlations", Proc. American Control
/// Conference (1997) 2369-2373.
/// </summary>
public static class CovarianceIntersection
{
    private const int Size = 6;
    private const int Steps = 40;

    /// <summary>Fuses two estimates of the same time.</summary>
    /// <param name="first">The one.</param>
    /// <param name="second">The other.</param>
    /// <param name="fused">Receives the fused estimate: the weight is that which makes its position most certain.</param>
    /// <param name="firstShare">Receives the weight of the first, 0 to 1.</param>
    /// <returns>False when the times differ or a covariance is not positive.</returns>
    public static bool TryFuse(in KinematicEstimate first, in KinematicEstimate second, out KinematicEstimate fused, out double firstShare)
    {
        fused = default;
        firstShare = 0;
        if (first.Time != second.Time) return false;
        Span<double> one = stackalloc double[Size * Size];
        Span<double> other = stackalloc double[Size * Size];
        if (!Information.TryInvert(first.Elements, one, Size) || !Information.TryInvert(second.Elements, other, Size)) return false;

        // The trace of the position's covariance is convex in the weight: golden sections.
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (low, high) = (0.0, 1.0);
        var (left, right) = (1 - golden, golden);
        var (leftTrace, rightTrace) = (Trace(one, other, left), Trace(one, other, right));
        for (var step = 0; step < Steps; step++)
        {
            if (leftTrace < rightTrace)
            {
                (high, right, rightTrace) = (right, left, leftTrace);
                left = high - (golden * (high - low));
                leftTrace = Trace(one, other, left);
            }
            else
            {
                (low, left, leftTrace) = (left, right, rightTrace);
                right = low + (golden * (high - low));
                rightTrace = Trace(one, other, right);
            }
        }

        firstShare = 0.5 * (low + high);
        if (Trace(one, other, 0) <= Trace(one, other, firstShare)) firstShare = 0;
        if (Trace(one, other, 1) <= Trace(one, other, firstShare)) firstShare = 1;
        return TryCombine(in first, in second, one, other, firstShare, out fused);
    }

    private static bool TryCombine(
        in KinematicEstimate first, in KinematicEstimate second, ReadOnlySpan<double> one, ReadOnlySpan<double> other, double share, out KinematicEstimate fused)
    {
        fused = new KinematicEstimate { Time = first.Time };
        Span<double> sum = stackalloc double[Size * Size];
        for (var k = 0; k < Size * Size; k++) sum[k] = (share * one[k]) + ((1 - share) * other[k]);
        var covariance = fused.Matrix;
        if (!Information.TryInvert(sum, covariance, Size)) return false;

        // From the first towards the second: P (1 - w) B⁻¹ (b - a).
        var apart = second.Position - first.Position;
        var faster = second.Velocity - first.Velocity;
        ReadOnlySpan<double> difference = [apart.X, apart.Y, apart.Z, faster.X, faster.Y, faster.Z];
        Span<double> weighted = stackalloc double[Size];
        Span<double> step = stackalloc double[Size];
        SmallMatrix.Multiply(other, difference, weighted, Size, Size, 1);
        SmallMatrix.Multiply(covariance, weighted, step, Size, Size, 1);
        fused.Position = first.Position + (new EcefVector(step[0], step[1], step[2]) * (1 - share));
        fused.Velocity = first.Velocity + (new EcefVector(step[3], step[4], step[5]) * (1 - share));
        return true;
    }

    private static double Trace(ReadOnlySpan<double> one, ReadOnlySpan<double> other, double share)
    {
        Span<double> sum = stackalloc double[Size * Size];
        Span<double> covariance = stackalloc double[Size * Size];
        for (var k = 0; k < Size * Size; k++) sum[k] = (share * one[k]) + ((1 - share) * other[k]);
        return Information.TryInvert(sum, covariance, Size) ? covariance[0] + covariance[7] + covariance[14] : double.PositiveInfinity;
    }
}
