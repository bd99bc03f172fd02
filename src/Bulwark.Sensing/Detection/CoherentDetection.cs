namespace Bulwark.Sensing.Detection;

/// <summary>
/// Detector that knows the phase of a steady echo and adds n pulses in phase: Pd = erfc(erfc⁻¹(2 Pfa) - √(n SNR))/2. The best that any
/// receiver can do. Source: Richards, Fundamentals of Radar Signal Processing, 2nd ed. (2014), equation 6.36.
/// </summary>
public static class CoherentDetection
{
    /// <summary>Probability of detection.</summary>
    /// <param name="pulses">Pulses added in phase, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="snrRatio">Signal-to-noise power ratio of one pulse, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(int pulses, double falseAlarmProbability, double snrRatio)
    {
        DetectionStatistics.CheckPulses(pulses);
        DetectionStatistics.CheckProbability(falseAlarmProbability, nameof(falseAlarmProbability));
        if (!(snrRatio >= 0)) throw new ArgumentOutOfRangeException(nameof(snrRatio), snrRatio, "The signal-to-noise ratio must not be negative.");
        return UpperTail(UpperQuantile(falseAlarmProbability) - Math.Sqrt(pulses * snrRatio));
    }

    /// <summary>Signal-to-noise power ratio of one pulse at which the probability of detection has the given value.</summary>
    /// <param name="pulses">Pulses added in phase, 1 to a million.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm, 0 to 1 exclusive.</param>
    /// <param name="detectionProbability">Probability of detection, above the probability of false alarm and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RequiredSnrRatio(int pulses, double falseAlarmProbability, double detectionProbability)
    {
        DetectionStatistics.CheckPulses(pulses);
        DetectionStatistics.CheckProbability(falseAlarmProbability, nameof(falseAlarmProbability));
        DetectionStatistics.CheckDetection(detectionProbability, falseAlarmProbability);
        var distance = UpperQuantile(falseAlarmProbability) - UpperQuantile(detectionProbability);
        return distance * distance / pulses;
    }

    // erfc(x)/2, which is half the incomplete gamma function of shape 1/2 at x².
    private static double UpperTail(double x)
    {
        if (x == 0) return 0.5;
        var half = 0.5 * IncompleteGamma.Upper(0.5, x * x);
        return x > 0 ? half : 1 - half;
    }

    // The x at which erfc(x)/2 has the given value.
    private static double UpperQuantile(double probability) => probability switch
    {
        0.5 => 0,
        < 0.5 => Math.Sqrt(IncompleteGamma.InverseUpper(0.5, 2 * probability)),
        _ => -Math.Sqrt(IncompleteGamma.InverseUpper(0.5, 2 * (1 - probability))),
    };
}
