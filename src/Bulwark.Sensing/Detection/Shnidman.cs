namespace Bulwark.Sensing.Detection;

/// <summary>
/// Shnidman's equation for steady and Swerling targets, square-law detector, n pulses added. A cross-check only: the models use
/// <see cref="DetectionStatistics"/>.
/// </summary>
/// <remarks>
/// Sources: Shnidman, "Determination of required SNR values", IEEE Transactions AES-38 (2002) 1059-1064; Richards, Fundamentals of Radar
/// Signal Processing, 2nd ed. (2014), section 6.3.6. Stated error below 0.5 dB for Pd from 0.1 to 0.99, Pfa from 1e-9 to 1e-3 and 1 to
/// 100 pulses (against the exact values of the table up to 0.42 dB). The formula is evaluated outside that range too; <see cref="IsValid"/>
/// says where it holds.
/// </remarks>
public static class Shnidman
{
    /// <summary>Whether the formula is stated to hold.</summary>
    /// <param name="pulses">Pulses added.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm.</param>
    /// <param name="detectionProbability">Probability of detection.</param>
    public static bool IsValid(int pulses, double falseAlarmProbability, double detectionProbability) =>
        pulses is >= 1 and <= 100 && falseAlarmProbability is >= 1e-9 and <= 1e-3 && detectionProbability is >= 0.1 and <= 0.99;

    /// <summary>Required mean signal-to-noise ratio of one pulse, dB.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, above 0 and below 0.5.</param>
    /// <param name="detectionProbability">Probability of detection, above that of false alarm and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RequiredSnrDb(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double detectionProbability)
    {
        Check(pulses, falseAlarmProbability);
        DetectionStatistics.CheckDetection(detectionProbability, falseAlarmProbability);
        return Formula(fluctuation, pulses, falseAlarmProbability, detectionProbability);
    }

    /// <summary>Probability of detection: the equation solved for it by bisection between 0.1 and 0.99, its range; beyond, those ends.</summary>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, above 0 and below 0.1.</param>
    /// <param name="snrDb">Mean signal-to-noise ratio of one pulse, dB.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double snrDb)
    {
        Check(pulses, falseAlarmProbability);
        double low = 0.1, high = 0.99;
        if (falseAlarmProbability >= low)
            throw new ArgumentOutOfRangeException(nameof(falseAlarmProbability), falseAlarmProbability, "The probability of false alarm must lie below 0.1.");
        while (high - low > 1e-13)
        {
            var middle = 0.5 * (low + high);
            if (Formula(fluctuation, pulses, falseAlarmProbability, middle) < snrDb) low = middle;
            else high = middle;
        }

        return 0.5 * (low + high);
    }

    private static double Formula(SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double detectionProbability)
    {
        var pd = detectionProbability;
        var degrees = fluctuation switch
        {
            SwerlingCase.Steady => double.PositiveInfinity,
            SwerlingCase.Case1 => 1,
            SwerlingCase.Case2 => pulses,
            SwerlingCase.Case3 => 2,
            SwerlingCase.Case4 => 2.0 * pulses,
            _ => throw new ArgumentOutOfRangeException(nameof(fluctuation), fluctuation, "Expected a Swerling case from 0 to 4."),
        };
        var eta = Math.Sqrt(-0.8 * Math.Log(4 * falseAlarmProbability * (1 - falseAlarmProbability)))
            + (Math.Sign(pd - 0.5) * Math.Sqrt(-0.8 * Math.Log(4 * pd * (1 - pd))));
        var alpha = pulses < 40 ? 0 : 0.25;
        var steady = eta * (eta + (2 * Math.Sqrt((0.5 * pulses) + (alpha - 0.25))));
        var fluctuationDb = ((((((17.7006 * pd) - 18.4496) * pd) + 14.5339) * pd) - 3.525) / degrees;
        if (pd > 0.872)
        {
            fluctuationDb += (Math.Exp((27.31 * pd) - 25.14)
                + ((pd - 0.8) * ((0.7 * Math.Log(1e-5 / falseAlarmProbability)) + (((2.0 * pulses) - 20) / 80)))) / degrees;
        }

        return fluctuationDb + (10 * Math.Log10(steady / pulses));
    }

    private static void Check(int pulses, double falseAlarmProbability)
    {
        DetectionStatistics.CheckPulses(pulses);
        if (!(falseAlarmProbability is > 0 and < 0.5))
            throw new ArgumentOutOfRangeException(nameof(falseAlarmProbability), falseAlarmProbability, "Shnidman's equation needs a probability above 0 and below 0.5.");
    }
}
