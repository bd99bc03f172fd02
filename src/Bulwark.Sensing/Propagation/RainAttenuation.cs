using Bulwark.Core.Numerics;

namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Specific attenuation in rain. Source: Recommendation ITU-R P.838-3 (2005), equations 1 to 5, tables 1 to 4.
/// </summary>
/// <remarks>
/// Validity: 1 to 1000 GHz (the Recommendation's figures are tested between 1 and 100 GHz); frequencies below 1 GHz are taken as 1 GHz,
/// where rain costs less than 0.001 dB/km in any storm, so the value is an upper bound.
/// </remarks>
public static class RainAttenuation
{
    /// <summary>One millimetre per hour, m/s.</summary>
    public const double MillimetrePerHourMPerS = 1e-3 / 3600;

    private static readonly double[][] Table = EmbeddedTable.Read(typeof(RainAttenuation).Assembly, "p838_coefficients.csv");

    /// <summary>Coefficients for a polarisation given by its tilt (equations 4 and 5).</summary>
    /// <param name="frequencyHz">Frequency, hertz.</param>
    /// <param name="elevationRad">Elevation of the path, radians.</param>
    /// <param name="tiltRad">Tilt of the polarisation from horizontal, radians: 0 horizontal, π/2 vertical, π/4 circular.</param>
    /// <exception cref="ArgumentOutOfRangeException">The frequency is not between zero and 1000 GHz.</exception>
    public static RainCoefficients Coefficients(double frequencyHz, double elevationRad, double tiltRad)
    {
        if (!(frequencyHz > 0 && frequencyHz <= 1e12)) throw new ArgumentOutOfRangeException(nameof(frequencyHz), frequencyHz, "P.838 holds to 1000 GHz.");
        var logarithm = Math.Log10(Math.Max(1, frequencyHz / 1e9));
        var kHorizontal = Math.Pow(10, Curve(0, logarithm));
        var kVertical = Math.Pow(10, Curve(1, logarithm));
        var alphaHorizontal = Curve(2, logarithm);
        var alphaVertical = Curve(3, logarithm);
        var cosine = Math.Cos(elevationRad);
        var weight = cosine * cosine * Math.Cos(2 * tiltRad);
        var k = (kHorizontal + kVertical + ((kHorizontal - kVertical) * weight)) / 2;
        var kAlphaHorizontal = kHorizontal * alphaHorizontal;
        var kAlphaVertical = kVertical * alphaVertical;
        return new RainCoefficients(k, (kAlphaHorizontal + kAlphaVertical + ((kAlphaHorizontal - kAlphaVertical) * weight)) / (2 * k));
    }

    /// <summary>Coefficients for a polarisation.</summary>
    /// <param name="frequencyHz">Frequency, hertz, to 1000 GHz.</param>
    /// <param name="elevationRad">Elevation of the path, radians.</param>
    /// <param name="polarisation">Polarisation.</param>
    public static RainCoefficients Coefficients(double frequencyHz, double elevationRad, Polarisation polarisation) =>
        Coefficients(frequencyHz, elevationRad, TiltRad(polarisation));

    /// <summary>Specific attenuation, dB/m one way.</summary>
    /// <param name="coefficients">Coefficients of the frequency, the polarisation and the path.</param>
    /// <param name="rainRateMPerS">Rain rate, m/s (see <see cref="MillimetrePerHourMPerS"/>); none or negative gives zero.</param>
    public static double SpecificDbPerM(RainCoefficients coefficients, double rainRateMPerS) =>
        rainRateMPerS > 0 ? 1e-3 * coefficients.ScaleFactor * Math.Pow(rainRateMPerS / MillimetrePerHourMPerS, coefficients.AlphaFactor) : 0;

    /// <summary>Specific attenuation, dB/m one way.</summary>
    /// <param name="frequencyHz">Frequency, hertz, to 1000 GHz.</param>
    /// <param name="elevationRad">Elevation of the path, radians.</param>
    /// <param name="tiltRad">Tilt of the polarisation from horizontal, radians.</param>
    /// <param name="rainRateMPerS">Rain rate, m/s.</param>
    public static double SpecificDbPerM(double frequencyHz, double elevationRad, double tiltRad, double rainRateMPerS) =>
        SpecificDbPerM(Coefficients(frequencyHz, elevationRad, tiltRad), rainRateMPerS);

    /// <summary>Tilt of a polarisation from horizontal, radians.</summary>
    /// <param name="polarisation">Polarisation.</param>
    public static double TiltRad(Polarisation polarisation) => polarisation switch
    {
        Polarisation.Vertical => Math.PI / 2,
        Polarisation.Circular => Math.PI / 4,
        _ => 0,
    };

    /// <summary>
    /// Mean height of the top of rain by latitude, metres: the closed form of Recommendation ITU-R P.839-1 (1997), which later editions
    /// replaced by a digital map that is not carried. Summer storms reach higher, winter rain lower: state the height where it is known.
    /// </summary>
    /// <param name="latitudeRad">Latitude, radians, north positive.</param>
    public static double MeanRainHeightM(double latitudeRad) => double.RadiansToDegrees(latitudeRad) switch
    {
        > 23 and var north => Math.Max(0, 5000 - (75 * (north - 23))),
        < -21 and var south => Math.Max(0, 5000 + (100 * (south + 21))),
        _ => 5000,
    };

    /// <summary>
    /// Share of a path near the ground that rain of the stated rate fills on average, because heavy rain is small: Recommendation
    /// ITU-R P.530-18 (2021), section 2.4.1, equation 32. Times the path it is the effective path; at most 2.5.
    /// </summary>
    /// <param name="frequencyHz">Frequency, hertz, 1 to 100 GHz.</param>
    /// <param name="distanceM">Length of the path, metres, positive, to some 60 km.</param>
    /// <param name="rainRateMPerS">Rain rate exceeded 0.01 per cent of the time, m/s, positive.</param>
    /// <param name="coefficients">Coefficients of the frequency and the polarisation.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is not positive.</exception>
    public static double EffectivePathShare(double frequencyHz, double distanceM, double rainRateMPerS, RainCoefficients coefficients)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(frequencyHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(distanceM);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rainRateMPerS);
        var distanceKm = distanceM / 1000;
        var inverse = (0.477 * Math.Pow(distanceKm, 0.633) * Math.Pow(rainRateMPerS / MillimetrePerHourMPerS, 0.073 * coefficients.AlphaFactor) * Math.Pow(frequencyHz / 1e9, 0.123))
            - (10.579 * (1 - Math.Exp(-0.024 * distanceKm)));
        return inverse < 0.4 ? 2.5 : 1 / inverse;
    }

    private static double Curve(int curve, double logarithm)
    {
        var sum = 0.0;
        foreach (var row in Table)
        {
            if ((int)row[0] != curve) continue;
            var distance = (logarithm - row[2]) / row[3];
            sum += row[3] == 0 ? (row[1] * logarithm) + row[2] : row[1] * Math.Exp(-distance * distance);
        }

        return sum;
    }
}
