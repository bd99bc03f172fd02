namespace Bulwark.Sensing.Antennas;

/// <summary>
/// Gaussian main lobe, exp(-4 ln 2 (θ/θ₃)²), with a constant level of side lobes below it. Immutable. Source: Barton, Modern Radar System
/// Analysis (1988), section 4.1; Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 2.12. Good for the main lobe to some
/// 15 dB below the peak; the side lobes are a mean level, no lobes.
/// </summary>
/// <param name="beamwidthRad">Half-power (3 dB) beamwidth, radians, positive.</param>
/// <param name="sideLobeDb">Level of the side lobes against the peak, dB, negative.</param>
/// <exception cref="ArgumentOutOfRangeException">The beamwidth is not positive or the level not below the peak.</exception>
public sealed class GaussianPattern(double beamwidthRad, double sideLobeDb = -60) : IAntennaPattern
{
    private readonly double _perSquare = 4 * Math.Log(2) / (Beamwidths.Positive(beamwidthRad) * beamwidthRad);
    private readonly double _floor = Beamwidths.FloorRatio(sideLobeDb);

    /// <summary>Half-power beamwidth, radians.</summary>
    public double BeamwidthRad { get; } = beamwidthRad;

    /// <inheritdoc/>
    public double RelativeGainRatio(double offsetRad)
    {
        var offset = Math.IEEERemainder(offsetRad, 2 * Math.PI);
        return Math.Max(_floor, Math.Exp(-_perSquare * offset * offset));
    }
}
