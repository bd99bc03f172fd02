using Bulwark.Core.Numerics;
using Bulwark.Sensing.Doppler;

namespace Bulwark.Sensing.Clutter;

/// <summary>
/// Reflectivity of land by the constant-gamma model, σ⁰ = γ sin ψ.
/// </summary>
/// <remarks>
/// Sources: Barton, "Land clutter models for radar design and analysis", Proceedings of the IEEE 73 (1985) 198-204; Barton, Modern Radar
/// System Analysis (1988), section 3.6; Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 7.4. γ grows with the square root
/// of the frequency from its value at 10 GHz (5 dB a decade). Valid from about 1 to 60 degrees of grazing; below, the mean holds only where
/// the ground is seen at all, and single cells differ by tens of decibels. The values and their scatter are in Data/land_surfaces.csv.
/// </remarks>
public static class LandClutter
{
    private static readonly double[][] Rows = EmbeddedTable.Read(typeof(LandClutter).Assembly, "land_surfaces.csv");

    /// <summary>γ of a class of ground, dB: low, typical and high.</summary>
    /// <param name="surface">Class of ground.</param>
    /// <param name="frequencyHz">Carrier frequency, hertz, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class is not known or the frequency not positive.</exception>
    public static (double LowDb, double TypicalDb, double HighDb) Gamma(LandSurface surface, double frequencyHz)
    {
        var row = Row(surface);
        if (!(frequencyHz > 0) || !double.IsFinite(frequencyHz)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "The frequency must be positive and finite.");
        var shiftDb = 5 * Math.Log10(frequencyHz / 10e9);
        return (row[1] + shiftDb, row[2] + shiftDb, row[3] + shiftDb);
    }

    /// <summary>Mean reflectivity, m² of cross-section for each m² of ground.</summary>
    /// <param name="gammaDb">γ, dB.</param>
    /// <param name="grazingRad">Grazing angle, radians; nothing comes back at 0 and below.</param>
    public static double ReflectivityRatio(double gammaDb, double grazingRad) => Math.Pow(10, gammaDb / 10) * Math.Max(0, Math.Sin(grazingRad));

    /// <summary>Spectrum of a class of ground in a fresh wind.</summary>
    /// <param name="surface">Class of ground.</param>
    /// <exception cref="ArgumentOutOfRangeException">The class is not known.</exception>
    public static ClutterSpectrum Spectrum(LandSurface surface) => new(Row(surface)[4]);

    private static double[] Row(LandSurface surface) =>
        (int)surface >= 0 && (int)surface < Rows.Length ? Rows[(int)surface] : throw new ArgumentOutOfRangeException(nameof(surface), surface, "Not a class of ground.");
}
