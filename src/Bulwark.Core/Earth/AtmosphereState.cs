namespace Bulwark.Core.Earth;

/// <summary>The air at a height (see <see cref="StandardAtmosphere"/>). Immutable.</summary>
/// <param name="TemperatureK">Kinetic temperature, kelvin.</param>
/// <param name="PressurePa">Pressure, pascal.</param>
/// <param name="DensityKgPerM3">Density, kg/m³.</param>
/// <param name="SpeedOfSoundMPerS">Speed of sound, m/s.</param>
public readonly record struct AtmosphereState(double TemperatureK, double PressurePa, double DensityKgPerM3, double SpeedOfSoundMPerS);
