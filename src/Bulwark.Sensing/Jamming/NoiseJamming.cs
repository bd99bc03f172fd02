using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Jamming;

/// <summary>
/// Power of noise jamming against the echo and against the receiver's noise, and the ranges that follow: self-screening, escort and
/// stand-off jammers.
/// </summary>
/// <remarks>
/// Sources: Electronic Warfare and Radar Systems Engineering Handbook, NAWCWD TP 8347, 4th ed. (2013), sections 4-7 and 4-8; Mahafza,
/// Radar Systems Analysis and Design Using MATLAB (2000), section 1.9; Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section
/// 10.4. The jammer travels one way, the echo two. With a matched filter the receiver's noise bandwidth is the pulse's, so that
/// J/S = Pj Gj B Gr(θ) 4π R⁴ L/(Bj Lj Pt τ B Gt Gr σ Rj²), which for a plain pulse (τ B = 1) is the books' form; pulse compression and
/// coherent trains work for the echo alone. The set's losses count against the echo only. Left out: saturation of the receiver and its
/// dynamic range, deception, side-lobe blanking and cancelling (hand in the gain that is left).
/// </remarks>
public static class NoiseJamming
{
    /// <summary>Jammer-to-signal power ratio at the receiver's output.</summary>
    /// <param name="radar">The set.</param>
    /// <param name="jammer">The jammer.</param>
    /// <param name="targetRangeM">From radar to target, metres, positive.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    /// <param name="jammerRangeM">From radar to jammer, metres, positive.</param>
    /// <param name="receiveGainTowardJammerDb">Gain of the receiving antenna toward the jammer, dBi.</param>
    /// <exception cref="ArgumentException">A figure of the set or the jammer is outside its range.</exception>
    public static double JammerToSignalRatio(
        RadarSystem radar, NoiseJammer jammer, double targetRangeM, double rcsM2, double jammerRangeM, double receiveGainTowardJammerDb)
    {
        var squaredM2 = targetRangeM * targetRangeM;
        return StandOffFactor(radar, jammer, rcsM2, receiveGainTowardJammerDb) * squaredM2 * squaredM2 / (jammerRangeM * jammerRangeM);
    }

    /// <summary>Jammer-to-signal ratio of a target that screens itself: the jammer is on board and in the main beam.</summary>
    /// <param name="radar">The set.</param>
    /// <param name="jammer">The jammer.</param>
    /// <param name="rangeM">From radar to target, metres, positive.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    public static double SelfScreeningRatio(RadarSystem radar, NoiseJammer jammer, double rangeM, double rcsM2)
    {
        ArgumentNullException.ThrowIfNull(radar);
        return JammerToSignalRatio(radar, jammer, rangeM, rcsM2, rangeM, radar.ReceiveGainDb);
    }

    /// <summary>Range at which the jammer-to-signal ratio of a jammer that flies with the target has a value, metres (1: crossover).</summary>
    /// <param name="radar">The set.</param>
    /// <param name="jammer">The jammer, self-screening or escort.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    /// <param name="jammerToSignalRatio">The ratio, positive.</param>
    /// <param name="receiveGainTowardJammerDb">Gain toward the jammer, dBi; null for a jammer in the main beam.</param>
    public static double SelfScreeningRangeM(
        RadarSystem radar, NoiseJammer jammer, double rcsM2, double jammerToSignalRatio = 1, double? receiveGainTowardJammerDb = null)
    {
        ArgumentNullException.ThrowIfNull(radar);
        return Math.Sqrt(jammerToSignalRatio / StandOffFactor(radar, jammer, rcsM2, receiveGainTowardJammerDb ?? radar.ReceiveGainDb));
    }

    /// <summary>Range of the target at which a jammer that keeps its distance has a given jammer-to-signal ratio, metres (1: burn-through).</summary>
    /// <param name="radar">The set.</param>
    /// <param name="jammer">The jammer.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    /// <param name="jammerRangeM">From radar to jammer, metres, positive.</param>
    /// <param name="receiveGainTowardJammerDb">Gain of the receiving antenna toward the jammer, dBi.</param>
    /// <param name="jammerToSignalRatio">The ratio, positive.</param>
    public static double StandOffRangeM(
        RadarSystem radar, NoiseJammer jammer, double rcsM2, double jammerRangeM, double receiveGainTowardJammerDb, double jammerToSignalRatio = 1)
    {
        var fourthPowerM4 = jammerToSignalRatio * jammerRangeM * jammerRangeM / StandOffFactor(radar, jammer, rcsM2, receiveGainTowardJammerDb);
        return Math.Sqrt(Math.Sqrt(fourthPowerM4));
    }

    /// <summary>Jammer-to-noise ratio in the receiver: Pj Gj Gr(θ) λ²/((4π Rj)² Bj Lj k Ts).</summary>
    /// <param name="radar">The set; of it the receiver, the frequency and the noise temperature.</param>
    /// <param name="jammer">The jammer.</param>
    /// <param name="jammerRangeM">From radar to jammer, metres, positive.</param>
    /// <param name="receiveGainTowardJammerDb">Gain of the receiving antenna toward the jammer, dBi.</param>
    /// <param name="oneWayLossDb">Loss of the path from the jammer, dB.</param>
    /// <returns>The ratio; 0 when the jammer's band does not reach the radar's.</returns>
    /// <exception cref="ArgumentException">A figure of the set or the jammer is outside its range.</exception>
    public static double JammerToNoiseRatio(
        RadarSystem radar, NoiseJammer jammer, double jammerRangeM, double receiveGainTowardJammerDb, double oneWayLossDb = 0)
    {
        Check(radar, jammer);
        return JammerToNoiseRatio(radar.FrequencyHz, radar.BandwidthHz, radar.SystemTemperatureK, jammer, jammerRangeM, receiveGainTowardJammerDb, oneWayLossDb);
    }

