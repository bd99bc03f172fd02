namespace Bulwark.Sensing.Detection;

/// <summary>
/// Exact detection statistics of a square-law detector that adds the power of n pulses, for steady and Swerling targets.
/// </summary>
/// <remarks>
/// Sources: Marcum, RAND RM-753 (1948); Swerling, IRE Transactions IT-6 (1960) 269-308; Meyer and Mayer, Radar Target Detection
/// (1973); Richards, Fundamentals of Radar Signal Processing, 2nd ed. (2014), chapter 6. With noise power 1 per pulse the sum is a gamma
/// variable whose shape is n plus a count: Poisson for the steady target, negative binomial with K = 1, n, 2, 2n degrees for cases
/// 1, 2, 3 and 4. Then Pd = sum of weight(m) Q(n + m, T) with Q(n, T) = Pfa. No approximation is made; the sums are cut at 1e-17 of
/// their value. White Gaussian noise of known power is assumed (no CFAR loss, no clutter).
/// </remarks>
public static class DetectionStatistics
{
    private const int MaximumPulses = 1_000_000;

    /// <summary>Threshold on the sum of n pulses for a probability of false alarm, in units of the mean noise power of a pulse.</summary>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Threshold(int pulses, double falseAlarmProbability)
    {
        CheckPulses(pulses);
        CheckProbability(falseAlarmProbability, nameof(falseAlarmProbability));
        return IncompleteGamma.InverseUpper(pulses, falseAlarmProbability);
    }

    /// <summary>Probability of detection in one look.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="snrRatio">Mean signal-to-noise power ratio of one pulse, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double snrRatio) =>
        Probability(fluctuation, pulses, falseAlarmProbability, Threshold(pulses, falseAlarmProbability), snrRatio);

    /// <summary>Signal-to-noise power ratio of one pulse at which the probability of detection has the given value.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="detectionProbability">Probability of detection, above the probability of false alarm and below 1.</param>
    /// <returns>The mean ratio, accurate to 1e-10 of itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RequiredSnr(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double detectionProbability)
    {
        var threshold = Threshold(pulses, falseAlarmProbability);
        CheckDetection(detectionProbability, falseAlarmProbability);
        return SolveSnr(snrRatio => Probability(fluctuation, pulses, falseAlarmProbability, threshold, snrRatio), detectionProbability);
    }

    internal static double Probability(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double threshold, double snrRatio) =>
        CountMixture.Sum(fluctuation, pulses, snrRatio, new KnownNoiseTail(pulses, falseAlarmProbability, threshold));

    /// <summary>The ratio at which a probability that grows with it has the given value, by bisection of its logarithm to 1e-11.</summary>
    internal static double SolveSnr(Func<double, double> probability, double value)
    {
        var high = 0.0;
        while (probability(Math.Exp(high)) < value) high += 3;
        var low = high - 3;
        while (probability(Math.Exp(low)) > value) low -= 3;
        for (var step = 0; step < 60 && high - low > 1e-11; step++)
        {
            // Bisection: this is not a hot path and it cannot fail.
            var middle = 0.5 * (low + high);
            if (probability(Math.Exp(middle)) < value) low = middle;
            else high = middle;
        }

        return Math.Exp(0.5 * (low + high));
    }

    internal static void CheckPulses(int pulses)
    {
        if (pulses is < 1 or > MaximumPulses) throw new ArgumentOutOfRangeException(nameof(pulses), pulses, "Expected 1 to a million pulses.");
    }

    internal static void CheckProbability(double value, string name)
    {
        if (!(value > 0 && value < 1)) throw new ArgumentOutOfRangeException(name, value, "Expected a probability above 0 and below 1.");
    }

    internal static void CheckDetection(double detectionProbability, double falseAlarmProbability)
    {
        CheckProbability(detectionProbability, nameof(detectionProbability));
        if (detectionProbability <= falseAlarmProbability)
        {
            throw new ArgumentOutOfRangeException(nameof(detectionProbability), detectionProbability, "The probability of detection must exceed that of false alarm.");
        }
    }
}
