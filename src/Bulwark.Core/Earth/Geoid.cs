namespace Bulwark.Core.Earth;

/// <summary>
/// The EGM96 geoid, mean sea level: its height above the WGS-84 ellipsoid. Source: NIMA TR8350.2, third edition (2000), chapter 6, and
/// Lemoine et al., NASA/TP-1998-206861; the 15-minute grid of NGA, interpolated by a bicubic spline as NGA's own program does.
/// </summary>
/// <remarks>The grid is unpacked at the first use (some tens of milliseconds) and then shared; safe to use from several threads.</remarks>
public static class Geoid
{
    private static readonly Lazy<float[]> Grid = new(GeoidGrid.Coefficients, LazyThreadSafetyMode.ExecutionAndPublication);

    /// <summary>Height of the geoid above the ellipsoid, metres: what is added to a height above mean sea level to get one above the ellipsoid.</summary>
    /// <param name="place">The place; its height is ignored.</param>
    public static double UndulationM(GeodeticPoint place)
    {
        Span<double> weights = stackalloc double[4];
        var grid = Grid.Value;
        var row = RowOf(place.LatitudeRad, weights);
        var column = ColumnOf(place.LongitudeRad);
        Span<double> across = stackalloc double[4];
        var first = Weights(column, across) - 1;
        var sum = 0.0;
        for (var i = 0; i < 4; i++)
        {
            var line = 0.0;
            for (var j = 0; j < 4; j++) line += across[j] * grid[Index(row - 1 + i, first + j)];
            sum += weights[i] * line;
        }

        return sum;
    }

    /// <summary>Undulations along a parallel, for rasters: the same values as <see cref="UndulationM"/>.</summary>
    /// <param name="latitudeRad">The parallel, radians.</param>
    /// <param name="westLongitudeRad">Longitude of the first value, radians.</param>
    /// <param name="longitudeStepRad">Difference of longitude between values, radians.</param>
    /// <param name="undulationsM">Receives the undulations, metres.</param>
    public static void AlongParallel(double latitudeRad, double westLongitudeRad, double longitudeStepRad, Span<double> undulationsM)
    {
        // The four rows of coefficients become one, which serves the whole parallel.
        var grid = Grid.Value;
        Span<double> weights = stackalloc double[4];
        var row = RowOf(latitudeRad, weights);
        var line = new double[GeoidGrid.Columns];
        for (var column = 0; column < line.Length; column++)
        {
            for (var i = 0; i < 4; i++) line[column] += weights[i] * grid[Index(row - 1 + i, column)];
        }

        Span<double> across = stackalloc double[4];
        for (var i = 0; i < undulationsM.Length; i++)
        {
            var first = Weights(ColumnOf(westLongitudeRad + (i * longitudeStepRad)), across) - 1;
            var sum = 0.0;
            for (var j = 0; j < 4; j++) sum += across[j] * line[Wrap(first + j)];
            undulationsM[i] = sum;
        }
    }

    private static int RowOf(double latitudeRad, Span<double> weights) =>
        Weights(Math.Clamp((Math.PI / 2) - latitudeRad, 0, Math.PI) * ((GeoidGrid.Rows - 1) / Math.PI), weights);

    private static double ColumnOf(double longitudeRad) => Math.IEEERemainder(longitudeRad, 2 * Math.PI) * (GeoidGrid.Columns / (2 * Math.PI));

    /// <summary>The cubic B-spline's weights of the four nodes around a place; returns the node before it.</summary>
    private static int Weights(double place, Span<double> weights)
    {
        var node = Math.Floor(place);
        var t = place - node;
        var s = 1 - t;
        weights[0] = s * s * s / 6;
        weights[1] = ((3 * t * t * (t - 2)) + 4) / 6;
        weights[2] = ((3 * s * s * (s - 2)) + 4) / 6;
        weights[3] = t * t * t / 6;
        return (int)node;
    }

    /// <summary>Beyond a pole the opposite meridian goes on.</summary>
    private static int Index(int row, int column)
    {
        if (row < 0) (row, column) = (-row, column + (GeoidGrid.Columns / 2));
        else if (row >= GeoidGrid.Rows) (row, column) = ((2 * (GeoidGrid.Rows - 1)) - row, column + (GeoidGrid.Columns / 2));
        return (row * GeoidGrid.Columns) + Wrap(column);
    }

    private static int Wrap(int column) => ((column % GeoidGrid.Columns) + GeoidGrid.Columns) % GeoidGrid.Columns;
}
