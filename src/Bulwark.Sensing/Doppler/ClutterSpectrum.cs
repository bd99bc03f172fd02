using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Doppler;

/// <summary>
/// Gaussian spectrum of clutter. Immutable. Sources: Barlow, Proceedings of the IRE 37 (1949) 340-355; Skolnik, Introduction to Radar
/// Systems, 3rd ed. (2001), section 3.7; Nathanson, Radar Design Principles, 2nd ed. (1991), chapter 9. Typical standard deviations are in
/// docs/models/radar.md.
/// </summary>
/// <param name="SigmaMPerS">Standard deviation of the radial speeds, m/s, not negative.</param>
/// <param name="MeanSpeedMPerS">Mean radial speed, m/s (rain and chaff drift with the wind; the ground does not).</param>
public readonly record struct ClutterSpectrum(double SigmaMPerS, double MeanSpeedMPerS = 0)
{
    /// <summary>The spectrum with the spread that a scanning antenna adds: σ = 0.265 PRF/n hertz for n pulses in a Gaussian beamwidth.</summary>
    /// <param name="pulsesPerBeamwidthRatio">Pulses while the beam turns by its one-way half-power width, positive.</param>
    /// <param name="repetitionHz">Pulse repetition frequency, hertz.</param>
    /// <param name="wavelengthM">Wavelength, metres.</param>
    /// <remarks>
    /// Two-way voltage of a Gaussian beam that turns by θ₃ in n/PRF is Gaussian in time, its power spectrum has σ = √(ln 2) PRF/(π n) = 0.265
    /// PRF/n (Skolnik 3.7; Barton 1988, section 5.4).
    /// </remarks>
    public ClutterSpectrum Scanned(double pulsesPerBeamwidthRatio, double repetitionHz, double wavelengthM)
    {
        var scanMPerS = Math.Sqrt(Math.Log(2)) / Math.PI * repetitionHz / pulsesPerBeamwidthRatio * 0.5 * wavelengthM;
        return this with { SigmaMPerS = Math.Sqrt((SigmaMPerS * SigmaMPerS) + (scanMPerS * scanMPerS)) };
    }

    /// <summary>Autocorrelation of the echo at a delay: magnitude, exp(-8 (π σ τ/λ)²), of a Doppler spread 2 σ/λ.</summary>
    /// <param name="delayS">Delay, seconds.</param>
    /// <param name="wavelengthM">Wavelength, metres.</param>
    public double CorrelationRatio(double delayS, double wavelengthM)
    {
        var phase = Math.PI * SigmaMPerS * delayS / wavelengthM;
        return Math.Exp(-8 * phase * phase);
    }

    /// <summary>Doppler frequency of the mean, hertz.</summary>
    /// <param name="wavelengthM">Wavelength, metres.</param>
    public double MeanDopplerHz(double wavelengthM) => DopplerShift.FrequencyHz(MeanSpeedMPerS, PhysicalConstants.SpeedOfLightMPerS / wavelengthM);
}
