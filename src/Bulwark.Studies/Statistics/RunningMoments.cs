namespace Bulwark.Studies.Statistics;

/// <summary>
/// Mean and variance of values that come one by one, without keeping them. Source: B. P. Welford, Technometrics 4 (1962) 419-420.
/// A value type; the same values in the same order give the same bits.
/// </summary>
public struct RunningMoments
{
    private double _squares;

    /// <summary>Number of values so far.</summary>
    public long Count { get; private set; }

    /// <summary>Their mean; 0 before the first.</summary>
    public double Mean { get; private set; }

    /// <summary>Their sample variance (divided by the number less one); 0 below two values.</summary>
    public readonly double Variance => Count < 2 ? 0 : _squares / (Count - 1);

    /// <summary>Their sample standard deviation.</summary>
    public readonly double StandardDeviation => Math.Sqrt(Variance);

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value, finite.</param>
    public void Add(double value)
    {
        Count++;
        var step = value - Mean;
        Mean += step / Count;
        _squares += step * (value - Mean);
    }

    /// <summary>The mean with its interval by Student's distribution: exact for normal values, close for others from some thirty on.</summary>
    /// <param name="level">Confidence level, such as 0.95.</param>
    public readonly Estimate MeanEstimate(double level)
    {
        Estimate.RequireLevel(level);
        if (Count == 0) return Estimate.Nothing(level);
        if (Count == 1) return new Estimate(Mean, double.NegativeInfinity, double.PositiveInfinity, 1, level);
        var half = StudentT.Quantile(0.5 + (0.5 * level), Count - 1) * Math.Sqrt(Variance / Count);
        return new Estimate(Mean, Mean - half, Mean + half, Count, level);
    }
}
