namespace Bulwark.Core.Earth;

/// <summary>Air as radio waves meet it. Immutable.</summary>
/// <param name="TemperatureK">Temperature, kelvin.</param>
/// <param name="PressurePa">Total pressure, dry air and water vapour together, pascal.</param>
/// <param name="VapourDensityKgPerM3">Water vapour density, kg/m³.</param>
public readonly record struct MoistAir(double TemperatureK, double PressurePa, double VapourDensityKgPerM3)
{
    /// <summary>Pressure of the water vapour e = ρT/216.7 (hPa, g/m³), pascal. Source: Recommendation ITU-R P.453-14, equation 10.</summary>
    public double VapourPressurePa => VapourDensityKgPerM3 * TemperatureK * (1e5 / 216.7);

    /// <summary>Pressure of the dry air alone, pascal.</summary>
    public double DryPressurePa => PressurePa - VapourPressurePa;
}
