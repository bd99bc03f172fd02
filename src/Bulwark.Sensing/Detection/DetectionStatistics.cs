using Bulwark.Core.Numerics;

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
        CheckProbability(detectionProbability, nameof(detectionProbability));
        if (detectionProbability <= falseAlarmProbability)
        {
            throw new ArgumentOutOfRangeException(nameof(detectionProbability), detectionProbability, "The probability of detection must exceed that of false alarm.");
        }

        double Excess(double logSnr) => Probability(fluctuation, pulses, falseAlarmProbability, threshold, Math.Exp(logSnr)) - detectionProbability;
        var high = 0.0;
        while (Excess(high) < 0) high += 3;
        var low = high - 3;
        while (Excess(low) > 0) low -= 3;
        for (var step = 0; step < 60 && high - low > 1e-11; step++)
        {
            // Bisection: this is not a hot path and it cannot fail.
            var middle = 0.5 * (low + high);
            if (Excess(middle) < 0) low = middle;
            else high = middle;
        }

        return Math.Exp(0.5 * (low + high));
    }

    internal static double Probability(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double threshold, double snrRatio)
    {
        if (!(snrRatio >= 0)) throw new ArgumentOutOfRangeException(nameof(snrRatio), snrRatio, "The signal-to-noise ratio must not be negative.");
        if (snrRatio == 0) return falseAlarmProbability;
        if (double.IsPositiveInfinity(snrRatio)) return 1;

        var energy = pulses * snrRatio;
        var degrees = Degrees(fluctuation, pulses);
        var steady = double.IsPositiveInfinity(degrees);
        var perDegree = steady ? 0 : energy / degrees;
        var shrink = perDegree / (1 + perDegree);
        var logWeight = steady ? -energy : -degrees * Elementary.LogOnePlus(perDegree);
        var logDensity = (pulses * Math.Log(threshold)) - threshold - GammaFunction.Log(pulses + 1.0);
        var upper = falseAlarmProbability;
        var sum = 0.0;
        var total = 0.0;
        for (var m = 0; ; m++)
        {
            var weight = Math.Exp(logWeight);
            var ratio = steady ? energy / (m + 1) : shrink * (m + degrees) / (m + 1);
            sum += weight * upper;
            total += weight;

            // What is left of the weights when they fall geometrically from here on.
            if (ratio < 1 && weight <= (1 - ratio) * 1e-17 * sum) break;
            var step = Math.Exp(logDensity);
            if (step < 1e-18 && m + pulses > threshold)
            {
                // From here Q is 1: every further count is detected.
                sum += Rest(steady, energy, shrink, degrees, m, weight * ratio, 1 - total);
                break;
            }

            upper = Math.Min(1, upper + step);
            logDensity += Math.Log(threshold / (pulses + m + 1.0));
            logWeight += Math.Log(ratio);
        }

        return Math.Clamp(sum, 0, 1);
    }

    // Mass of the weights after count m; by difference when it is large, by adding up when the difference would cancel.
    private static double Rest(bool steady, double energy, double shrink, double degrees, int m, double weight, double difference)
    {
        if (difference > 1e-3) return difference;
        var rest = 0.0;
        for (var next = m + 1; weight > 0; next++)
        {
            rest += weight;
            var ratio = steady ? energy / (next + 1) : shrink * (next + degrees) / (next + 1);
            if (ratio < 1 && weight <= (1 - ratio) * 1e-17 * rest) break;
            weight *= ratio;
        }

        return rest;
    }

    private static double Degrees(SwerlingCase fluctuation, int pulses) => fluctuation switch
    {
        SwerlingCase.Steady => double.PositiveInfinity,
        SwerlingCase.Case1 => 1,
        SwerlingCase.Case2 => pulses,
        SwerlingCase.Case3 => 2,
        SwerlingCase.Case4 => 2.0 * pulses,
        _ => throw new ArgumentOutOfRangeException(nameof(fluctuation), fluctuation, "Expected a Swerling case from 0 to 4."),
    };

    private static void CheckPulses(int pulses)
    {
        if (pulses is < 1 or > MaximumPulses) throw new ArgumentOutOfRangeException(nameof(pulses), pulses, "Expected 1 to a million pulses.");
    }

    private static void CheckProbability(double value, string name)
    {
        if (!(value > 0 && value < 1)) throw new ArgumentOutOfRangeException(name, value, "Expected a probability above 0 and below 1.");
    }
}
