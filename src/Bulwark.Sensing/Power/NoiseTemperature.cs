namespace Bulwark.Sensing.Power;

/// <summary>
/// System noise temperature at the antenna's terminals. Source: Blake, Radar Range-Performance Analysis (1986), section 4.4;
/// Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 11.2.
/// </summary>
public static class NoiseTemperature
{
    /// <summary>Temperature of a receiver of a noise figure behind a lossy line, kelvin: Ta + Tl (L - 1) + L T₀ (F - 1).</summary>
    /// <param name="noiseFigureDb">Noise figure of the receiver, dB, not negative.</param>
    /// <param name="antennaTemperatureK">Noise temperature of what the antenna sees, kelvin; 290 K by convention when it is not known.</param>
    /// <param name="lineLossDb">Loss between antenna and receiver, dB, not negative.</param>
    /// <param name="lineTemperatureK">Physical temperature of that line, kelvin.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is negative or not finite.</exception>
    public static double SystemTemperatureK(
        double noiseFigureDb,
        double antennaTemperatureK = PhysicalConstants.StandardTemperatureK,
        double lineLossDb = 0,
        double lineTemperatureK = PhysicalConstants.StandardTemperatureK)
    {
        CheckNotNegative(noiseFigureDb, nameof(noiseFigureDb));
        CheckNotNegative(antennaTemperatureK, nameof(antennaTemperatureK));
        CheckNotNegative(lineLossDb, nameof(lineLossDb));
        CheckNotNegative(lineTemperatureK, nameof(lineTemperatureK));
        var lossRatio = Decibels.ToRatio(lineLossDb);
        var receiverTemperatureK = PhysicalConstants.StandardTemperatureK * (Decibels.ToRatio(noiseFigureDb) - 1);
        return antennaTemperatureK + (lineTemperatureK * (lossRatio - 1)) + (lossRatio * receiverTemperatureK);
    }

    private static void CheckNotNegative(double value, string name)
    {
        if (!(value >= 0) || !double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "The value must be finite and not negative.");
    }
}
