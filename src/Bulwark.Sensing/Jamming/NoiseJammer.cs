namespace Bulwark.Sensing.Jamming;

/// <summary>A jammer that sends noise, uniform over its bandwidth. Immutable.</summary>
public sealed record NoiseJammer
{
    /// <summary>Power of the transmitter, watts; positive.</summary>
    public required double PowerW { get; init; }

    /// <summary>Gain of its antenna towards the radar, dBi.</summary>
    public required double GainDb { get; init; }

    /// <summary>Bandwidth over which the power is spread, hertz; positive.</summary>
    public required double BandwidthHz { get; init; }

    /// <summary>Its losses, polarisation mismatch included, dB.</summary>
    public double LossDb { get; init; }

    /// <summary>Lowest frequency it covers, hertz; null when it is tuned to the radar it jams.</summary>
    public double? LowestFrequencyHz { get; init; }

    /// <summary>Effective radiated power, watts.</summary>
    public double RadiatedPowerW => PowerW * Math.Pow(10, (GainDb - LossDb) / 10);

    /// <summary>Whether its band reaches the radar's.</summary>
    /// <param name="frequencyHz">Carrier frequency of the radar, hertz.</param>
    public bool Covers(double frequencyHz) => LowestFrequencyHz is not { } lowest || (frequencyHz >= lowest && frequencyHz <= lowest + BandwidthHz);

    /// <summary>
    /// Mean density of the radiated power over a receiver's band, watts per hertz: a jammer narrower than the receiver puts all its power
    /// into it.
    /// </summary>
    /// <param name="receiverBandwidthHz">Bandwidth of the receiver, hertz, positive.</param>
    public double RadiatedDensityWPerHz(double receiverBandwidthHz) => RadiatedPowerW / Math.Max(BandwidthHz, receiverBandwidthHz);

    /// <summary>The first thing wrong with the figures in words, or null.</summary>
    public string? FirstProblem()
    {
        if (!(PowerW > 0) || !double.IsFinite(PowerW)) return $"The jammer's power must be positive and finite, not {PowerW}.";
        if (!(BandwidthHz > 0) || !double.IsFinite(BandwidthHz)) return $"The jammer's bandwidth must be positive and finite, not {BandwidthHz}.";
        if (LowestFrequencyHz is { } lowest && !(lowest >= 0 && double.IsFinite(lowest))) return $"The jammer's lowest frequency must be finite and not negative, not {lowest}.";
        return double.IsFinite(GainDb) && double.IsFinite(LossDb) ? null : "The jammer's gain and losses must be finite.";
    }
}
