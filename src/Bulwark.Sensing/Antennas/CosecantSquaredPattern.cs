namespace Bulwark.Sensing.Antennas;

/// <summary>
/// Cosecant-squared elevation pattern of a search radar: a main lobe, and above it a gain that falls as 1/sin² of the elevation, so that
/// a target that flies level returns the same power at every range. Immutable.
/// </summary>
/// <remarks>
/// Source: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), equation 2.54 and section 9.7. From <c>θ₀</c>, half a beamwidth above
/// the axis, to the highest elevation G(θ) = G(θ₀) sin² θ₀/sin² θ; below it the lobe is Gaussian. Elevations are those of the sight line,
/// not offsets: the pattern belongs to elevation.
/// </remarks>
public sealed class CosecantSquaredPattern : IAntennaPattern
{
    private readonly GaussianPattern _lobe;
    private readonly double _fromRad;
    private readonly double _atFrom;
    private readonly double _floor;

    /// <summary>Makes a pattern.</summary>
    /// <param name="axisRad">Elevation of the peak, radians.</param>
    /// <param name="beamwidthRad">Half-power beamwidth of the main lobe, radians, positive.</param>
    /// <param name="highestRad">Elevation to which the gain falls as the cosecant squared, radians, at most π/2.</param>
    /// <param name="sideLobeDb">Lowest level against the peak, dB, negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public CosecantSquaredPattern(double axisRad, double beamwidthRad, double highestRad, double sideLobeDb = -60)
    {
        _lobe = new GaussianPattern(beamwidthRad, sideLobeDb);
        (AxisRad, HighestRad) = (axisRad, highestRad);
        _fromRad = axisRad + (0.5 * beamwidthRad);
        if (!(_fromRad > 0)) throw new ArgumentOutOfRangeException(nameof(axisRad), axisRad, "The upper edge of the main lobe must lie above the horizontal.");
        if (!(highestRad > _fromRad && highestRad <= Math.PI / 2))
            throw new ArgumentOutOfRangeException(nameof(highestRad), highestRad, "The highest elevation must lie between the main lobe and the zenith.");
        _atFrom = 0.5 * Math.Sin(_fromRad) * Math.Sin(_fromRad);
        _floor = Beamwidths.FloorRatio(sideLobeDb);
    }

    /// <summary>Elevation of the peak, radians.</summary>
    public double AxisRad { get; }

    /// <summary>Elevation to which the gain falls as the cosecant squared, radians.</summary>
    public double HighestRad { get; }

    /// <inheritdoc/>
    /// <remarks>The offset is counted from <see cref="AxisRad"/>, upwards.</remarks>
    public double RelativeGainRatio(double offsetRad)
    {
        var elevationRad = AxisRad + offsetRad;
        if (elevationRad <= _fromRad) return _lobe.RelativeGainRatio(offsetRad);
        if (elevationRad > HighestRad) return _floor;
        var sine = Math.Sin(elevationRad);
        return Math.Max(_floor, _atFrom / (sine * sine));
    }
}
