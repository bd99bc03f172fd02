using Bulwark.Sensing.Power;

namespace Bulwark.Sensing.Clutter;

/// <summary>
/// Reflectivity of rain: cross-section for each cubic metre, η = π⁵ |K|² Z/λ⁴ with Z = 200 R^1.6.
/// </summary>
/// <remarks>
/// Sources: Marshall and Palmer, Journal of Meteorology 5 (1948) 165-166 (Z in mm⁶/m³ of a rain rate R in mm/h); Skolnik, Introduction to
/// Radar Systems, 3rd ed. (2001), section 7.6; |K|² = 0.93 for water. Drops are small against the wavelength (Rayleigh scattering): good to
/// about 10 GHz, too strong above. Circular polarisation weakens it by 15 to 30 dB: hand that in as a loss.
/// </remarks>
public static class RainClutter
{
    private const double WaterFactor = 0.93;

    /// <summary>Reflectivity, m² for each m³.</summary>
    /// <param name="rainRateMPerS">Rain rate, m/s, not negative (1 mm/h is 1/3,600,000 m/s).</param>
    /// <param name="frequencyHz">Carrier frequency, hertz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static double ReflectivityM2PerM3(double rainRateMPerS, double frequencyHz)
    {
        if (!(rainRateMPerS >= 0) || !double.IsFinite(rainRateMPerS)) throw new ArgumentOutOfRangeException(nameof(rainRateMPerS), rainRateMPerS, "The rain rate must be finite and not negative.");
        if (!(frequencyHz > 0) || !double.IsFinite(frequencyHz)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "The frequency must be positive and finite.");
        var wavelengthM = PhysicalConstants.SpeedOfLightMPerS / frequencyHz;

        // One mm⁶/m³ is 1e-18 m³.
        var reflectivityM3 = 200e-18 * Math.Pow(3.6e6 * rainRateMPerS, 1.6);
        return Math.Pow(Math.PI, 5) * WaterFactor * reflectivityM3 / Math.Pow(wavelengthM, 4);
    }
}
