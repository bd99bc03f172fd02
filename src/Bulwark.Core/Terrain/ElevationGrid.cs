using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>
/// Heights on a regular raster in latitude and longitude (WGS-84), posts at the nodes. It may cross the antimeridian (longitudes are
/// counted east from the first column), reach a pole, or go around the whole Earth. Immutable.
/// </summary>
public sealed class ElevationGrid : ElevationRaster
{
    /// <summary>How far, in posts, a place may lie outside and still count as on the edge: rounding of its coordinates.</summary>
    private const double Edge = 1e-6;

    /// <summary>Makes a raster.</summary>
    /// <param name="northLatitudeRad">Latitude of row 0, radians, -pi/2 to pi/2.</param>
    /// <param name="westLongitudeRad">Longitude of column 0, radians.</param>
    /// <param name="latitudeStepRad">Difference of latitude between rows, radians, positive.</param>
    /// <param name="longitudeStepRad">Difference of longitude between columns, radians, positive.</param>
    /// <param name="rows">Number of rows, at least 2.</param>
    /// <param name="columns">Number of columns, at least 2, together no more than once around the Earth.</param>
    /// <param name="heightsM">Heights, metres, row after row from the north, each from west to east; not a number where unknown.</param>
    /// <param name="datum">What the heights are counted from.</param>
    /// <exception cref="ArgumentException">The figures do not describe a raster on the Earth.</exception>
    public ElevationGrid(
        double northLatitudeRad,
        double westLongitudeRad,
        double latitudeStepRad,
        double longitudeStepRad,
        int rows,
        int columns,
        ImmutableArray<float> heightsM,
        VerticalDatum datum)
        : base(rows, columns, heightsM, datum)
    {
        if (!(latitudeStepRad > 0)) throw new ArgumentOutOfRangeException(nameof(latitudeStepRad), latitudeStepRad, "The step in latitude is positive.");
        if (!(longitudeStepRad > 0)) throw new ArgumentOutOfRangeException(nameof(longitudeStepRad), longitudeStepRad, "The step in longitude is positive.");
        if (!double.IsFinite(westLongitudeRad)) throw new ArgumentOutOfRangeException(nameof(westLongitudeRad), westLongitudeRad, "The western edge is a finite angle.");
        var half = Math.PI / 2;
        var southLatitudeRad = northLatitudeRad - ((rows - 1) * latitudeStepRad);
        if (!(northLatitudeRad <= half + (Edge * latitudeStepRad)) || !(southLatitudeRad >= -half - (Edge * latitudeStepRad)))
            throw new ArgumentOutOfRangeException(nameof(northLatitudeRad), northLatitudeRad, "The raster lies between the poles.");
        if (columns - 1 > (2 * Math.PI / longitudeStepRad) + Edge) throw new ArgumentOutOfRangeException(nameof(columns), columns, "The raster goes around the Earth once at most.");

        NorthLatitudeRad = northLatitudeRad;
        WestLongitudeRad = Math.IEEERemainder(westLongitudeRad, 2 * Math.PI);
        LatitudeStepRad = latitudeStepRad;
        LongitudeStepRad = longitudeStepRad;
        GoesAround = columns > (2 * Math.PI / longitudeStepRad) - Edge && columns < (2 * Math.PI / longitudeStepRad) + Edge;

        // The two directions differ with the latitude: a parallel is longest where the raster is nearest to the equator.
        var widest = northLatitudeRad >= 0 && southLatitudeRad <= 0 ? 0 : Math.Min(Math.Abs(northLatitudeRad), Math.Abs(southLatitudeRad));
        SpacingM = Wgs84.SemiMajorAxisM * Math.Max(latitudeStepRad, longitudeStepRad * Math.Cos(widest));
    }

    /// <summary>Latitude of row 0, radians.</summary>
    public double NorthLatitudeRad { get; }

    /// <summary>Longitude of column 0, radians, -pi to pi.</summary>
    public double WestLongitudeRad { get; }

    /// <summary>Difference of latitude between rows, radians, positive; row r lies at north - r times this.</summary>
    public double LatitudeStepRad { get; }

    /// <summary>Difference of longitude between columns, radians, positive; column c lies at west + c times this.</summary>
    public double LongitudeStepRad { get; }

    /// <summary>Latitude of the last row, radians.</summary>
    public double SouthLatitudeRad => NorthLatitudeRad - ((Rows - 1) * LatitudeStepRad);

    /// <inheritdoc />
    public override bool GoesAround { get; }

    /// <inheritdoc />
    public override double SpacingM { get; }

    /// <summary>The place of a post, its height taken as it is: unknown heights and heights above the geoid are not made into ellipsoid heights.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public GeodeticPoint PostAt(int row, int column) => new(
        NorthLatitudeRad - (row * LatitudeStepRad),
        Math.IEEERemainder(WestLongitudeRad + (column * LongitudeStepRad), 2 * Math.PI),
        RowHeightsM(row)[column]);

    /// <summary>The same heights counted from another datum, by the EGM96 geoid; unknown heights stay unknown.</summary>
    /// <param name="datum">The datum wanted.</param>
    public ElevationGrid WithDatum(VerticalDatum datum)
    {
        if (datum == Datum) return this;
        var sign = datum == VerticalDatum.Ellipsoid ? 1 : -1;
        var heights = new float[HeightsM.Length];
        Parallel.For(0, Rows, row =>
        {
            var undulations = new double[Columns];
            Geoid.AlongParallel(NorthLatitudeRad - (row * LatitudeStepRad), WestLongitudeRad, LongitudeStepRad, undulations);
            var from = RowHeightsM(row);
            var into = heights.AsSpan(row * Columns, Columns);
            for (var column = 0; column < into.Length; column++) into[column] = (float)(from[column] + (sign * undulations[column]));
        });
        return new ElevationGrid(NorthLatitudeRad, WestLongitudeRad, LatitudeStepRad, LongitudeStepRad, Rows, Columns, ImmutableCollectionsMarshal.AsImmutableArray(heights), datum);
    }

    /// <inheritdoc />
    public override bool TryLocate(double latitudeRad, double longitudeRad, out RasterPosition position)
    {
        var row = (NorthLatitudeRad - latitudeRad) / LatitudeStepRad;
        var turn = 2 * Math.PI / LongitudeStepRad;
        var column = (longitudeRad - WestLongitudeRad) / LongitudeStepRad;
        column -= Math.Floor(column / turn) * turn;
        if (column > turn - Edge) column = 0;
        position = new RasterPosition(Math.Clamp(row, 0, Rows - 1), GoesAround ? column : Math.Min(column, Columns - 1));
        return row >= -Edge && row <= Rows - 1 + Edge && (GoesAround || column <= Columns - 1 + Edge);
    }
}
