namespace Bulwark.Sensing.Scheduling;

/// <summary>The beams that a phased array searches, one beamwidth apart: rows of elevation, from the horizon up. Immutable.</summary>
public sealed class SearchFence
{
    private readonly int _columns;
    private readonly int _rows;
    private readonly double _fromAzimuthRad;
    private readonly double _columnRad;
    private readonly double _rowRad;
    private readonly double _fromElevationRad;

    /// <summary>Lays out a fence.</summary>
    /// <param name="facingRad">Middle of the sector, radians clockwise from north.</param>
    /// <param name="sectorWidthRad">Width of the sector, radians, positive, at most 2 pi.</param>
    /// <param name="minimumElevationRad">Lower edge, radians.</param>
    /// <param name="maximumElevationRad">Upper edge, radians, above the lower one.</param>
    /// <param name="azimuthBeamwidthRad">Half-power beamwidth in azimuth, radians, positive.</param>
    /// <param name="elevationBeamwidthRad">Half-power beamwidth in elevation, radians, positive.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is outside its range.</exception>
    public SearchFence(
        double facingRad,
        double sectorWidthRad,
        double minimumElevationRad,
        double maximumElevationRad,
        double azimuthBeamwidthRad,
        double elevationBeamwidthRad)
    {
        if (!(sectorWidthRad > 0 && sectorWidthRad <= (2 * Math.PI) + 1e-9))
            throw new ArgumentOutOfRangeException(nameof(sectorWidthRad), sectorWidthRad, "The sector must be positive and at most a full turn.");
        if (!(maximumElevationRad > minimumElevationRad))
            throw new ArgumentOutOfRangeException(nameof(maximumElevationRad), maximumElevationRad, "The upper edge must lie above the lower one.");
        if (!(azimuthBeamwidthRad > 0)) throw new ArgumentOutOfRangeException(nameof(azimuthBeamwidthRad), azimuthBeamwidthRad, "A beamwidth must be positive.");
        if (!(elevationBeamwidthRad > 0)) throw new ArgumentOutOfRangeException(nameof(elevationBeamwidthRad), elevationBeamwidthRad, "A beamwidth must be positive.");

        // A whole number of beams, never further apart than the beam is wide.
        _columns = (int)Math.Ceiling((sectorWidthRad / azimuthBeamwidthRad) - 1e-9);
        _rows = (int)Math.Ceiling(((maximumElevationRad - minimumElevationRad) / elevationBeamwidthRad) - 1e-9);
        _columnRad = sectorWidthRad / _columns;
        _rowRad = (maximumElevationRad - minimumElevationRad) / _rows;
        _fromAzimuthRad = facingRad - (0.5 * sectorWidthRad);
        _fromElevationRad = minimumElevationRad;
    }

    /// <summary>Number of beams.</summary>
    public int Count => _columns * _rows;

    /// <summary>Azimuth of a beam's centre, radians.</summary>
    /// <param name="beam">The beam.</param>
    public double AzimuthRad(int beam) => _fromAzimuthRad + (((beam % _columns) + 0.5) * _columnRad);

    /// <summary>Elevation of a beam's centre, radians.</summary>
    /// <param name="beam">The beam.</param>
    public double ElevationRad(int beam) => _fromElevationRad + (((beam / _columns) + 0.5) * _rowRad);

    /// <summary>The beam that covers a direction; -1 outside the fence.</summary>
    /// <param name="azimuthRad">Azimuth, radians, any turn.</param>
    /// <param name="elevationRad">Elevation, radians.</param>
    public int BeamAt(double azimuthRad, double elevationRad)
    {
        var turn = azimuthRad - _fromAzimuthRad;
        turn -= 2 * Math.PI * Math.Floor(turn / (2 * Math.PI));
        var column = (int)(turn / _columnRad);
        var row = (int)Math.Floor((elevationRad - _fromElevationRad) / _rowRad);
        return column >= _columns || row < 0 || row >= _rows ? -1 : (row * _columns) + column;
    }
}
