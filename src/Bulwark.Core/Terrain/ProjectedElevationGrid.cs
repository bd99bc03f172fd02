using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>Heights on a regular raster in the plane of a transverse Mercator projection (UTM), rows along the northing. Immutable.</summary>
public sealed class ProjectedElevationGrid : ElevationRaster
{
    private const double Edge = 1e-6;

    /// <summary>Makes a raster.</summary>
    /// <param name="projection">The projection.</param>
    /// <param name="westEastingM">Easting of column 0, metres.</param>
    /// <param name="northNorthingM">Northing of row 0, metres.</param>
    /// <param name="eastingStepM">Difference of easting between columns, metres, positive.</param>
    /// <param name="northingStepM">Difference of northing between rows, metres, positive.</param>
    /// <param name="rows">Number of rows, at least 2.</param>
    /// <param name="columns">Number of columns, at least 2.</param>
    /// <param name="heightsM">Heights, metres, row after row from the north, each from west to east; not a number where unknown.</param>
    /// <param name="datum">What the heights are counted from.</param>
    /// <exception cref="ArgumentException">The figures do not describe a raster.</exception>
    public ProjectedElevationGrid(
        TransverseMercator projection,
        double westEastingM,
        double northNorthingM,
        double eastingStepM,
        double northingStepM,
        int rows,
        int columns,
        ImmutableArray<float> heightsM,
        VerticalDatum datum)
        : base(rows, columns, heightsM, datum)
    {
        ArgumentNullException.ThrowIfNull(projection);
        if (!double.IsFinite(westEastingM)) throw new ArgumentOutOfRangeException(nameof(westEastingM), westEastingM, "The western edge is finite.");
        if (!double.IsFinite(northNorthingM)) throw new ArgumentOutOfRangeException(nameof(northNorthingM), northNorthingM, "The northern edge is finite.");
        if (!(eastingStepM > 0 && double.IsFinite(eastingStepM))) throw new ArgumentOutOfRangeException(nameof(eastingStepM), eastingStepM, "The step in easting is positive.");
        if (!(northingStepM > 0 && double.IsFinite(northingStepM))) throw new ArgumentOutOfRangeException(nameof(northingStepM), northingStepM, "The step in northing is positive.");
        Projection = projection;
        (WestEastingM, NorthNorthingM, EastingStepM, NorthingStepM) = (westEastingM, northNorthingM, eastingStepM, northingStepM);
    }

    /// <summary>The projection.</summary>
    public TransverseMercator Projection { get; }

    /// <summary>Easting of column 0, metres.</summary>
    public double WestEastingM { get; }

    /// <summary>Northing of row 0, metres.</summary>
    public double NorthNorthingM { get; }

    /// <summary>Difference of easting between columns, metres, positive.</summary>
    public double EastingStepM { get; }

    /// <summary>Difference of northing between rows, metres, positive; row r lies at north - r times this.</summary>
    public double NorthingStepM { get; }

    /// <inheritdoc />
    public override double SpacingM => Math.Max(EastingStepM, NorthingStepM);

    /// <summary>The place of a post, its height taken as it is: unknown heights and heights above the geoid are not made into ellipsoid heights.</summary>
    /// <param name="row">The row.</param>
    /// <param name="column">The column.</param>
    public GeodeticPoint PostAt(int row, int column) =>
        Projection.Inverse(new ProjectedPoint(WestEastingM + (column * EastingStepM), NorthNorthingM - (row * NorthingStepM))).WithHeight(RowHeightsM(row)[column]);

    /// <inheritdoc />
    public override bool TryLocate(double latitudeRad, double longitudeRad, out RasterPosition position)
    {
        var place = Projection.Forward(new GeodeticPoint(latitudeRad, longitudeRad, 0));
        var row = (NorthNorthingM - place.NorthingM) / NorthingStepM;
        var column = (place.EastingM - WestEastingM) / EastingStepM;
        position = new RasterPosition(Math.Clamp(row, 0, Rows - 1), Math.Clamp(column, 0, Columns - 1));
        return row >= -Edge && row <= Rows - 1 + Edge && column >= -Edge && column <= Columns - 1 + Edge;
    }
}
