namespace Bulwark.Sensing.Antennas;

/// <summary>
/// Evenly lit line aperture: (sin u/u)² with u = π (D/λ) sin θ, first side lobe 13.26 dB down, with a lowest level. Immutable.
/// </summary>
/// <remarks>
/// Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 9.3; Balanis, Antenna Theory, 3rd ed. (2005), section 12.5.
/// Half power lies at u = 1.391557, so that θ₃ = 2 asin(0.442946 λ/D) (0.88589 λ/D for narrow beams). Nothing is radiated backwards
/// but the lowest level.
/// </remarks>
public sealed class UniformAperturePattern : IAntennaPattern
{
    /// <summary>The u at which (sin u/u)² = 1/2.</summary>
    internal const double HalfPower = 1.391_557_378_251_51;

    private readonly double _floor;

    /// <summary>Makes a pattern from its beamwidth.</summary>
    /// <param name="beamwidthRad">Half-power beamwidth, radians, positive and below π.</param>
    /// <param name="sideLobeDb">Lowest level against the peak, dB, negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public UniformAperturePattern(double beamwidthRad, double sideLobeDb = -60)
    {
        BeamwidthRad = Beamwidths.Positive(beamwidthRad);
        if (beamwidthRad >= Math.PI) throw new ArgumentOutOfRangeException(nameof(beamwidthRad), beamwidthRad, "The beamwidth must lie below pi.");
        ApertureRatio = HalfPower / (Math.PI * Math.Sin(0.5 * beamwidthRad));
        _floor = Beamwidths.FloorRatio(sideLobeDb);
    }

    /// <summary>Half-power beamwidth, radians.</summary>
    public double BeamwidthRad { get; }

    /// <summary>Length of the aperture in wavelengths, D/λ.</summary>
    public double ApertureRatio { get; }

    /// <summary>Half-power beamwidth of an aperture of a length in wavelengths, radians.</summary>
    /// <param name="apertureRatio">D/λ, above 0.443.</param>
    /// <exception cref="ArgumentOutOfRangeException">The aperture is so short that its gain never halves.</exception>
    public static double BeamwidthOfRad(double apertureRatio)
    {
        var sine = HalfPower / (Math.PI * apertureRatio);
        if (!(sine is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(apertureRatio), apertureRatio, "The aperture must be longer than 0.443 wavelengths.");
        return 2 * Math.Asin(sine);
    }

    /// <inheritdoc/>
    public double RelativeGainRatio(double offsetRad)
    {
        if (Math.Cos(offsetRad) <= 0) return _floor;
        var u = Math.PI * ApertureRatio * Math.Sin(offsetRad);
        var amplitude = Math.Abs(u) < 1e-4 ? 1 - (u * u / 6) : Math.Sin(u) / u;
        return Math.Max(_floor, amplitude * amplitude);
    }
}
