namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A filter that asks the function at points spread over the belief: one at the mean with a weight of its own, two along each column
/// of the covariance's root. No derivatives; what the straight line leaves out counts as noise.
/// Source: Julier and Uhlmann, "Unscented filtering and nonlinear estimation", Proc. IEEE 92 (2004) 401-422 (weight of the central point
/// free); Arasaratnam and Haykin, "Cubature Kalman filters", IEEE Trans. Automatic Control 54 (2009) 1254-1269 (no central point).
/// </summary>
internal sealed class SigmaPointFilter(string name, double centralWeight) : StateFilter
{
    private const int LargestPoints = (2 * Largest) + 1;

    public override string Name => name;

    protected override void Regress<TMap>(TMap map, ReadOnlySpan<double> mean, ReadOnlySpan<double> root, Span<double> expected, Span<double> slope, Span<double> rest)
    {
        var (size, outputs) = (mean.Length, map.Outputs);
        var points = (2 * size) + 1;
        var spread = Math.Sqrt(size / (1 - centralWeight));
        var weight = (1 - centralWeight) / (2 * size);
        Span<double> point = stackalloc double[Largest];
        Span<double> values = stackalloc double[LargestPoints * Largest];
        Span<double> centre = stackalloc double[Largest];
        point = point[..size];
        map.Evaluate(mean, centre[..outputs]);

        // All as differences from the centre, so that angles do not jump and digits are not lost.
        expected.Clear();
        for (var index = 1; index < points; index++)
        {
            var (column, step) = ((index - 1) / 2, index % 2 == 1 ? spread : -spread);
            for (var k = 0; k < size; k++) point[k] = mean[k] + (step * root[(size * k) + column]);
            var own = values.Slice(index * outputs, outputs);
            map.Evaluate(point, own);
            for (var k = 0; k < outputs; k++)
            {
                own[k] = map.Difference(k, own[k], centre[k]);
                expected[k] += weight * own[k];
            }
        }

        for (var row = 0; row < outputs; row++)
        {
            for (var column = 0; column < size; column++)
            {
                var (plus, minus) = (values[((1 + (2 * column)) * outputs) + row], values[((2 + (2 * column)) * outputs) + row]);
                slope[(size * row) + column] = weight * spread * (plus - minus);
            }
        }

        for (var row = 0; row < outputs; row++)
        {
            for (var column = 0; column < outputs; column++)
            {
                var sum = centralWeight * expected[row] * expected[column];
                for (var index = 1; index < points; index++)
                {
                    sum += weight * (values[(index * outputs) + row] - expected[row]) * (values[(index * outputs) + column] - expected[column]);
                }

                for (var k = 0; k < size; k++) sum -= slope[(size * row) + k] * slope[(size * column) + k];
                rest[(outputs * row) + column] += sum;
            }
        }

        for (var k = 0; k < outputs; k++) expected[k] += centre[k];
    }
}
