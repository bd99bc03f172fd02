namespace Bulwark.Sensing.Detection;

/// <summary>
/// Albersheim's equation for a steady target, linear detector, n pulses added. A cross-check only: the models use
/// <see cref="DetectionStatistics"/>.
/// </summary>
/// <remarks>
/// Sources: Albersheim, Proceedings of the IEEE 69 (1981) 839; Tufts and Cann, IEEE Transactions AES-19 (1983) 643-646; Richards,
/// Fundamentals of Radar Signal Processing, 2nd ed. (2014), equations 6.87 to 6.89. Valid, within 0.2 dB of the linear detector, for
/// Pd from 0.1 to 0.9, Pfa from 1e-7 to 1e-3 and 1 to 8096 pulses; the square-law detector differs by up to 0.31 dB. The formula itself
/// is evaluated outside that range too; <see cref="IsValid"/> says where it holds.
/// </remarks>
public static class Albersheim
{
    /// <summary>Whether the formula is stated to hold.</summary>
    /// <param name="pulses">Pulses added.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm.</param>
    /// <param name="detectionProbability">Probability of detection.</param>
    public static bool IsValid(int pulses, double falseAlarmProbability, double detectionProbability) =>
        pulses is >= 1 and <= 8096 && falseAlarmProbability is >= 1e-7 and <= 1e-3 && detectionProbability is >= 0.1 and <= 0.9;

    /// <summary>Required signal-to-noise ratio of one pulse, dB.</summary>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, above 0 and below 0.62.</param>
    /// <param name="detectionProbability">Probability of detection, above that of false alarm and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range, or so far from the formula's that it has no value.</exception>
    public static double RequiredSnrDb(int pulses, double falseAlarmProbability, double detectionProbability)
    {
        var a = Check(pulses, falseAlarmProbability);
        DetectionStatistics.CheckDetection(detectionProbability, falseAlarmProbability);
        var b = Math.Log(detectionProbability / (1 - detectionProbability));
        var sum = a + (0.12 * a * b) + (1.7 * b);
        if (!(sum > 0))
            throw new ArgumentOutOfRangeException(nameof(detectionProbability), detectionProbability, "Albersheim's equation has no value so far below its range (Pd 0.1 to 0.9).");
        return (-5 * Math.Log10(pulses)) + (Slope(pulses) * Math.Log10(sum));
    }

    /// <summary>Probability of detection: the equation solved for it.</summary>
    /// <param name="pulses">Pulses added, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, above 0 and below 0.62.</param>
    /// <param name="snrDb">Signal-to-noise ratio of one pulse, dB.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(int pulses, double falseAlarmProbability, double snrDb)
    {
        var a = Check(pulses, falseAlarmProbability);
        var sum = Math.Pow(10, (snrDb + (5 * Math.Log10(pulses))) / Slope(pulses));
        return 1 / (1 + Math.Exp(-(sum - a) / (1.7 + (0.12 * a))));
    }

    private static double Slope(int pulses) => 6.2 + (4.54 / Math.Sqrt(pulses + 0.44));

    private static double Check(int pulses, double falseAlarmProbability)
    {
        DetectionStatistics.CheckPulses(pulses);
        if (!(falseAlarmProbability is > 0 and < 0.62))
            throw new ArgumentOutOfRangeException(nameof(falseAlarmProbability), falseAlarmProbability, "Albersheim's equation needs a probability above 0 and below 0.62.");
        return Math.Log(0.62 / falseAlarmProbability);
    }
}
