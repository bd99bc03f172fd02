using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Doppler;

/// <summary>Doppler shift of an echo. Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 3.1.</summary>
public static class DopplerShift
{
    /// <summary>Shift of the echo of a target with a radial speed, 2 v f/c, hertz.</summary>
    /// <param name="radialSpeedMPerS">Radial speed, m/s.</param>
    /// <param name="frequencyHz">Carrier frequency, hertz.</param>
    public static double FrequencyHz(double radialSpeedMPerS, double frequencyHz) => 2 * radialSpeedMPerS * frequencyHz / PhysicalConstants.SpeedOfLightMPerS;

    /// <summary>Blind speed of a pulsed radar of constant repetition frequency, k λ PRF/2, m/s.</summary>
    /// <param name="repetitionHz">Pulse repetition frequency, hertz.</param>
    /// <param name="frequencyHz">Carrier frequency, hertz.</param>
    /// <param name="order">Number of the blind speed, 1 for the first.</param>
    public static double BlindSpeedMPerS(double repetitionHz, double frequencyHz, int order = 1) =>
        0.5 * order * repetitionHz * PhysicalConstants.SpeedOfLightMPerS / frequencyHz;
}
