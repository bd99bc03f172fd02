using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Detection;

/// <summary>
/// Exact statistics of a cell-averaging constant-false-alarm-rate detector: the threshold is a multiple of the mean of reference cells
/// that hold noise of the same, unknown power.
/// </summary>
/// <remarks>
/// Sources: Finn and Johnson, RCA Review 29 (1968) 414-464; Gandhi and Kassam, IEEE Transactions AES-24 (1988) 427-445; Richards,
/// Fundamentals of Radar Signal Processing, 2nd ed. (2014), section 6.5. Square-law detector, n pulses added in every cell. The sum under
/// test is a gamma variable of shape n + m (see <see cref="DetectionStatistics"/>) and that of the M reference cells one of shape n M, so
/// the share of the first in both is a beta variable and Pd = sum of weight(m) I(1/(1 + α/M); n M, n + m), α the multiplier on the mean.
/// For one pulse this is the closed form α = M (Pfa^(-1/M) - 1), Pd = (1 + α/(M (1 + SNR)))^-M for Swerling 1 and the noncentral F
/// distribution for a steady target. No approximation is made. Homogeneous noise: no clutter edge and no second target in the cells.
/// </remarks>
public static class CellAveragingCfar
{
    private const int MaximumNoiseSamples = 1_000_000;

    /// <summary>Threshold as a multiple of the mean of the reference cells.</summary>
    /// <param name="referenceCells">Reference cells, at least 1; at most a million with the pulses multiplied.</param>
    /// <param name="pulses">Pulses added in each cell, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double ThresholdFactor(int referenceCells, int pulses, double falseAlarmProbability)
    {
        var x = Edge(referenceCells, pulses, falseAlarmProbability);
        return pulses == 1
            ? referenceCells * (Math.Exp(-Math.Log(falseAlarmProbability) / referenceCells) - 1)
            : referenceCells * (1 - x) / x;
    }

    /// <summary>Probability of detection in one look.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="referenceCells">Reference cells, at least 1.</param>
    /// <param name="pulses">Pulses added in each cell, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="snrRatio">Mean signal-to-noise power ratio of one pulse, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(SwerlingCase fluctuation, int referenceCells, int pulses, double falseAlarmProbability, double snrRatio) =>
        CountMixture.Sum(fluctuation, pulses, snrRatio, Tail(referenceCells, pulses, falseAlarmProbability));

    /// <summary>Mean signal-to-noise power ratio of one pulse at which the probability of detection has the given value.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="referenceCells">Reference cells, at least 1.</param>
    /// <param name="pulses">Pulses added in each cell, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="detectionProbability">Probability of detection, above the probability of false alarm and below 1.</param>
    /// <returns>The ratio, accurate to 1e-10 of itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RequiredSnrRatio(SwerlingCase fluctuation, int referenceCells, int pulses, double falseAlarmProbability, double detectionProbability)
    {
        var tail = Tail(referenceCells, pulses, falseAlarmProbability);
        DetectionStatistics.CheckDetection(detectionProbability, falseAlarmProbability);
        return DetectionStatistics.SolveSnr(snrRatio => CountMixture.Sum(fluctuation, pulses, snrRatio, tail), detectionProbability);
    }

    /// <summary>Loss against a detector that knows the noise power: the ratio of the required signal-to-noise ratios, dB.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="referenceCells">Reference cells, at least 1.</param>
    /// <param name="pulses">Pulses added in each cell, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="detectionProbability">Probability of detection, above the probability of false alarm and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double LossDb(SwerlingCase fluctuation, int referenceCells, int pulses, double falseAlarmProbability, double detectionProbability) =>
        10 * Math.Log10(
            RequiredSnrRatio(fluctuation, referenceCells, pulses, falseAlarmProbability, detectionProbability)
            / DetectionStatistics.RequiredSnr(fluctuation, pulses, falseAlarmProbability, detectionProbability));

    internal static CellAveragingTail Tail(int referenceCells, int pulses, double falseAlarmProbability) =>
        new(pulses, (double)referenceCells * pulses, falseAlarmProbability, Edge(referenceCells, pulses, falseAlarmProbability));

    // The share of the noise at the threshold, x of I(x; n M, n) = Pfa.
    private static double Edge(int referenceCells, int pulses, double falseAlarmProbability)
    {
        DetectionStatistics.CheckPulses(pulses);
        DetectionStatistics.CheckProbability(falseAlarmProbability, nameof(falseAlarmProbability));
        if (referenceCells < 1 || (long)referenceCells * pulses > MaximumNoiseSamples)
            throw new ArgumentOutOfRangeException(nameof(referenceCells), referenceCells, "Expected at least one reference cell, and at most a million pulses in all cells together.");
        var x = pulses == 1
            ? Math.Exp(Math.Log(falseAlarmProbability) / referenceCells)
            : BetaFunction.InverseRegularized(falseAlarmProbability, (double)referenceCells * pulses, pulses);

        // Below, the threshold stands ten thousand times above the noise and the sums would take that many thousand terms.
        return x >= 1e-4
            ? x
            : throw new ArgumentOutOfRangeException(nameof(referenceCells), referenceCells, $"So few reference cells cannot hold a false-alarm probability of {falseAlarmProbability}; take more cells.");
    }
}
