namespace Bulwark.Core.Earth;

/// <summary>
/// Refractive index of moist air and what goes into it. Source: Recommendation ITU-R P.453-14 (2019), annex 1.
/// </summary>
/// <remarks>
/// Validity: the formula is within 0.5 per cent for radio frequencies to 100 GHz. Saturation pressure over water -40 to 50 °C, over ice
/// -80 to 0 °C. The refractivity N of the Recommendation is 10⁶ (n - 1); here n - 1 itself is used.
/// </remarks>
public static class Refractivity
{
    /// <summary>Excess of the refractive index over one, N = 77.6 Pd/T + 72 e/T + 3.75·10⁵ e/T² (equation 2, hPa and K), times 10⁻⁶.</summary>
    /// <param name="dryPressurePa">Pressure of the dry air, pascal: total less vapour.</param>
    /// <param name="temperatureK">Temperature, kelvin, positive.</param>
    /// <param name="vapourPressurePa">Pressure of the water vapour, pascal.</param>
    public static double ExcessRatio(double dryPressurePa, double temperatureK, double vapourPressurePa) =>
        1e-8 * ((77.6 * dryPressurePa) + (vapourPressurePa * (72 + (3.75e5 / temperatureK)))) / temperatureK;

    /// <summary>Excess of the refractive index over one.</summary>
    /// <param name="air">The air.</param>
    public static double ExcessRatio(in MoistAir air) => ExcessRatio(air.DryPressurePa, air.TemperatureK, air.VapourPressurePa);

    /// <summary>Saturation pressure of water vapour (equation 9), pascal.</summary>
    /// <param name="temperatureK">Temperature, kelvin.</param>
    /// <param name="pressurePa">Total pressure, pascal.</param>
    /// <param name="isOverIce">Over ice instead of liquid water.</param>
    public static double SaturationPressurePa(double temperatureK, double pressurePa, bool isOverIce = false)
    {
        var t = temperatureK - 273.15;
        var pressureHpa = pressurePa / 100;
        return isOverIce
            ? 100 * (1 + (1e-4 * (2.2 + (pressureHpa * (0.0383 + (6.4e-6 * t * t)))))) * 6.1115 * Math.Exp((23.036 - (t / 333.7)) * t / (t + 279.82))
            : 100 * (1 + (1e-4 * (7.2 + (pressureHpa * (0.0320 + (5.9e-6 * t * t)))))) * 6.1121 * Math.Exp((18.678 - (t / 234.5)) * t / (t + 257.14));
    }

    /// <summary>Pressure of water vapour from the relative humidity (equation 8), pascal.</summary>
    /// <param name="temperatureK">Temperature, kelvin.</param>
    /// <param name="pressurePa">Total pressure, pascal.</param>
    /// <param name="relativeHumidityShare">Relative humidity, 0 to 1.</param>
    /// <param name="isOverIce">Humidity is relative to ice instead of liquid water.</param>
    public static double VapourPressurePa(double temperatureK, double pressurePa, double relativeHumidityShare, bool isOverIce = false) =>
        relativeHumidityShare * SaturationPressurePa(temperatureK, pressurePa, isOverIce);

    /// <summary>Air from its temperature, total pressure and relative humidity over water.</summary>
    /// <param name="temperatureK">Temperature, kelvin.</param>
    /// <param name="pressurePa">Total pressure, pascal.</param>
    /// <param name="relativeHumidityShare">Relative humidity, 0 to 1.</param>
    public static MoistAir Air(double temperatureK, double pressurePa, double relativeHumidityShare) =>
        new(temperatureK, pressurePa, VapourPressurePa(temperatureK, pressurePa, relativeHumidityShare) * 216.7e-5 / temperatureK);
}
