namespace Bulwark.Sensing.Power;

/// <summary>The constants of radio engineering, exact by the definition of the SI (BIPM, The International System of Units, 9th ed. 2019).</summary>
public static class PhysicalConstants
{
    /// <summary>Speed of light in vacuum, m/s.</summary>
    public const double SpeedOfLightMPerS = 299_792_458.0;

    /// <summary>Boltzmann's constant, J/K.</summary>
    public const double BoltzmannJPerK = 1.380649e-23;

    /// <summary>Standard noise temperature T₀ of noise figures, kelvin (IEEE Std 161).</summary>
    public const double StandardTemperatureK = 290;
}
