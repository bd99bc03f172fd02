using Bulwark.Sensing.Detection;

namespace Bulwark.Sensing.Jamming;

/// <summary>
/// The strobe of a jammer: its direction, without range, when its noise stands out of the receiver's.
/// </summary>
/// <remarks>
/// Noise of a jammer is Gaussian, so that n independent samples of it are an echo that fluctuates from sample to sample: the strobe's
/// probability is exactly that of Swerling 2 with n pulses. Direction by monopulse: with sum a + n₁ and difference k θ a/θ₃ + n₂, where
/// a, n₁, n₂ are independent complex Gaussian of power J, 1, 1, the regression of difference on sum has, on the axis, the standard
/// deviation θ₃/k √((1 + J)/(2 n J²)), which for strong jamming is the usual θ₃/(k √(2 n J)). Sources: Barton, Modern Radar System
/// Analysis (1988), chapter 8 (k = 1.6); Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 10.4 (strobes); the derivation
/// is given here and checked by simulation. The error is capped by that of a uniform place in the beam, θ₃/√12.
/// </remarks>
public static class JamStrobe
{
    private const double MonopulseSlope = 1.6;

    /// <summary>Probability that a strobe is declared.</summary>
    /// <param name="jammerToNoiseRatio">Jammer-to-noise ratio in the receiver, not negative.</param>
    /// <param name="samples">Independent samples listened to, at least 1 (listening time times bandwidth).</param>
    /// <param name="falseAlarmProbability">Probability of a strobe from noise alone, 0 to 1 exclusive.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double Probability(double jammerToNoiseRatio, int samples, double falseAlarmProbability) =>
        DetectionStatistics.Probability(SwerlingCase.Case2, samples, falseAlarmProbability, jammerToNoiseRatio);

    /// <summary>Jammer-to-noise ratio at which a strobe has the given probability.</summary>
    /// <param name="samples">Independent samples listened to, at least 1.</param>
    /// <param name="falseAlarmProbability">Probability of a strobe from noise alone, 0 to 1 exclusive.</param>
    /// <param name="strobeProbability">Probability of a strobe, above that of a false one and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double RequiredJammerToNoiseRatio(int samples, double falseAlarmProbability, double strobeProbability) =>
        DetectionStatistics.RequiredSnr(SwerlingCase.Case2, samples, falseAlarmProbability, strobeProbability);

    /// <summary>Standard deviation of the strobe's angle, radians.</summary>
    /// <param name="beamwidthRad">Half-power beamwidth, radians, positive.</param>
    /// <param name="jammerToNoiseRatio">Jammer-to-noise ratio in the receiver, positive.</param>
    /// <param name="samples">Independent samples, at least 1.</param>
    /// <param name="floorRad">Part that no signal removes, radians; added by root sum of squares.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no sample.</exception>
    public static double AngleSigmaRad(double beamwidthRad, double jammerToNoiseRatio, int samples, double floorRad = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(samples, 1);
        var sampled = beamwidthRad / MonopulseSlope * Math.Sqrt((1 + jammerToNoiseRatio) / (2.0 * samples)) / jammerToNoiseRatio;
        var capped = Math.Min(sampled, beamwidthRad / Math.Sqrt(12));
        return Math.Sqrt((capped * capped) + (floorRad * floorRad));
    }
}
