namespace Bulwark.Sensing.Power;

/// <summary>
/// The radar equation with a matched filter: SNR = N Pt τ Gt Gr λ² σ / ((4π)³ k Ts L Rt² Rr²), solved for each of its quantities.
/// </summary>
/// <remarks>
/// Sources: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), equations 1.6 and 2.1 and section 2.5; Blake, Radar Range-Performance
/// Analysis (1986), chapter 1; Richards, Scheer and Holm, Principles of Modern Radar: Basic Principles (2010), equation 2.17. Free
/// space: losses on the path and pattern factors are handed in. Rt and Rr are the legs from the transmitter to the target and from there
/// to the receiver; a monostatic set has both equal. N is the number of pulses added in phase.
/// </remarks>
public static class RadarEquation
{
    private const double FourPiCubed = 64 * Math.PI * Math.PI * Math.PI;

    /// <summary>Signal-to-noise power ratio at the output of the matched filter, monostatic.</summary>
    /// <param name="system">The set.</param>
    /// <param name="rangeM">Slant range, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="pathLossDb">Two-way loss of the path and off-axis gain, dB.</param>
    public static double SnrRatio(RadarSystem system, double rangeM, double rcsM2, double pathLossDb = 0) =>
        BistaticSnrRatio(system, rangeM, rangeM, rcsM2, pathLossDb);

    /// <summary>Signal-to-noise power ratio at the output of the matched filter, bistatic.</summary>
    /// <param name="system">The set.</param>
    /// <param name="transmitRangeM">From the transmitter to the target, metres, positive.</param>
    /// <param name="receiveRangeM">From the target to the receiver, metres, positive.</param>
    /// <param name="rcsM2">Bistatic radar cross-section, m², not negative.</param>
    /// <param name="pathLossDb">Loss of both legs and off-axis gain, dB.</param>
    public static double BistaticSnrRatio(RadarSystem system, double transmitRangeM, double receiveRangeM, double rcsM2, double pathLossDb = 0)
    {
        var legs = transmitRangeM * receiveRangeM;
        return RangeConstantM2(system) * rcsM2 / (legs * legs * Decibels.ToRatio(pathLossDb));
    }

    /// <summary>Range at which the signal-to-noise ratio has the given value, monostatic, metres.</summary>
    /// <param name="system">The set.</param>
    /// <param name="snrRatio">Signal-to-noise power ratio, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="pathLossDb">Two-way loss of the path and off-axis gain, dB.</param>
    public static double RangeM(RadarSystem system, double snrRatio, double rcsM2, double pathLossDb = 0) =>
        Math.Sqrt(LegProductM2(system, snrRatio, rcsM2, pathLossDb));

    /// <summary>Product of the two legs at which the signal-to-noise ratio has the given value, m² (the oval of Cassini).</summary>
    /// <param name="system">The set.</param>
    /// <param name="snrRatio">Signal-to-noise power ratio, positive.</param>
    /// <param name="rcsM2">Bistatic radar cross-section, m², not negative.</param>
    /// <param name="pathLossDb">Loss of both legs and off-axis gain, dB.</param>
    public static double LegProductM2(RadarSystem system, double snrRatio, double rcsM2, double pathLossDb = 0) =>
        Math.Sqrt(RangeConstantM2(system) * rcsM2 / (snrRatio * Decibels.ToRatio(pathLossDb)));

    /// <summary>Peak power that gives the signal-to-noise ratio, watts; everything else as in the set.</summary>
    /// <param name="system">The set; its own power is not used, but must be positive.</param>
    /// <param name="snrRatio">Signal-to-noise power ratio, positive.</param>
    /// <param name="transmitRangeM">From the transmitter to the target, metres, positive.</param>
    /// <param name="receiveRangeM">From the target to the receiver, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², positive.</param>
    /// <param name="pathLossDb">Loss of both legs and off-axis gain, dB.</param>
    public static double PeakPowerW(RadarSystem system, double snrRatio, double transmitRangeM, double receiveRangeM, double rcsM2, double pathLossDb = 0)
    {
        ArgumentNullException.ThrowIfNull(system);
        return system.PeakPowerW * snrRatio / BistaticSnrRatio(system, transmitRangeM, receiveRangeM, rcsM2, pathLossDb);
    }

    /// <summary>Smallest cross-section that gives the signal-to-noise ratio, m².</summary>
    /// <param name="system">The set.</param>
    /// <param name="snrRatio">Signal-to-noise power ratio, positive.</param>
    /// <param name="transmitRangeM">From the transmitter to the target, metres, positive.</param>
    /// <param name="receiveRangeM">From the target to the receiver, metres, positive.</param>
    /// <param name="pathLossDb">Loss of both legs and off-axis gain, dB.</param>
    public static double RcsM2(RadarSystem system, double snrRatio, double transmitRangeM, double receiveRangeM, double pathLossDb = 0) =>
        snrRatio / BistaticSnrRatio(system, transmitRangeM, receiveRangeM, 1, pathLossDb);

    /// <summary>The constant SNR R⁴/σ of a set, m²: all that a run needs to know of it.</summary>
    /// <param name="system">The set.</param>
    /// <exception cref="ArgumentException">A figure of the set is outside its range; the message names it.</exception>
    public static double RangeConstantM2(RadarSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        if (system.FirstProblem() is { } problem) throw new ArgumentException(problem, nameof(system));
        var gains = Decibels.ToRatio(system.TransmitGainDb + system.ReceiveGainDb - system.LossDb);
        var energy = system.PeakPowerW * system.PulseWidthS * system.CoherentPulses;
        return energy * gains * system.WavelengthM * system.WavelengthM / (FourPiCubed * system.NoiseDensityWPerHz);
    }
}
