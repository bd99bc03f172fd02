using Bulwark.Core.Numerics;

namespace Bulwark.Core.Randomness;

/// <summary>
/// Quantile functions: they turn a probability into the value below which a distribution lies with that probability. All are
/// non-decreasing, so that a stratified or quasi-random design keeps its properties, and two alternatives fed with the same
/// probability move together.
/// </summary>
public static class Quantiles
{
    /// <summary>Uniform distribution.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1, or the ends are reversed or not finite.</exception>
    public static double Uniform(double probability, double low, double high)
    {
        CheckProbability(probability);
        CheckOrder(low, low, high);
        return low + (probability * (high - low));
    }

    /// <summary>Normal distribution (Wichura 1988, AS 241).</summary>
    /// <param name="probability">Strictly between 0 and 1.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="standardDeviation">Standard deviation, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the standard deviation is outside its range.</exception>
    public static double Normal(double probability, double mean = 0, double standardDeviation = 1)
    {
        if (!(probability > 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie strictly between 0 and 1.");
        if (!(standardDeviation >= 0)) throw new ArgumentOutOfRangeException(nameof(standardDeviation), standardDeviation, "A standard deviation is not negative.");
        return mean + (standardDeviation * NormalQuantile.At(probability));
    }

    /// <summary>Exponential distribution.</summary>
    /// <param name="probability">From 0 to below 1.</param>
    /// <param name="mean">Mean, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability or the mean is outside its range.</exception>
    public static double Exponential(double probability, double mean)
    {
        if (!(probability >= 0 && probability < 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "The probability must lie between 0 and below 1.");
        if (!(mean >= 0)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of an exponential distribution is not negative.");
        return -mean * Elementary.LogOnePlus(-probability);
    }

    /// <summary>Triangular distribution.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1, or low, mode and high are out of order or not finite.</exception>
    public static double Triangular(double probability, double low, double mode, double high)
    {
        CheckProbability(probability);
        CheckOrder(low, mode, high);
        var width = high - low;
        if (width == 0) return mode;
        return probability * width <= mode - low
            ? low + Math.Sqrt(probability * width * (mode - low))
            : high - Math.Sqrt((1 - probability) * width * (high - mode));
    }

    /// <summary>
    /// PERT distribution: a beta distribution between the ends whose mean is (low + 4 mode + high)/6.
    /// Source: Malcolm, Roseboom, Clark and Fazar, Operations Research 7 (1959) 646-669; shapes 1 + 4(mode - low)/(high - low) and
    /// 1 + 4(high - mode)/(high - low).
    /// </summary>
    /// <param name="probability">0 to 1.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1, or low, mode and high are out of order or not finite.</exception>
    public static double Pert(double probability, double low, double mode, double high)
    {
        CheckProbability(probability);
        CheckOrder(low, mode, high);
        var width = high - low;
        if (width == 0) return mode;
        return low + (width * BetaFunction.InverseRegularized(probability, 1 + (4 * (mode - low) / width), 1 + (4 * (high - mode) / width)));
    }

    private static void CheckProbability(double probability)
    {
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
    }

    private static void CheckOrder(double low, double mode, double high)
    {
        if (!double.IsFinite(low)) throw new ArgumentOutOfRangeException(nameof(low), low, "The lower end must be finite.");
        if (!double.IsFinite(high) || high < low) throw new ArgumentOutOfRangeException(nameof(high), high, $"The upper end must be finite and not below {low}.");
        if (!(mode >= low && mode <= high)) throw new ArgumentOutOfRangeException(nameof(mode), mode, $"The most likely value must lie between {low} and {high}.");
    }
}
