namespace Bulwark.Core.Randomness;

/// <summary>
/// Draws from the usual distributions. All but <see cref="Poisson"/> with a large mean take exactly one number from the stream and
/// turn it by the quantile function, so that alternatives that differ in a parameter still share their luck.
/// </summary>
public static class Samplers
{
    /// <summary>A uniform number between the ends.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end, not below <paramref name="low"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The ends are reversed or not finite.</exception>
    public static double Uniform(this ref RandomStream stream, double low, double high) => Quantiles.Uniform(stream.NextUnit(), low, high);

    /// <summary>A normal number.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="mean">Mean.</param>
    /// <param name="standardDeviation">Standard deviation, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative or not a number.</exception>
    public static double Normal(this ref RandomStream stream, double mean = 0, double standardDeviation = 1) =>
        Quantiles.Normal(stream.NextUnit(), mean, standardDeviation);

    /// <summary>An exponential number.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="mean">Mean, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not a number.</exception>
    public static double Exponential(this ref RandomStream stream, double mean) => Quantiles.Exponential(stream.NextUnit(), mean);

    /// <summary>A number of the triangular distribution.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException">Low, mode and high are out of order or not finite.</exception>
    public static double Triangular(this ref RandomStream stream, double low, double mode, double high) =>
        Quantiles.Triangular(stream.NextUnit(), low, mode, high);

    /// <summary>A number of the PERT distribution, see <see cref="Quantiles.Pert"/>.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="mode">Most likely value.</param>
    /// <param name="high">Upper end.</param>
    /// <exception cref="ArgumentOutOfRangeException">Low, mode and high are out of order or not finite.</exception>
    public static double Pert(this ref RandomStream stream, double low, double mode, double high) =>
        Quantiles.Pert(stream.NextUnit(), low, mode, high);

    /// <summary>True with the given probability; takes one number whatever the probability is.</summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="probability">0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The probability is not within 0 to 1.</exception>
    public static bool Chance(this ref RandomStream stream, double probability)
    {
        if (!(probability >= 0 && probability <= 1)) throw new ArgumentOutOfRangeException(nameof(probability), probability, "A probability lies between 0 and 1.");
        return stream.NextUnit() < probability;
    }

    /// <summary>
    /// A Poisson count: by searching the distribution function up to a mean of 10 (one number from the stream), by Hörmann's
    /// transformed rejection above it.
    /// </summary>
    /// <param name="stream">Stream to draw from.</param>
    /// <param name="mean">Mean, 0 to 1e9.</param>
    /// <exception cref="ArgumentOutOfRangeException">The mean is outside its range.</exception>
    public static int Poisson(this ref RandomStream stream, double mean)
    {
        if (!(mean >= 0 && mean <= 1e9)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "The mean of a Poisson count must lie between 0 and 1e9.");
        return mean < 10 ? PoissonSampler.Search(stream.NextUnit(), mean) : PoissonSampler.TransformedRejection(ref stream, mean);
    }
}
