namespace Bulwark.Sensing.Power;

/// <summary>
/// Spreading of a wave in free space. Source: Electronic Warfare and Radar Systems Engineering Handbook, NAWCWD TP 8347, 4th ed.
/// (2013), section 4-3; ITU-R P.525-4.
/// </summary>
public static class FreeSpace
{
    /// <summary>One-way loss between isotropic antennas, 20 log(4π R f/c), dB.</summary>
    /// <param name="rangeM">Distance, metres, positive.</param>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    public static double OneWayLossDb(double rangeM, double frequencyHz) =>
        20 * Math.Log10(4 * Math.PI * rangeM * frequencyHz / PhysicalConstants.SpeedOfLightMPerS);

    /// <summary>Two-way loss of an echo between isotropic antennas, (4π)³ R⁴ f²/(σ c²), dB.</summary>
    /// <param name="rangeM">Distance, metres, positive.</param>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², positive.</param>
    public static double EchoLossDb(double rangeM, double frequencyHz, double rcsM2) =>
        (2 * OneWayLossDb(rangeM, frequencyHz)) - TargetGainDb(frequencyHz, rcsM2);

    /// <summary>"Gain" of a target in the echo's path, 4π σ f²/c², dB.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², positive.</param>
    public static double TargetGainDb(double frequencyHz, double rcsM2)
    {
        var wavelengthM = PhysicalConstants.SpeedOfLightMPerS / frequencyHz;
        return 10 * Math.Log10(4 * Math.PI * rcsM2 / (wavelengthM * wavelengthM));
    }
}
