using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Smooths what a bank filter believed after each plot, from the last to the first: for after-action work, when the whole track is known.
/// One motion is the fixed-interval smoother of Rauch, Tung and Striebel; several are the retrodiction of interacting models: each pair of
/// a motion before and a motion after is smoothed, and the pairs are mixed with the smoothed probabilities.
/// Source: Rauch, Tung and Striebel, AIAA Journal 3 (1965) 1445-1450; Koch, "Fixed-interval retrodiction approach to Bayesian IMM-MHT for
/// maneuvering multiple targets", IEEE Trans. AES 36 (2000) 2-14.
/// </summary>
public static class BankSmoother
{
    private const int Largest = GaussianBelief.LargestDimension;

    /// <summary>Smooths a track, in place.</summary>
    /// <param name="bank">The motions it was filtered with.</param>
    /// <param name="beliefs">What the filter believed after each plot, in order of time; each becomes the smoothed belief.</param>
    /// <returns>How many beliefs, counted from the last, could be smoothed; fewer than all only when a covariance is not positive.</returns>
    public static int Smooth(MotionBank bank, IReadOnlyList<BankBelief> beliefs)
    {
        ArgumentNullException.ThrowIfNull(bank);
        ArgumentNullException.ThrowIfNull(beliefs);
        for (var place = beliefs.Count - 2; place >= 0; place--)
        {
            if (!TryStep(bank, beliefs[place], beliefs[place + 1])) return beliefs.Count - place - 1;
        }

        return beliefs.Count;
    }

    private static bool TryStep(MotionBank bank, BankBelief now, BankBelief later)
    {
        var count = bank.Motions.Length;
        var seconds = (later.Time - now.Time).TotalS;
        if (!(seconds > 0))
        {
            now.CopyFrom(later);
            return true;
        }

        var entered = new double[count];
        for (var into = 0; into < count; into++)
        {
            for (var from = 0; from < count; from++) entered[into] += now.Probabilities[from] * bank.TransitionProbability(from, into, seconds);
        }

        var smoothed = new GaussianBelief[count];
        var probabilities = new double[count];
        var parts = new GaussianBelief[count];
        var weights = new double[count];
        for (var from = 0; from < count; from++)
        {
            for (var into = 0; into < count; into++)
            {
                weights[into] = entered[into] > 0 ? later.Probabilities[into] * now.Probabilities[from] * bank.TransitionProbability(from, into, seconds) / entered[into] : 0;
                probabilities[from] += weights[into];
                if (!TryPair(bank, now, later, from, into, seconds, out parts[into])) return false;
            }

            if (!(probabilities[from] > 0))
            {
                smoothed[from] = now.Beliefs[from];
                continue;
            }

            for (var into = 0; into < count; into++) weights[into] /= probabilities[from];
            BankMixing.Combine(parts, weights, out smoothed[from]);
        }

        smoothed.CopyTo(now.Beliefs, 0);
        probabilities.CopyTo(now.Probabilities, 0);
        return true;
    }

    // One motion before, one after: x + G (xˢ - x⁻), P + G (Pˢ - P⁻) Gᵀ, G = cov(x, x⁻) (P⁻)⁻¹.
    private static bool TryPair(MotionBank bank, BankBelief now, BankBelief later, int from, int into, double seconds, out GaussianBelief result)
    {
        BankMixing.Convert(in now.Beliefs[from], in later.Beliefs[into], out var own);
        result = own;
        var size = own.Dimension;
        Span<double> cross = stackalloc double[Largest * Largest];
        if (!bank.Filter.TryPredict(in own, bank.Motions[into], seconds, out var predicted, cross)) return false;
        Span<double> root = stackalloc double[Largest * Largest];
        predicted.CovarianceSi.CopyTo(root);
        if (!SmallMatrix.TryCholesky(root, size)) return false;

        // Gᵀ = (P⁻)⁻¹ crossᵀ.
        Span<double> gain = stackalloc double[Largest * Largest];
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++) gain[(size * row) + column] = cross[(size * column) + row];
        }

        SmallMatrix.CholeskySolve(root, gain, size, size);
        var after = later.Beliefs[into];
        Span<double> change = stackalloc double[Largest * Largest];
        for (var k = 0; k < size * size; k++) change[k] = after.CovarianceSi[k] - predicted.CovarianceSi[k];
        Span<double> half = stackalloc double[Largest * Largest];
        Span<double> whole = stackalloc double[Largest * Largest];
        SmallMatrix.TransposeMultiply(gain, change, half, size, size, size);
        SmallMatrix.Multiply(half, gain, whole, size, size, size);
        for (var row = 0; row < size; row++)
        {
            for (var k = 0; k < size; k++) result.MeanSi[row] += gain[(size * k) + row] * (after.MeanSi[k] - predicted.MeanSi[k]);
        }

        for (var k = 0; k < size * size; k++) result.CovarianceSi[k] += whole[k];
        SmallMatrix.Symmetrize(result.CovarianceSi, size);
        if (now.Beliefs[from].Extra == own.Extra) return true;

        // Back to the layout of the motion before, which keeps what it alone knew.
        var back = result;
        BankMixing.Convert(in back, in now.Beliefs[from], out result);
        return true;
    }
}
