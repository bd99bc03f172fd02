namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Electrical constants and roughness of the sea. Source: Klein and Swift, IEEE Trans. Antennas and Propagation AP-25 (1977) 104-111, equations
/// 5, 8, 13 to 17: one Debye relaxation and the ionic conductivity. The sea's height: Pierson and Moskowitz, J. Geophys. Res. 69 (1964) 5181-5190.
/// </summary>
/// <remarks>Validity: 0 to 30 °C, salinity 4 to 35 parts per thousand, to 10 GHz (at 35 GHz the real part is some 5 per cent low).</remarks>
public static class SeaWater
{
    private const double VacuumPermittivityFPerM = 8.8541878128e-12;

    /// <summary>Relative permittivity and the conductivity that stands for all loss, relaxation included, at one frequency.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="temperatureK">Temperature, kelvin, 271 to 313.</param>
    /// <param name="salinityShare">Salt by weight, 0 to 0.04; the ocean has 0.035.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static GroundConstants Constants(double frequencyHz, double temperatureK = 288.15, double salinityShare = 0.035)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequencyHz);
        if (!(temperatureK is >= 271 and <= 313)) throw new ArgumentOutOfRangeException(nameof(temperatureK), temperatureK, "The sea has 271 to 313 K.");
        if (!(salinityShare is >= 0 and <= 0.04)) throw new ArgumentOutOfRangeException(nameof(salinityShare), salinityShare, "Salinity is 0 to 0.04.");
        var t = temperatureK - 273.15;
        var s = 1000 * salinityShare;
        var omega = 2 * Math.PI * frequencyHz;

        const double Infinite = 4.9;
        var staticFresh = 87.134 + (t * (-0.1949 + (t * (-0.01276 + (t * 2.491e-4)))));
        var staticSalt = 1 + (1.613e-5 * s * t) + (s * (-3.656e-3 + (s * (3.210e-5 - (s * 4.232e-7)))));
        var relaxationFresh = 1.768e-11 + (t * (-6.086e-13 + (t * (1.104e-14 - (t * 8.111e-17)))));
        var relaxationSalt = 1 + (2.282e-5 * s * t) + (s * (-7.638e-4 + (s * (-7.760e-6 + (s * 1.105e-8)))));
        var phase = omega * relaxationFresh * relaxationSalt;
        var relaxing = ((staticFresh * staticSalt) - Infinite) / (1 + (phase * phase));
        return new GroundConstants(Infinite + relaxing, Conductivity(t, s) + (relaxing * phase * omega * VacuumPermittivityFPerM));
    }

    /// <summary>Standard deviation of the height of a fully grown sea, metres: a quarter of the significant wave height 0.21 U²/g.</summary>
    /// <param name="windSpeedMPerS">Wind speed 19.5 m above the sea, m/s, not negative.</param>
    public static double RoughnessM(double windSpeedMPerS) => 0.25 * 0.21 * windSpeedMPerS * windSpeedMPerS / 9.80665;

    private static double Conductivity(double t, double s)
    {
        var at25 = s * (0.182521 + (s * (-1.46192e-3 + (s * (2.09324e-5 - (s * 1.28205e-7))))));
        var below25 = 25 - t;
        var slope = 2.033e-2 + (below25 * (1.266e-4 + (below25 * 2.464e-6))) - (s * (1.849e-5 + (below25 * (-2.551e-7 + (below25 * 2.551e-8)))));
        return at25 * Math.Exp(-below25 * slope);
    }
}
