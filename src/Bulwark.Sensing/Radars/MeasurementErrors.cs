namespace Bulwark.Sensing.Radars;

/// <summary>
/// Standard deviations of range and angle measurements from the signal-to-noise ratio.
/// </summary>
/// <remarks>
/// SNR is signal energy over noise density at the output of the matched filter, all pulses of the look together. Sources: Curry, Radar
/// System Performance Modeling, 2nd ed. (2005), chapter 8 (range: resolution/√(2 SNR)); Barton, Modern Radar System Analysis (1988),
/// chapter 8 (monopulse: beamwidth/(1.6 √(2 SNR))); Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 6.3 (bounds for
/// given spectra and apertures). The forms hold above some 13 dB; below, the error is capped by that of a uniform place in the cell,
/// width/√12. Errors that no signal removes are added as a floor by root sum of squares.
/// </remarks>
public static class MeasurementErrors
{
    /// <summary>Slope of a typical monopulse difference pattern, kₘ.</summary>
    public const double MonopulseSlope = 1.6;

    /// <summary>Standard deviation of range, metres.</summary>
    /// <param name="resolutionM">Range resolution, metres.</param>
    /// <param name="snrRatio">Signal-to-noise ratio of the look, positive.</param>
    /// <param name="floorM">Part that no signal removes, metres.</param>
    public static double RangeSigmaM(double resolutionM, double snrRatio, double floorM = 0) => Combine(resolutionM, 1, snrRatio, floorM);

    /// <summary>Standard deviation of an angle, radians.</summary>
    /// <param name="beamwidthRad">Half-power beamwidth, radians.</param>
    /// <param name="snrRatio">Signal-to-noise ratio of the look, positive.</param>
    /// <param name="floorRad">Part that no signal removes, radians.</param>
    public static double AngleSigmaRad(double beamwidthRad, double snrRatio, double floorRad = 0) =>
        Combine(beamwidthRad, MonopulseSlope, snrRatio, floorRad);

    /// <summary>Smallest possible standard deviation of range for a flat spectrum, √3 c/(2π B √(2 SNR)), metres.</summary>
    /// <param name="bandwidthHz">Bandwidth, hertz, positive.</param>
    /// <param name="snrRatio">Signal-to-noise ratio, positive.</param>
    public static double FlatSpectrumBoundM(double bandwidthHz, double snrRatio) =>
        Math.Sqrt(3) * 299_792_458.0 / (2 * Math.PI * bandwidthHz * Math.Sqrt(2 * snrRatio));

    /// <summary>Smallest possible standard deviation of Doppler frequency for a rectangular envelope, √3/(π T √(2 SNR)), hertz; the dual of the bound of range.</summary>
    /// <param name="durationS">Length of the envelope, seconds, positive.</param>
    /// <param name="snrRatio">Signal-to-noise ratio, positive.</param>
    public static double RectangularPulseBoundHz(double durationS, double snrRatio) => Math.Sqrt(3) / (Math.PI * durationS * Math.Sqrt(2 * snrRatio));

    /// <summary>Smallest possible standard deviation of an angle for a uniformly lit aperture, 0.62235 beamwidth/√(2 SNR), radians.</summary>
    /// <param name="beamwidthRad">Half-power beamwidth, radians (0.88589 wavelengths over the aperture).</param>
    /// <param name="snrRatio">Signal-to-noise ratio, positive.</param>
    public static double UniformApertureBoundRad(double beamwidthRad, double snrRatio) =>
        Math.Sqrt(3) * beamwidthRad / (0.885_892_941_379 * Math.PI * Math.Sqrt(2 * snrRatio));

    private static double Combine(double cell, double slope, double snrRatio, double floor)
    {
        var signal = Math.Min(cell / (slope * Math.Sqrt(2 * snrRatio)), cell / Math.Sqrt(12));
        return Math.Sqrt((signal * signal) + (floor * floor));
    }
}
