using Bulwark.Core.Numerics;

namespace Bulwark.Studies.Statistics;

/// <summary>Quantiles of a sample and their intervals.</summary>
public static class SampleQuantiles
{
    /// <summary>
    /// The quantile of a sample, between neighbours in a straight line: definition 7 of R. J. Hyndman and Y. Fan, American
    /// Statistician 50 (1996) 361-365, which R, NumPy and spreadsheets use.
    /// </summary>
    /// <param name="sorted">The sample in rising order, at least one value.</param>
    /// <param name="probability">0 to 1.</param>
    public static double At(ReadOnlySpan<double> sorted, double probability)
    {
        if (sorted.Length == 0) throw new ArgumentException("A quantile needs at least one value.", nameof(sorted));
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        var place = probability * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        if (below + 1 >= sorted.Length) return sorted[^1];
        return sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }

    /// <summary>
    /// The quantile with an interval between two values of the sample, which holds whatever the distribution: the number of values
    /// below the true quantile is binomial. Source: W. J. Conover, Practical Nonparametric Statistics, 3rd ed. 1999, section 3.2.
    /// An end is infinite when the sample is too small to bound it.
    /// </summary>
    /// <param name="values">The sample in any order.</param>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="level">Confidence level; the interval covers at least as often.</param>
    public static Estimate Of(ReadOnlySpan<double> values, double probability, double level = 0.95)
    {
        Estimate.RequireLevel(level);
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie strictly between 0 and 1.");
        if (values.Length == 0) return Estimate.Nothing(level);
        var sorted = values.ToArray();
        Array.Sort(sorted);
        var (below, above) = Ranks(sorted.Length, probability, level);
        return new Estimate(
            At(sorted, probability),
            below < 1 ? double.NegativeInfinity : sorted[below - 1],
            above > sorted.Length ? double.PositiveInfinity : sorted[above - 1],
            sorted.Length,
            level);
    }

    // Ranks (from 1) whose order statistics enclose the quantile: P(K < below) and P(K >= above) are each at most half of what is left.
    private static (int Below, int Above) Ranks(int count, double probability, double level)
    {
        var tail = 0.5 * (1 - level);
        var (least, most) = (0, count + 1);
        for (var (low, high) = (1, count); low <= high;)
        {
            var middle = (low + high) / 2;
            if (Below(middle, count, probability) <= tail) (least, low) = (middle, middle + 1);
            else high = middle - 1;
        }

        for (var (low, high) = (1, count); low <= high;)
        {
            var middle = (low + high) / 2;
            if (1 - Below(middle, count, probability) <= tail) (most, high) = (middle, middle - 1);
            else low = middle + 1;
        }

        return (least, most);
    }

    // P(K < rank) for a binomial K.
    private static double Below(int rank, int count, double probability) => rank > count ? 1 : 1 - BetaFunction.Regularized(probability, rank, count - rank + 1);
}
