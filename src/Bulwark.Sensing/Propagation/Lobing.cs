namespace Bulwark.Sensing.Propagation;

/// <summary>
/// Lobes over a flat, perfectly reflecting surface: the textbook case. Sources: Blake, NRL Report 7098 (1970); Skolnik, Introduction to Radar
/// Systems, 3rd ed. (2001), section 8.2. Real surfaces: <see cref="SmoothEarthPropagation"/>.
/// </summary>
public static class Lobing
{
    private const double LightSpeedMPerS = 299_792_458;

    /// <summary>Propagation factor F = |1 - exp(-2πjδ/λ)|, 0 to 2: field over that in free space, one way; the path difference δ is exact.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="targetHeightM">Height of the target, metres.</param>
    /// <param name="groundRangeM">Distance along the plane, metres.</param>
    public static double FlatFactor(double frequencyHz, double antennaHeightM, double targetHeightM, double groundRangeM) =>
        2 * Math.Abs(Math.Sin(Math.PI * Math.IEEERemainder(FlatPathDifferenceM(antennaHeightM, targetHeightM, groundRangeM) * frequencyHz / LightSpeedMPerS, 2)));

    /// <summary>Reflected less direct path over a plane, metres, without cancellation.</summary>
    /// <param name="antennaHeightM">Height of the antenna, metres.</param>
    /// <param name="targetHeightM">Height of the target, metres.</param>
    /// <param name="groundRangeM">Distance along the plane, metres.</param>
    public static double FlatPathDifferenceM(double antennaHeightM, double targetHeightM, double groundRangeM)
    {
        var (sum, rise) = (antennaHeightM + targetHeightM, antennaHeightM - targetHeightM);
        return 4 * antennaHeightM * targetHeightM / (Math.Sqrt((groundRangeM * groundRangeM) + (sum * sum)) + Math.Sqrt((groundRangeM * groundRangeM) + (rise * rise)));
    }

    /// <summary>Elevation of the n-th null, sin θ = nλ/(2h), radians; not-a-number when there is none.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres, positive.</param>
    /// <param name="index">Number n, from 0, the horizon.</param>
    public static double NullElevationRad(double frequencyHz, double antennaHeightM, int index) => Math.Asin(index * LightSpeedMPerS / (2 * frequencyHz * antennaHeightM));

    /// <summary>Elevation of the n-th peak, sin θ = (2n + 1)λ/(4h), radians; not-a-number when there is none.</summary>
    /// <param name="frequencyHz">Frequency, hertz, positive.</param>
    /// <param name="antennaHeightM">Height of the antenna, metres, positive.</param>
    /// <param name="index">Number n, from 0.</param>
    public static double PeakElevationRad(double frequencyHz, double antennaHeightM, int index) => Math.Asin(((2 * index) + 1) * LightSpeedMPerS / (4 * frequencyHz * antennaHeightM));
}
