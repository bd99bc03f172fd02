using Bulwark.Sensing.Detection;

namespace Bulwark.Sensing.Antennas;

/// <summary>
/// Beam-shape loss: the pulses of a look do not all meet the peak of the pattern.
/// </summary>
/// <remarks>
/// Sources: Blake, Proceedings of the IRE 41 (1953) 770-774; Barton, Modern Radar System Analysis (1988), section 2.2; Skolnik,
/// Introduction to Radar Systems, 3rd ed. (2001), equation 2.55, n/(1 + 2 Σ exp(-5.55 k²/(n - 1)²)), which is the sum taken here for a
/// Gaussian beam and n pulses between its half-power points (5.55 = 8 ln 2). With many pulses it tends to 1.67 dB, the textbooks' 1.6 dB.
/// </remarks>
public static class BeamShapeLoss
{
    /// <summary>The textbooks' value for a beam that scans in one dimension, dB (Blake 1953).</summary>
    public const double TextbookDb = 1.6;

    /// <summary>Loss of energy of evenly spaced pulses around the peak against as many pulses at the peak, both ways, dB.</summary>
    /// <param name="pattern">The cut in which the beam scans.</param>
    /// <param name="pulses">Pulses integrated, at least 1; they are spread symmetrically around the peak.</param>
    /// <param name="pulseStepRad">Angle the beam moves from pulse to pulse, radians, not negative.</param>
    public static double EnergyLossDb(IAntennaPattern pattern, int pulses, double pulseStepRad)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        ArgumentOutOfRangeException.ThrowIfLessThan(pulses, 1);
        var sum = 0.0;
        for (var pulse = 0; pulse < pulses; pulse++)
        {
            var gain = pattern.RelativeGainRatio((pulse - (0.5 * (pulses - 1))) * pulseStepRad);
            sum += gain * gain;
        }

        return -10 * Math.Log10(sum / pulses);
    }

    /// <summary>Loss of energy when the beam's place is uniform over a spacing of beams, one dimension, both ways, dB (step-scan arrays).</summary>
    /// <param name="pattern">The cut.</param>
    /// <param name="beamSpacingRad">Distance between neighbouring beams, radians, positive.</param>
    public static double SpacingLossDb(IAntennaPattern pattern, double beamSpacingRad)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        const int Steps = 400;
        var sum = 0.0;
        for (var step = 0; step <= Steps; step++)
        {
            var gain = pattern.RelativeGainRatio(beamSpacingRad * ((double)step / Steps * 0.5));
            var weight = step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2;
            sum += weight * gain * gain;
        }

        return -10 * Math.Log10(sum / (3 * Steps));
    }

    /// <summary>
    /// Loss in signal-to-noise ratio at a probability of detection, when the target's place in a spacing of beams is uniform: the mean of the
    /// exact probability over the places needs this much more than a target on the peak, dB.
    /// </summary>
    /// <param name="pattern">The cut.</param>
    /// <param name="beamSpacingRad">Distance between neighbouring beams, radians, positive.</param>
    /// <param name="fluctuation">Fluctuation of the target.</param>
    /// <param name="pulses">Pulses added, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of false alarm.</param>
    /// <param name="detectionProbability">Mean probability of detection asked for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static double DetectionLossDb(
        IAntennaPattern pattern, double beamSpacingRad, SwerlingCase fluctuation, int pulses, double falseAlarmProbability, double detectionProbability)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var onPeak = DetectionStatistics.RequiredSnr(fluctuation, pulses, falseAlarmProbability, detectionProbability);
        var threshold = DetectionStatistics.Threshold(pulses, falseAlarmProbability);
        const int Steps = 24;
        double Mean(double snrRatio)
        {
            var sum = 0.0;
            for (var step = 0; step <= Steps; step++)
            {
                var gain = pattern.RelativeGainRatio(beamSpacingRad * ((double)step / Steps * 0.5));
                var weight = step is 0 or Steps ? 1 : step % 2 == 1 ? 4 : 2;
                sum += weight * DetectionStatistics.Probability(fluctuation, pulses, falseAlarmProbability, threshold, snrRatio * gain * gain);
            }

            return sum / (3 * Steps);
        }

        return 10 * Math.Log10(DetectionStatistics.SolveSnr(Mean, detectionProbability) / onPeak);
    }
}
