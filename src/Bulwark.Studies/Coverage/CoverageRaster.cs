using System.Collections.Immutable;
using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// A coverage study on even steps of latitude and longitude, for files that want geographic coordinates. The 180th meridian, where the
/// area crosses it, is an edge between columns; longitudes are counted on beyond it. An area that holds a pole goes all the way round.
/// The probabilities are computed anew for every cell, not taken from the map's grid. Immutable.
/// </summary>
public sealed class CoverageRaster
{
    private const double FullTurnDeg = 360;
    private const int MostCells = 60_000_000;

    private CoverageRaster(CoverageResult result, double southDeg, double westDeg, double rowStepDeg, double columnStepDeg, int rows, int columns)
    {
        Result = result;
        SouthDeg = southDeg;
        WestDeg = westDeg;
        RowStepDeg = rowStepDeg;
        ColumnStepDeg = columnStepDeg;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>The study.</summary>
    public CoverageResult Result { get; }

    /// <summary>Southern edge, degrees.</summary>
    public double SouthDeg { get; }

    /// <summary>Western edge, degrees, -180 to 180.</summary>
    public double WestDeg { get; }

    /// <summary>Height of a cell, degrees.</summary>
    public double RowStepDeg { get; }

    /// <summary>Width of a cell, degrees.</summary>
    public double ColumnStepDeg { get; }

    /// <summary>Rows.</summary>
    public int Rows { get; }

    /// <summary>Columns.</summary>
    public int Columns { get; }

    /// <summary>Northern edge, degrees.</summary>
    public double NorthDeg => SouthDeg + (Rows * RowStepDeg);

    /// <summary>Eastern edge, degrees; above 180 when the area crosses the 180th meridian.</summary>
    public double EastDeg => WestDeg + (Columns * ColumnStepDeg);

    /// <summary>Probability in each cell, row by row from the north-west, for each height of the study; not-a-number where it is unknown or outside the radius.</summary>
    public ImmutableArray<ImmutableArray<float>> Probability { get; private init; } = [];

    /// <summary>The columns on either side of the 180th meridian; one part when the area does not cross it. No part is empty.</summary>
    public IReadOnlyList<(int First, int Count, double WestDeg)> Parts
    {
        get
        {
            var cut = (int)Math.Round((180 - WestDeg) / ColumnStepDeg);
            return cut <= 0 || cut >= Columns ? [(0, Columns, WestDeg)] : [(0, cut, WestDeg), (cut, Columns - cut, -180)];
        }
    }

    /// <summary>Computes the raster.</summary>
    /// <param name="result">The study.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static CoverageRaster Of(CoverageResult result, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(result);
        var empty = Frame(result);
        var layers = result.Layers.Length;
        var values = new float[layers][];
        for (var layer = 0; layer < layers; layer++) values[layer] = new float[empty.Rows * empty.Columns];
        Parallel.For(0, empty.Rows, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            Span<float> probability = stackalloc float[layers];
            for (var column = 0; column < empty.Columns; column++)
            {
                var place = GeodeticPoint.FromDegrees(empty.NorthDeg - ((row + 0.5) * empty.RowStepDeg), empty.WestDeg + ((column + 0.5) * empty.ColumnStepDeg));
                var plane = result.Grid.Projection.Project(place);
                if (double.Hypot(plane.EastM, plane.NorthM) <= result.Grid.RadiusM) result.Field.Evaluate(place, probability);
                else probability.Fill(float.NaN);
                for (var layer = 0; layer < layers; layer++) values[layer][(row * empty.Columns) + column] = probability[layer];
            }
        });
        return new CoverageRaster(result, empty.SouthDeg, empty.WestDeg, empty.RowStepDeg, empty.ColumnStepDeg, empty.Rows, empty.Columns) { Probability = [.. values.Select(static layer => ImmutableArray.Create(layer))] };
    }

    /// <summary>A part as a picture of even steps of latitude and longitude, in the colours of the maps, transparent where nothing is seen.</summary>
    /// <param name="layer">Which height, from 0.</param>
    /// <param name="part">Which of <see cref="Parts"/>.</param>
    public RasterImage Picture(int layer, int part)
    {
        var (first, count, _) = Parts[part];
        var image = new RasterImage(count, Rows);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < count; column++)
            {
                var value = Probability[layer][(row * Columns) + first + column];
                if (!(value >= CoveragePicture.LeastShown)) continue;
                var colour = ColourScale.At(value);
                var pixel = image.Rgba.AsSpan(4 * ((row * count) + column), 4);
                (pixel[0], pixel[1], pixel[2], pixel[3]) = (colour.Red, colour.Green, colour.Blue, (byte)Math.Round(255 * CoverageLegend.Opacity(value)));
            }
        }

        return image;
    }

    private static CoverageRaster Frame(CoverageResult result)
    {
        var grid = result.Grid;
        var (south, west, north, east) = Bounds(result);
        var rowStep = double.RadiansToDegrees(grid.CellM / Wgs84.MeanRadiusM);
        var middle = Math.Min(85, Math.Abs(north + south) / 2);
        var columnStep = rowStep / Math.Cos(double.DegreesToRadians(middle));
        if (east - west >= FullTurnDeg)
        {
            columnStep = FullTurnDeg / Math.Ceiling(FullTurnDeg / columnStep);
            west = -180;
        }
        else
        {
            // The 180th meridian becomes an edge between columns.
            west = 180 - (Math.Ceiling((180 - west) / columnStep) * columnStep);
        }

        // The poles, where the area holds them, are edges between rows.
        if (north >= 90) rowStep = (90 - south) / Math.Ceiling((90 - south) / rowStep);
        else if (south <= -90) rowStep = (north + 90) / Math.Ceiling((north + 90) / rowStep);
        var rows = (int)Math.Round(Math.Ceiling(((north - south) / rowStep) - 1e-6));
        var columns = (int)Math.Round(Math.Ceiling(((Math.Min(east, west + FullTurnDeg) - west) / columnStep) - 1e-6));
        if ((long)rows * columns > MostCells) throw new ArgumentException($"{(long)rows * columns:N0} cells of latitude and longitude are too many (at most {MostCells:N0}); choose larger cells.", nameof(result));
        return new CoverageRaster(result, south <= -90 ? -90 : north - (rows * rowStep), west < -180 ? west + FullTurnDeg : west, rowStep, columnStep, rows, columns);
    }

    private static (double South, double West, double North, double East) Bounds(CoverageResult result)
    {
        const int Directions = 720;
        var grid = result.Grid;
        var centre = grid.Centre.LongitudeDeg;
        var (south, west, north, east) = (90.0, 720.0, -90.0, -720.0);
        for (var index = 0; index < Directions; index++)
        {
            var (sine, cosine) = Math.SinCos(2 * Math.PI * index / Directions);
            var place = grid.Projection.Unproject(new(1.001 * grid.RadiusM * sine, 1.001 * grid.RadiusM * cosine));
            var longitude = centre + Math.IEEERemainder(place.LongitudeDeg - centre, FullTurnDeg);
            (south, north) = (Math.Min(south, place.LatitudeDeg), Math.Max(north, place.LatitudeDeg));
            (west, east) = (Math.Min(west, longitude), Math.Max(east, longitude));
        }

        foreach (var pole in (ReadOnlySpan<double>)[90, -90])
        {
            var at = grid.Projection.Project(GeodeticPoint.FromDegrees(pole, 0));
            if (Math.Sign(pole) != Math.Sign(grid.Centre.LatitudeDeg) || double.Hypot(at.EastM, at.NorthM) > 1.001 * grid.RadiusM) continue;
            (west, east) = (-180, 180);
            (south, north) = pole > 0 ? (south, 90.0) : (-90.0, north);
        }

        return (south, west, north, east);
    }
}
