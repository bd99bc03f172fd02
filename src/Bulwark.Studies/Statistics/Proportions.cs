using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;

namespace Bulwark.Studies.Statistics;

/// <summary>Proportions of yes and no with their intervals.</summary>
public static class Proportions
{
    /// <summary>
    /// The score interval: inverts the normal test of the true proportion, so it never leaves 0 to 1 and works for none and all.
    /// Source: E. B. Wilson, J. American Statistical Association 22 (1927) 209-212.
    /// </summary>
    /// <param name="successes">How many were yes, from 0 to <paramref name="count"/>.</param>
    /// <param name="count">How many there were.</param>
    /// <param name="level">Confidence level.</param>
    public static Estimate Wilson(long successes, long count, double level = 0.95)
    {
        Require(successes, count, level);
        if (count == 0) return Estimate.Nothing(level) with { Low = 0, High = 1 };
        var z = Quantiles.Normal(0.5 + (0.5 * level));
        double n = count;
        var share = successes / n;
        var scale = 1 + (z * z / n);
        var centre = (share + (z * z / (2 * n))) / scale;
        var half = z / scale * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        return new Estimate(share, successes == 0 ? 0 : Math.Max(0, centre - half), successes == count ? 1 : Math.Min(1, centre + half), count, level);
    }

    /// <summary>
    /// The exact interval from the binomial tails: covers at least as often as stated, whatever the true proportion.
    /// Source: C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413, in terms of the beta distribution.
    /// </summary>
    /// <param name="successes">How many were yes, from 0 to <paramref name="count"/>.</param>
    /// <param name="count">How many there were.</param>
    /// <param name="level">Confidence level.</param>
    public static Estimate Exact(long successes, long count, double level = 0.95)
    {
        Require(successes, count, level);
        if (count == 0) return Estimate.Nothing(level) with { Low = 0, High = 1 };
        var tail = 0.5 * (1 - level);
        var low = successes == 0 ? 0 : BetaFunction.InverseRegularized(tail, successes, count - successes + 1);
        var high = successes == count ? 1 : BetaFunction.InverseRegularized(1 - tail, successes + 1, count - successes);
        return new Estimate(successes / (double)count, low, high, count, level);
    }

    private static void Require(long successes, long count, double level)
    {
        Estimate.RequireLevel(level);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (successes < 0 || successes > count) throw new ArgumentOutOfRangeException(nameof(successes), successes, $"The number of successes lies between 0 and {count}.");
    }
}
