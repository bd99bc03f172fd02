using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>
/// "M of N" logic: the probability of at least M hits in N independent looks.
/// Source: Richards, Fundamentals of Radar Signal Processing, 2nd ed. (2014), section 6.4 (binomial tail).
/// </summary>
public static class BinaryIntegration
{
    /// <summary>Probability of at least <paramref name="hits"/> hits in <paramref name="looks"/> independent looks.</summary>
    /// <param name="hits">Hits needed, 0 to <paramref name="looks"/>.</param>
    /// <param name="looks">Number of looks, at least 1.</param>
    /// <param name="singleLookProbability">Probability of a hit in one look, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(int hits, int looks, double singleLookProbability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, looks);
        if (!(singleLookProbability >= 0 && singleLookProbability <= 1))
            throw new ArgumentOutOfRangeException(nameof(singleLookProbability), singleLookProbability, "Expected a probability from 0 to 1.");
        if (hits == 0) return 1;
        if (singleLookProbability == 0) return 0;
        if (singleLookProbability == 1) return 1;

        var logOdds = Math.Log(singleLookProbability) - Elementary.LogOnePlus(-singleLookProbability);
        var logTerm = looks * Elementary.LogOnePlus(-singleLookProbability);
        var sum = 0.0;
        for (var k = 1; k <= looks; k++)
        {
            logTerm += logOdds + Math.Log((looks - k + 1.0) / k);
            if (k >= hits) sum += Math.Exp(logTerm);
        }

        return Math.Min(1, sum);
    }
}
