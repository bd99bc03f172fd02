using System.Runtime.CompilerServices;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain.Sight;

/// <summary>
/// The smallest height a sensor sees over every post of a terrain raster within a radius. The cells are the posts themselves, so that the height of
/// the ground of a cell is exact. Immutable and safe for any number of threads.
/// </summary>
public sealed class VisibleHeightMap
{
    // One value a cell: the height of the lowest free ray. Its last bit (half a millimetre at most) says "lower bound"; not a number: unknown.
    private readonly float[] _sightM;
    private readonly DiscRows _disc;

    private VisibleHeightMap(SensorFrame sensor, ElevationRaster terrain, VisibleHeightOptions options, DiscRows disc, float[] sightM)
    {
        (Sensor, Terrain, Options, _disc, _sightM) = (sensor, terrain, options, disc, sightM);
    }

    /// <summary>The sensor.</summary>
    public SensorFrame Sensor { get; }

    /// <summary>The terrain whose posts are the cells.</summary>
    public ElevationRaster Terrain { get; }

    /// <summary>How it was made.</summary>
    public VisibleHeightOptions Options { get; }

    /// <summary>First row of the terrain that the disc touches.</summary>
    public int FirstRow => _disc.FirstRow;

    /// <summary>Number of rows that the disc touches.</summary>
    public int Rows => _disc.Rows;

    /// <summary>Number of cells: posts within the radius.</summary>
    public long CellCount => _disc.Count;

