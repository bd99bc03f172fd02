namespace Bulwark.Sensing.Signatures;

/// <summary>Limits of the radar bands. Source: IEEE Std 521-2019, table 1.</summary>
public static class RadarBands
{
    private static readonly double[] UpperLimitsHz = [300e6, 1e9, 2e9, 4e9, 8e9, 12e9, 18e9];

    /// <summary>The band of a frequency; below 30 MHz VHF, above 18 GHz Ku, the nearest there are.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is not positive.</exception>
    public static RadarBand Of(double frequencyHz)
    {
        if (!(frequencyHz > 0)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "The frequency must be positive.");
        var band = 0;
        while (band < UpperLimitsHz.Length - 1 && frequencyHz >= UpperLimitsHz[band]) band++;
        return (RadarBand)band;
    }

    /// <summary>Middle of a band on a logarithmic scale, hertz.</summary>
    /// <param name="band">The band.</param>
    public static double CentreHz(RadarBand band)
    {
        var upperHz = UpperLimitsHz[(int)band];
        return Math.Sqrt(upperHz * (band == RadarBand.Vhf ? 30e6 : UpperLimitsHz[(int)band - 1]));
    }
}
