using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Specific attenuation by oxygen and water vapour, line by line. Source: Recommendation ITU-R P.676-13 (2022), annex 1, section 1,
/// equations 1 to 9, tables 1 and 2.
/// </summary>
/// <remarks>Validity: 1 to 1000 GHz; below 1 GHz the formulas are continued (oxygen's non-resonant part falls with f²). No Zeeman splitting above 60 km.</remarks>
public static class GasAttenuation
{
    private static readonly double[][] Oxygen = EmbeddedTable.Read(typeof(GasAttenuation).Assembly, "p676_oxygen_lines.csv");
    private static readonly double[][] Water = EmbeddedTable.Read(typeof(GasAttenuation).Assembly, "p676_water_lines.csv");

    /// <summary>Specific attenuation of moist air, dB/m one way.</summary>
    /// <param name="frequencyHz">Frequency, hertz, to 1000 GHz.</param>
    /// <param name="air">The air.</param>
    public static double SpecificDbPerM(double frequencyHz, in MoistAir air)
    {
        if (air.PressurePa <= 0) return 0;
        var dryPressurePa = air.DryPressurePa;
        return DryAirDbPerM(frequencyHz, dryPressurePa, air.TemperatureK, air.VapourDensityKgPerM3)
            + WaterVapourDbPerM(frequencyHz, dryPressurePa, air.TemperatureK, air.VapourDensityKgPerM3);
    }

    /// <summary>Specific attenuation by oxygen, nitrogen and the Debye spectrum, dB/m one way.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive to 1000 GHz.</param>
    /// <param name="dryPressurePa">Pressure of the dry air (total less vapour), pascal.</param>
    /// <param name="temperatureK">Temperature, kelvin.</param>
    /// <param name="vapourDensityKgPerM3">Water vapour density, kg/m³.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is outside its range.</exception>
    public static double DryAirDbPerM(double frequencyHz, double dryPressurePa, double temperatureK, double vapourDensityKgPerM3)
    {
        var f = CheckedGhz(frequencyHz);
        var p = dryPressurePa / 100;
        var theta = 300 / temperatureK;
        var e = 1000 * vapourDensityKgPerM3 * temperatureK / 216.7;
        var thetaPower = Math.Pow(theta, 0.8);
        var sum = 0.0;
        foreach (var line in Oxygen)
        {
            var strength = line[1] * Math.Exp(line[2] * (1 - theta));
            var broadening = line[3] * 1e-4 * ((p * (line[4] == 0 ? thetaPower : Math.Pow(theta, 0.8 - line[4]))) + (1.1 * e * theta));
            var width = Math.Sqrt((broadening * broadening) + 2.25e-6);
            var interference = (line[5] + (line[6] * theta)) * 1e-4 * (p + e) * thetaPower;
            sum += strength * Shape(f, line[0], width, interference);
        }

        var debyeWidth = 5.6e-4 * (p + e) * thetaPower;
        var debye = 6.14e-5 / (debyeWidth * (1 + (f * f / (debyeWidth * debyeWidth))));
        var nitrogen = 1.4e-12 * p * Math.Pow(theta, 1.5) / (1 + (1.9e-5 * Math.Pow(f, 1.5)));
        return 0.1820e-3 * f * ((1e-7 * p * theta * theta * theta * sum) + (f * p * theta * theta * (debye + nitrogen)));
    }

    /// <summary>Specific attenuation by water vapour, dB/m one way.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive to 1000 GHz.</param>
    /// <param name="dryPressurePa">Pressure of the dry air (total less vapour), pascal.</param>
    /// <param name="temperatureK">Temperature, kelvin.</param>
    /// <param name="vapourDensityKgPerM3">Water vapour density, kg/m³.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is outside its range.</exception>
    public static double WaterVapourDbPerM(double frequencyHz, double dryPressurePa, double temperatureK, double vapourDensityKgPerM3)
    {
        var f = CheckedGhz(frequencyHz);
        if (vapourDensityKgPerM3 <= 0) return 0;
        var p = dryPressurePa / 100;
        var theta = 300 / temperatureK;
        var e = 1000 * vapourDensityKgPerM3 * temperatureK / 216.7;
        var sum = 0.0;
        foreach (var line in Water)
        {
            var strength = line[1] * Math.Exp(line[2] * (1 - theta));
            var broadening = line[3] * 1e-4 * ((p * Math.Pow(theta, line[4])) + (line[5] * e * Math.Pow(theta, line[6])));
            var width = (0.535 * broadening) + Math.Sqrt((0.217 * broadening * broadening) + (2.1316e-12 * line[0] * line[0] / theta));
            sum += strength * Shape(f, line[0], width, 0);
        }

        return 0.1820e-3 * f * 0.1 * e * Math.Pow(theta, 3.5) * sum;
    }

    // Equation 5.
    private static double Shape(double f, double line, double width, double interference)
    {
        double below = line - f, above = line + f;
        return f / line * (((width - (interference * below)) / ((below * below) + (width * width)))
            + ((width - (interference * above)) / ((above * above) + (width * width))));
    }

    private static double CheckedGhz(double frequencyHz) =>
        frequencyHz is > 0 and <= 1e12 ? frequencyHz / 1e9 : throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "P.676 holds to 1000 GHz.");
}
