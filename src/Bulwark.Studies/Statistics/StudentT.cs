using Bulwark.Core.Numerics;

namespace Bulwark.Studies.Statistics;

/// <summary>Student's distribution, by the regularised incomplete beta function (Abramowitz and Stegun 1964, 26.7.1).</summary>
public static class StudentT
{
    /// <summary>The value below which the distribution lies with a probability.</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Quantile(double probability, double freedom)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie strictly between 0 and 1.");
        if (!(freedom >= 1)) throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "There is at least one degree of freedom.");
        if (probability == 0.5) return 0;

        // The beta function is good for shapes up to some thousands; beyond, the first term of the expansion about the normal
        // quantile leaves nothing above 1e-8 (Abramowitz and Stegun 1964, 26.7.5).
        if (freedom > 20_000)
        {
            var z = Core.Randomness.Quantiles.Normal(probability);
            return z + (((z * z * z) + z) / (4 * freedom));
        }

        var tail = Math.Min(probability, 1 - probability);

        // The share of the tail in terms of y = t^2 / (freedom + t^2), which keeps its digits for small t.
        var y = BetaFunction.InverseRegularized(1 - (2 * tail), 0.5, 0.5 * freedom);
        var t = Math.Sqrt(freedom * y / (1 - y));
        return probability < 0.5 ? -t : t;
    }
}