    /// <summary>Computes the map.</summary>
    /// <param name="sensor">The sensor; its heights use the terrain's datum.</param>
    /// <param name="terrain">The terrain.</param>
    /// <param name="options">How; <c>null</c> for a disc of 400 km.</param>
    /// <param name="progress">Told the share done, 0 to 1, from any thread.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="UnknownGroundException">The site is outside the terrain, or on unknown ground while <see cref="MissingTerrain.Unknown"/> is chosen.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static VisibleHeightMap Compute(
        SensorFrame sensor,
        ElevationRaster terrain,
        VisibleHeightOptions? options = null,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        ArgumentNullException.ThrowIfNull(terrain);
        options ??= new VisibleHeightOptions();
        VisibleHeightOptions.Check(options);
        var position = RasterPlaces.Site(terrain, sensor.Antenna, options.Missing);
        var disc = new DiscRows(terrain, sensor.Antenna, position, options.RadiusM);
        var sightM = GC.AllocateUninitializedArray<float>(checked((int)disc.Count));
        if (options.Method == VisibleHeightMethod.Fan && FanSweep.Serves(sensor, options))
            FanSweep.Fill(sensor, terrain, options, disc, position, sightM, progress, cancellationToken);
        else
            RayPerCell.Fill(sensor, terrain, options, disc, sightM, progress, cancellationToken);
        return new VisibleHeightMap(sensor, terrain, options, disc, sightM);
    }

    /// <summary>First column of a row's cells. In a raster around the whole Earth it may be negative: columns are counted on.</summary>
    /// <param name="row">Row of the terrain.</param>
    public int FirstColumn(int row) => _disc.FirstColumns[Checked(row)];

    /// <summary>Number of cells of a row, from <see cref="FirstColumn"/> on.</summary>
    /// <param name="row">Row of the terrain.</param>
    public int Columns(int row) => _disc.Columns(Checked(row));

    /// <summary>A cell.</summary>
    /// <param name="row">Row of the terrain.</param>
    /// <param name="column">Column of the terrain.</param>
    public VisibleHeight At(int row, int column)
    {
        var inside = row - _disc.FirstRow;
        if ((uint)inside >= (uint)_disc.Rows) return Outside;
        if (Terrain.GoesAround) column = _disc.FirstColumns[inside] + Modulo(column - _disc.FirstColumns[inside], Terrain.Columns);
        var offset = column - _disc.FirstColumns[inside];
        return (uint)offset < (uint)_disc.Columns(inside) ? Cell(row, column, _sightM[_disc.Offsets[inside] + offset]) : Outside;
    }

    /// <summary>
    /// The smallest visible height over any place, from the four cells around it: the height of the ray is bilinear, the ground the terrain's own.
    /// A lower bound when one of the four is, unknown when one of the four is, outside when one is outside.
    /// </summary>
    /// <param name="latitudeRad">Latitude, radians.</param>
    /// <param name="longitudeRad">Longitude, radians.</param>
    public VisibleHeight At(double latitudeRad, double longitudeRad)
    {
        if (!Terrain.TryLocate(latitudeRad, longitudeRad, out var position)) return Outside;
        var row = Math.Min((int)position.RowPosts, Terrain.Rows - 2);
        var column = (int)position.ColumnPosts;
        if (!Terrain.GoesAround) column = Math.Min(column, Terrain.Columns - 2);
        var (down, right) = (position.RowPosts - row, position.ColumnPosts - column);
        var (northWest, northEast, southWest, southEast) = (At(row, column), At(row, column + 1), At(row + 1, column), At(row + 1, column + 1));
        var north = northWest.SightHeightM + (right * (northEast.SightHeightM - northWest.SightHeightM));
        var south = southWest.SightHeightM + (right * (southEast.SightHeightM - southWest.SightHeightM));
        var state = Worse(Worse(northWest.State, northEast.State), Worse(southWest.State, southEast.State));
        var groundM = Terrain.InterpolateM(position);
        if (double.IsNaN(groundM) && Options.Missing == MissingTerrain.SmoothEarth) groundM = 0;
        return state == VisibleHeightState.Outside ? Outside : new VisibleHeight(double.IsNaN(groundM) ? VisibleHeightState.Unknown : state, north + (down * (south - north)), groundM);
    }

    /// <summary>Smallest visible heights above the ground of the cells of one row, metres; not a number where unknown.</summary>
    /// <param name="row">Row of the terrain.</param>
    /// <param name="aboveGroundM">Receives as many values as the row has <see cref="Columns"/>.</param>
    public void CopyAboveGroundM(int row, Span<float> aboveGroundM)
    {
        var inside = Checked(row);
        var first = _disc.FirstColumns[inside];
        var sight = _sightM.AsSpan((int)_disc.Offsets[inside], _disc.Columns(inside));
        var ground = Terrain.RowHeightsM(row);
        for (var cell = 0; cell < sight.Length; cell++) aboveGroundM[cell] = Math.Max(0, sight[cell] - GroundM(ground[Column(first + cell)]));
    }

    /// <summary>Counts the cells by what is known and by whether a height above the ground is seen.</summary>
    /// <param name="aboveGroundM">Height above the ground, metres.</param>
    public VisibleHeightCounts Count(double aboveGroundM)
    {
        var counts = new VisibleHeightCounts(aboveGroundM, 0, 0, 0, 0);
        for (var inside = 0; inside < _disc.Rows; inside++)
        {
            var first = _disc.FirstColumns[inside];
            var cells = _disc.Columns(inside);
            for (var cell = 0; cell < cells; cell++)
            {
                var value = Cell(_disc.FirstRow + inside, first + cell, _sightM[_disc.Offsets[inside] + cell]);
                var visible = value.State != VisibleHeightState.Unknown && value.MinimumAboveGroundM <= aboveGroundM;
                counts = new VisibleHeightCounts(
                    aboveGroundM,
                    counts.CellCount + 1,
                    counts.VisibleCount + (visible && value.State == VisibleHeightState.Known ? 1 : 0),
                    counts.LowerBoundCount + (value.State == VisibleHeightState.LowerBound ? 1 : 0),
                    counts.UnknownCount + (value.State == VisibleHeightState.Unknown ? 1 : 0));
            }
        }

        return counts;
    }

    private static VisibleHeight Outside => new(VisibleHeightState.Outside, double.NaN, double.NaN);

    private static VisibleHeightState Worse(VisibleHeightState one, VisibleHeightState other) =>
        one == VisibleHeightState.Outside || other == VisibleHeightState.Outside ? VisibleHeightState.Outside : (VisibleHeightState)Math.Max((byte)one, (byte)other);

    private static int Modulo(int value, int divisor) => ((value % divisor) + divisor) % divisor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Column(int column) => (uint)column < (uint)Terrain.Columns ? column : Modulo(column, Terrain.Columns);

    private float GroundM(float heightM) => float.IsNaN(heightM) && Options.Missing == MissingTerrain.SmoothEarth ? 0 : heightM;

    private VisibleHeight Cell(int row, int column, float sightM)
    {
        var groundM = GroundM(Terrain.RowHeightsM(row)[Column(column)]);
        var state = float.IsNaN(sightM) || float.IsNaN(groundM) ? VisibleHeightState.Unknown
            : (BitConverter.SingleToInt32Bits(sightM) & 1) != 0 ? VisibleHeightState.LowerBound
            : VisibleHeightState.Known;
        return new VisibleHeight(state, sightM, groundM);
    }

    private int Checked(int row)
    {
        var inside = row - _disc.FirstRow;
        if ((uint)inside >= (uint)_disc.Rows) throw new ArgumentOutOfRangeException(nameof(row), row, "The map does not touch this row.");
        return inside;
    }
}
