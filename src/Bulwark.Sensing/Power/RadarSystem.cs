namespace Bulwark.Sensing.Power;

/// <summary>What the radar equation needs to know of a set: transmitter, antenna, receiver. Immutable.</summary>
public sealed record RadarSystem
{
    /// <summary>Peak power of the transmitter, watts; positive.</summary>
    public required double PeakPowerW { get; init; }

    /// <summary>Length of the (uncompressed) pulse, seconds; positive. Peak power times length is the energy of the matched filter.</summary>
    public required double PulseWidthS { get; init; }

    /// <summary>Carrier frequency, hertz; positive.</summary>
    public required double FrequencyHz { get; init; }

    /// <summary>Gain of the transmitting antenna on its axis, dBi.</summary>
    public required double TransmitGainDb { get; init; }

    /// <summary>Gain of the receiving antenna on its axis, dBi.</summary>
    public required double ReceiveGainDb { get; init; }

    /// <summary>System noise temperature at the antenna's terminals, kelvin; positive. See <see cref="NoiseTemperature"/>.</summary>
    public double SystemTemperatureK { get; init; } = PhysicalConstants.StandardTemperatureK;

    /// <summary>All losses of the set itself together, dB, not negative as a rule: line, filter mismatch, processing, beam shape.</summary>
    public double LossDb { get; init; }

    /// <summary>Pulses added in phase before the detector; each adds its energy. At least 1.</summary>
    public int CoherentPulses { get; init; } = 1;

    /// <summary>Bandwidth of a compressed pulse, hertz; null for a plain pulse, whose bandwidth is 1 over its length.</summary>
    public double? CompressedBandwidthHz { get; init; }

    /// <summary>Bandwidth of the receiver, hertz: that of the pulse.</summary>
    public double BandwidthHz => CompressedBandwidthHz ?? (1 / PulseWidthS);

    /// <summary>Wavelength, metres.</summary>
    public double WavelengthM => PhysicalConstants.SpeedOfLightMPerS / FrequencyHz;

    /// <summary>Noise density at the antenna's terminals, k Ts, watts per hertz.</summary>
    public double NoiseDensityWPerHz => PhysicalConstants.BoltzmannJPerK * SystemTemperatureK;

    /// <summary>The first thing wrong with the figures in words, or null.</summary>
    public string? FirstProblem()
    {
        if (!IsPositive(PeakPowerW)) return $"The peak power must be positive and finite, not {PeakPowerW}.";
        if (!IsPositive(PulseWidthS)) return $"The pulse width must be positive and finite, not {PulseWidthS}.";
        if (!IsPositive(FrequencyHz)) return $"The frequency must be positive and finite, not {FrequencyHz}.";
        if (!IsPositive(SystemTemperatureK)) return $"The noise temperature must be positive and finite, not {SystemTemperatureK}.";
        if (!double.IsFinite(TransmitGainDb) || !double.IsFinite(ReceiveGainDb)) return "The antenna gains must be finite.";
        if (CompressedBandwidthHz is { } bandwidthHz && !IsPositive(bandwidthHz)) return $"The bandwidth must be positive and finite, not {bandwidthHz}.";
        if (!double.IsFinite(LossDb)) return "The losses must be finite.";
        return CoherentPulses < 1 ? $"At least one pulse is sent, not {CoherentPulses}." : null;
    }

    private static bool IsPositive(double value) => value > 0 && double.IsFinite(value);
}
