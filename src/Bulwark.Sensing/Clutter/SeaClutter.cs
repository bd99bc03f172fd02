using Bulwark.Sensing.Propagation;

namespace Bulwark.Sensing.Clutter;

/// <summary>
/// Mean reflectivity of the sea by the empirical model of the Naval Research Laboratory.
/// </summary>
/// <remarks>
/// Source: Gregers-Hansen and Mital, An Improved Empirical Model for Radar Sea Clutter Reflectivity, NRL/MR/5310-12-9346 (2012), and IEEE
/// Transactions AES-48 (2012) 3512-3524, equation and coefficients as in the authors' published program:
/// σ⁰ (dB) = c₁ + c₂ log sin ψ + (27.5 + c₃ ψ) log f/(1 + 0.95 ψ) + c₄ (1 + S)^(1/(2 + 0.085 ψ + 0.033 S)) + c₅ ψ², ψ in degrees, f in GHz, S the
/// sea state. Fitted to Nathanson's tables with a mean deviation of 2.3 dB; valid for 0.1 to 60 degrees, 0.5 to 35 GHz and sea states 0 to 6,
/// mean over the directions of the wind. Circular polarisation is no part of it.
/// </remarks>
public static class SeaClutter
{
    /// <summary>Whether the model is stated to hold.</summary>
    /// <param name="frequencyHz">Carrier frequency, hertz.</param>
    /// <param name="grazingRad">Grazing angle, radians.</param>
    /// <param name="seaState">Sea state.</param>
    public static bool IsValid(double frequencyHz, double grazingRad, int seaState) =>
        frequencyHz is >= 0.5e9 and <= 35e9 && double.RadiansToDegrees(grazingRad) is >= 0.1 and <= 60 && seaState is >= 0 and <= 6;

    /// <summary>Mean reflectivity, dB (m² of cross-section for each m² of sea).</summary>
    /// <param name="frequencyHz">Carrier frequency, hertz, positive.</param>
    /// <param name="grazingRad">Grazing angle, radians, positive, at most π/2.</param>
    /// <param name="seaState">Sea state, 0 to 9 (fitted to 6).</param>
    /// <param name="polarisation">Horizontal or vertical.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public static double ReflectivityDb(double frequencyHz, double grazingRad, int seaState, Polarisation polarisation)
    {
        if (!(frequencyHz > 0) || !double.IsFinite(frequencyHz)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "The frequency must be positive and finite.");
        if (!(grazingRad is > 0 and <= Math.PI / 2)) throw new ArgumentOutOfRangeException(nameof(grazingRad), grazingRad, "The grazing angle must lie above 0 and at most at pi/2.");
        if (seaState is < 0 or > 9) throw new ArgumentOutOfRangeException(nameof(seaState), seaState, "Expected a sea state from 0 to 9.");
        var (c1, c2, c3, c4, c5) = polarisation switch
        {
            Polarisation.Horizontal => (-73.0, 20.781, 7.351, 25.65, 0.0054),
            Polarisation.Vertical => (-50.796, 25.93, 0.7093, 21.588, 0.00211),
            _ => throw new ArgumentOutOfRangeException(nameof(polarisation), polarisation, "The model knows horizontal and vertical polarisation."),
        };
        var grazingDeg = double.RadiansToDegrees(grazingRad);
        return c1 + (c2 * Math.Log10(Math.Sin(grazingRad)))
            + ((27.5 + (c3 * grazingDeg)) * Math.Log10(frequencyHz / 1e9) / (1 + (0.95 * grazingDeg)))
            + (c4 * Math.Pow(1 + seaState, 1 / (2 + (0.085 * grazingDeg) + (0.033 * seaState))))
            + (c5 * grazingDeg * grazingDeg);
    }
}
