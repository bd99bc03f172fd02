using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Core.Terrain;

/// <summary>Where the posts of a tile lie, before any height is read.</summary>
/// <param name="Projection">The projection, or null for latitude and longitude.</param>
/// <param name="UtmZone">Its zone, negative in the south; 0 without projection.</param>
/// <param name="North">Row 0: latitude in radians, or northing in metres.</param>
/// <param name="West">Column 0: longitude in radians, or easting in metres.</param>
/// <param name="RowStep">Between rows, the same units, positive.</param>
/// <param name="ColumnStep">Between columns, the same units, positive.</param>
/// <param name="Rows">Number of rows.</param>
/// <param name="Columns">Number of columns.</param>
internal sealed record RasterLayout(TransverseMercator? Projection, int UtmZone, double North, double West, double RowStep, double ColumnStep, int Rows, int Columns)
{
    private const double Edge = 1e-6;

    private double Turn => Projection is null ? 2 * Math.PI / ColumnStep : double.PositiveInfinity;

    /// <summary>Whether the last column is followed by the first.</summary>
    public bool GoesAround => Math.Abs(Turn - Columns) < Edge;

    /// <summary>The distance between posts, metres, the larger of the two directions.</summary>
    public double SpacingM
    {
        get
        {
            if (Projection is not null) return Math.Max(RowStep, ColumnStep);
            var south = North - ((Rows - 1) * RowStep);
            var widest = North >= 0 && south <= 0 ? 0 : Math.Min(Math.Abs(North), Math.Abs(south));
            return Wgs84.SemiMajorAxisM * Math.Max(RowStep, ColumnStep * Math.Cos(widest));
        }
    }

    /// <summary>A part of the tile as a raster.</summary>
    public ElevationRaster Make(int row, int column, int rows, int columns, ImmutableArray<float> heightsM, VerticalDatum datum) => Projection is { } projection
        ? new ProjectedElevationGrid(projection, West + (column * ColumnStep), North - (row * RowStep), ColumnStep, RowStep, rows, columns, heightsM, datum)
        : new ElevationGrid(North - (row * RowStep), West + (column * ColumnStep), RowStep, ColumnStep, rows, columns, heightsM, datum);

    /// <summary>The box around a part of the tile, which may reach over its edges as far as the Earth does.</summary>
    public GeodeticBox Box(int row, int column, int rows, int columns)
    {
        var (north, south) = (North - (row * RowStep), North - ((row + rows - 1) * RowStep));
        var (west, east) = (West + (column * ColumnStep), West + ((column + columns - 1) * ColumnStep));
        if (Projection is null)
            return new GeodeticBox(Math.Max(south, -Math.PI / 2), west, Math.Min(north, Math.PI / 2), GoesAround && columns == Columns ? west + (2 * Math.PI) : Math.Min(east, west + (2 * Math.PI)));

        // The edges of a UTM tile are curves on the Earth; between the points taken here they bend by far less than a thousandth of the edge.
        const int points = 64;
        var (lowLatitude, highLatitude, lowLongitude, highLongitude) = (double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i <= points; i++)
        {
            var (easting, northing) = (west + (i * (east - west) / points), south + (i * (north - south) / points));
            foreach (var corner in (ReadOnlySpan<ProjectedPoint>)[new(easting, south), new(easting, north), new(west, northing), new(east, northing)])
            {
                var place = Projection.Inverse(corner);
                var longitude = Projection.CentralMeridianRad + Math.IEEERemainder(place.LongitudeRad - Projection.CentralMeridianRad, 2 * Math.PI);
                (lowLatitude, highLatitude) = (Math.Min(lowLatitude, place.LatitudeRad), Math.Max(highLatitude, place.LatitudeRad));
                (lowLongitude, highLongitude) = (Math.Min(lowLongitude, longitude), Math.Max(highLongitude, longitude));
            }
        }

        var (reserveLatitude, reserveLongitude) = ((highLatitude - lowLatitude) / 1000, (highLongitude - lowLongitude) / 1000);
        return new GeodeticBox(
            Math.Max(-Math.PI / 2, lowLatitude - reserveLatitude),
            lowLongitude - reserveLongitude,
            Math.Min(Math.PI / 2, highLatitude + reserveLatitude),
            Math.Min(highLongitude + reserveLongitude, lowLongitude - reserveLongitude + (2 * Math.PI)));
    }

    /// <summary>Finds a place among the posts; it may lie up to one post outside.</summary>
    /// <returns>0 when it lies further outside, 1 when up to one post outside, 2 when inside.</returns>
    public int Locate(double latitudeRad, double longitudeRad, out double row, out double column)
    {
        if (Projection is null)
        {
            row = (North - latitudeRad) / RowStep;
            column = (longitudeRad - West) / ColumnStep;
            column -= Math.Floor(column / Turn) * Turn;
            if (column > Turn - 1 && !GoesAround) column -= Turn;
        }
        else
        {
            var place = Projection.Forward(new GeodeticPoint(latitudeRad, longitudeRad, 0));
            row = (North - place.NorthingM) / RowStep;
            column = (place.EastingM - West) / ColumnStep;
        }

        if (row >= -Edge && row <= Rows - 1 + Edge && (GoesAround || (column >= -Edge && column <= Columns - 1 + Edge)))
        {
            row = Math.Clamp(row, 0, Rows - 1);
            if (!GoesAround) column = Math.Clamp(column, 0, Columns - 1);
            return 2;
        }

        return row > -1 && row < Rows && (GoesAround || (column > -1 && column < Columns)) ? 1 : 0;
    }

    /// <summary>The place of a post, which may lie outside.</summary>
    public (double LatitudeRad, double LongitudeRad) PostAt(double row, double column)
    {
        if (Projection is null) return (North - (row * RowStep), West + (column * ColumnStep));
        var place = Projection.Inverse(new ProjectedPoint(West + (column * ColumnStep), North - (row * RowStep)));
        return (place.LatitudeRad, place.LongitudeRad);
    }
}