    /// <summary>The same for a receiver of which only frequency, bandwidth and noise temperature are known.</summary>
    /// <param name="frequencyHz">Carrier frequency, hertz, positive.</param>
    /// <param name="bandwidthHz">Bandwidth of the receiver, hertz, positive.</param>
    /// <param name="systemTemperatureK">System noise temperature, kelvin, positive.</param>
    /// <param name="jammer">The jammer.</param>
    /// <param name="jammerRangeM">From radar to jammer, metres, positive.</param>
    /// <param name="receiveGainTowardJammerDb">Gain of the receiving antenna toward the jammer, dBi.</param>
    /// <param name="oneWayLossDb">Loss of the path from the jammer, dB.</param>
    /// <returns>The ratio; 0 when the jammer's band does not reach the radar's.</returns>
    public static double JammerToNoiseRatio(
        double frequencyHz, double bandwidthHz, double systemTemperatureK, NoiseJammer jammer, double jammerRangeM, double receiveGainTowardJammerDb, double oneWayLossDb)
    {
        ArgumentNullException.ThrowIfNull(jammer);
        if (!jammer.Covers(frequencyHz)) return 0;
        var spread = PhysicalConstants.SpeedOfLightMPerS / (frequencyHz * 4 * Math.PI * jammerRangeM);
        return jammer.RadiatedDensityWPerHz(bandwidthHz) * Decibels.ToRatio(receiveGainTowardJammerDb - oneWayLossDb) * spread * spread
            / (PhysicalConstants.BoltzmannJPerK * systemTemperatureK);
    }

    /// <summary>Signal to noise and interference: the jammers' noise adds to the receiver's.</summary>
    /// <param name="snrRatio">Signal-to-noise ratio without jamming, not negative.</param>
    /// <param name="interferenceToNoiseRatio">Sum of the jammer-to-noise ratios (and of the clutter left), not negative.</param>
    public static double SignalToInterferenceRatio(double snrRatio, double interferenceToNoiseRatio) => snrRatio / (1 + interferenceToNoiseRatio);

    /// <summary>
    /// Range at which a target that screens itself reaches a signal-to-interference ratio, metres: with S/N = a/R⁴ and J/N = b/R², the
    /// positive root of ratio (R⁴ + b R²) = a.
    /// </summary>
    /// <param name="budget">The set's power budget.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    /// <param name="jammerToNoiseAtOneMetreRatio">J/N R², that is the jammer-to-noise ratio computed at 1 m; not negative.</param>
    /// <param name="requiredRatio">Signal-to-interference ratio asked for, positive.</param>
    public static double SelfScreeningBurnThroughM(PowerBudget budget, double rcsM2, double jammerToNoiseAtOneMetreRatio, double requiredRatio)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var signalM4 = budget.RangeConstantM2 * rcsM2 / requiredRatio;
        var half = 0.5 * jammerToNoiseAtOneMetreRatio;

        // The root in the form that does not cancel when the jammer dominates.
        return Math.Sqrt(signalM4 / (half + Math.Sqrt((half * half) + signalM4)));
    }

    /// <summary>Range at which a target reaches a signal-to-interference ratio while the jamming does not change, metres.</summary>
    /// <param name="budget">The set's power budget.</param>
    /// <param name="rcsM2">Cross-section of the target, m², positive.</param>
    /// <param name="interferenceToNoiseRatio">Sum of the jammer-to-noise ratios, not negative.</param>
    /// <param name="requiredRatio">Signal-to-interference ratio asked for, positive.</param>
    /// <param name="lossDb">Losses beside the set's own, both ways, dB.</param>
    public static double StandOffBurnThroughM(PowerBudget budget, double rcsM2, double interferenceToNoiseRatio, double requiredRatio, double lossDb = 0)
    {
        ArgumentNullException.ThrowIfNull(budget);
        return budget.RangeM(requiredRatio * (1 + interferenceToNoiseRatio), rcsM2, lossDb);
    }

    // J/S without the ranges: jammer's density times receive gain over the echo's energy per (4π R²)².
    private static double StandOffFactor(RadarSystem radar, NoiseJammer jammer, double rcsM2, double receiveGainTowardJammerDb)
    {
        Check(radar, jammer);
        if (!(rcsM2 > 0)) throw new ArgumentOutOfRangeException(nameof(rcsM2), rcsM2, "The cross-section must be positive.");
        if (!jammer.Covers(radar.FrequencyHz)) return 0;
        var echo = radar.PeakPowerW * radar.PulseWidthS * radar.CoherentPulses * rcsM2
            * Decibels.ToRatio(radar.TransmitGainDb + radar.ReceiveGainDb - radar.LossDb);
        return 4 * Math.PI * jammer.RadiatedDensityWPerHz(radar.BandwidthHz) * Decibels.ToRatio(receiveGainTowardJammerDb) / echo;
    }

    private static void Check(RadarSystem radar, NoiseJammer jammer)
    {
        ArgumentNullException.ThrowIfNull(radar);
        ArgumentNullException.ThrowIfNull(jammer);
        if (radar.FirstProblem() is { } radarProblem) throw new ArgumentException(radarProblem, nameof(radar));
        if (jammer.FirstProblem() is { } jammerProblem) throw new ArgumentException(jammerProblem, nameof(jammer));
    }
}
