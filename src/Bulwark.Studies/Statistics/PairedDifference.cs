namespace Bulwark.Studies.Statistics;

/// <summary>
/// Two alternatives that met the same luck, compared pair by pair. What the two have in common cancels in each pair's difference, so
/// the interval is narrower than with luck of their own. Immutable.
/// </summary>
/// <param name="Difference">Mean of the second less the first, with its interval.</param>
/// <param name="VarianceReductionFactor">Variance that the difference would have with independent luck, divided by the one it has; above 1 when pairing helped. Infinite when every pair differs by the same amount.</param>
/// <param name="CorrelationRatio">Correlation of the two within pairs, -1 to 1; 0 when one of them never varies.</param>
public readonly record struct PairedDifference(Estimate Difference, double VarianceReductionFactor, double CorrelationRatio)
{
    /// <summary>Compares pairs.</summary>
    /// <param name="first">Values of the first alternative.</param>
    /// <param name="second">Values of the second, under the same luck in the same order.</param>
    /// <param name="level">Confidence level.</param>
    /// <exception cref="ArgumentException">The two differ in number.</exception>
    public static PairedDifference Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level = 0.95)
    {
        if (first.Length != second.Length) throw new ArgumentException("Pairs need as many values of the one as of the other.", nameof(second));
        var (one, two, difference) = (new RunningMoments(), new RunningMoments(), new RunningMoments());
        for (var index = 0; index < first.Length; index++)
        {
            one.Add(first[index]);
            two.Add(second[index]);
            difference.Add(second[index] - first[index]);
        }

        var apart = one.Variance + two.Variance;
        var spread = 2 * Math.Sqrt(one.Variance * two.Variance);
        return new PairedDifference(
            difference.MeanEstimate(level),
            difference.Variance > 0 ? apart / difference.Variance : apart > 0 ? double.PositiveInfinity : 1,
            spread > 0 ? (apart - difference.Variance) / spread : 0);
    }
}
