namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Specific attenuation in cloud and fog: droplets far smaller than the wavelength (Rayleigh), permittivity of water by the double Debye
/// model. Source: Recommendation ITU-R P.840-8 (2019), equations 2 to 11.
/// </summary>
/// <remarks>Validity: to 200 GHz; liquid water down to -20 °C. Ice clouds cost nothing.</remarks>
public static class CloudAttenuation
{
    /// <summary>
    /// Specific attenuation, dB/m one way. At 1 kg/m³ its number is the coefficient K_l of the Recommendation in (dB/km)/(g/m³).
    /// </summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="temperatureK">Temperature of the liquid water, kelvin.</param>
    /// <param name="liquidDensityKgPerM3">Density of the liquid water in the air, kg/m³: medium fog 5e-5, thick fog 5e-4, stratus some 3e-4.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is not positive or above 200 GHz.</exception>
    public static double SpecificDbPerM(double frequencyHz, double temperatureK, double liquidDensityKgPerM3)
    {
        if (!(frequencyHz > 0 && frequencyHz <= 200e9)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "P.840 holds to 200 GHz.");
        var f = frequencyHz / 1e9;
        var (real, imaginary) = WaterPermittivity(f, temperatureK);
        var eta = (2 + real) / imaginary;
        return 0.819 * f / (imaginary * (1 + (eta * eta))) * liquidDensityKgPerM3;
    }

    private static (double Real, double Imaginary) WaterPermittivity(double f, double temperatureK)
    {
        var theta = (300 / temperatureK) - 1;
        var principal = 20.20 - (146 * theta) + (316 * theta * theta);
        var secondary = 39.8 * principal;
        var e0 = 77.66 + (103.3 * theta);
        var e1 = 0.0671 * e0;
        const double E2 = 3.52;
        var first = (e0 - e1) / (1 + (f * f / (principal * principal)));
        var second = (e1 - E2) / (1 + (f * f / (secondary * secondary)));
        return (first + second + E2, f * ((first / principal) + (second / secondary)));
    }
}
