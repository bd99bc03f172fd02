namespace Bulwark.Studies.Statistics;

/// <summary>
/// A response surface of two factors: the second-degree polynomial nearest to the answers in the least-squares sense
/// (G. E. P. Box and K. B. Wilson, J. Royal Statistical Society B 13 (1951) 1-45). Immutable.
/// </summary>
public sealed class QuadraticSurface
{
    private const int Terms = 6;

    private readonly double[] _coefficients;
    private readonly (double Middle, double Half) _x;
    private readonly (double Middle, double Half) _y;

    private QuadraticSurface(double[] coefficients, (double Middle, double Half) x, (double Middle, double Half) y, double explainedRatio, int count)
    {
        _coefficients = coefficients;
        _x = x;
        _y = y;
        ExplainedRatio = explainedRatio;
        Count = count;
    }

    /// <summary>Share of the answers' variance that the surface explains, 0 to 1.</summary>
    public double ExplainedRatio { get; }

    /// <summary>The same share less what so many terms explain by chance (H. Theil 1961); negative when it explains less than chance would, 0 when terms and answers are as many.</summary>
    public double AdjustedRatio => Count > Terms ? 1 - ((1 - ExplainedRatio) * (Count - 1) / (Count - Terms)) : 0;

    /// <summary>Number of answers it rests on.</summary>
    public int Count { get; }

    /// <summary>Fits the surface; null when the points do not determine one (fewer than six, or too few different values of a factor).</summary>
    /// <param name="points">Values of the two factors with the answer there.</param>
    public static QuadraticSurface? Fit(IReadOnlyList<(double X, double Y, double Answer)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count < Terms) return null;
        var x = Range(points.Select(static point => point.X));
        var y = Range(points.Select(static point => point.Y));
        if (x.Half == 0 || y.Half == 0) return null;
        var matrix = new double[Terms, Terms + 1];
        var moments = new RunningMoments();
        Span<double> terms = stackalloc double[Terms];
        foreach (var point in points)
        {
            Fill(terms, (point.X - x.Middle) / x.Half, (point.Y - y.Middle) / y.Half);
            moments.Add(point.Answer);
            for (var row = 0; row < Terms; row++)
            {
                for (var column = 0; column < Terms; column++) matrix[row, column] += terms[row] * terms[column];
                matrix[row, Terms] += terms[row] * point.Answer;
            }
        }

        if (!Solve(matrix, out var coefficients)) return null;
        var surface = new QuadraticSurface(coefficients, x, y, 0, points.Count);
        var left = points.Sum(point => Math.Pow(point.Answer - surface.At(point.X, point.Y), 2));
        var whole = moments.Variance * (points.Count - 1);
        return new QuadraticSurface(coefficients, x, y, whole > 0 ? Math.Clamp(1 - (left / whole), 0, 1) : 1, points.Count);
    }

    /// <summary>The surface's answer at a point.</summary>
    /// <param name="x">Value of the first factor.</param>
    /// <param name="y">Value of the second.</param>
    public double At(double x, double y)
    {
        Span<double> terms = stackalloc double[Terms];
        Fill(terms, (x - _x.Middle) / _x.Half, (y - _y.Middle) / _y.Half);
        var sum = 0.0;
        for (var term = 0; term < Terms; term++) sum += terms[term] * _coefficients[term];
        return sum;
    }

    private static void Fill(Span<double> terms, double x, double y)
    {
        terms[0] = 1;
        terms[1] = x;
        terms[2] = y;
        terms[3] = x * x;
        terms[4] = x * y;
        terms[5] = y * y;
    }

    private static (double Middle, double Half) Range(IEnumerable<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return (0.5 * (low + high), 0.5 * (high - low));
    }

    // Elimination with the largest pivot; factors are scaled to -1 to 1, so a small pivot means that the points lack a direction.
    private static bool Solve(double[,] matrix, out double[] solution)
    {
        solution = new double[Terms];
        for (var step = 0; step < Terms; step++)
        {
            var pivot = step;
            for (var row = step + 1; row < Terms; row++) pivot = Math.Abs(matrix[row, step]) > Math.Abs(matrix[pivot, step]) ? row : pivot;
            if (Math.Abs(matrix[pivot, step]) < 1e-9) return false;
            for (var column = 0; column <= Terms; column++) (matrix[step, column], matrix[pivot, column]) = (matrix[pivot, column], matrix[step, column]);
            for (var row = 0; row < Terms; row++)
            {
                if (row == step) continue;
                var factor = matrix[row, step] / matrix[step, step];
                for (var column = step; column <= Terms; column++) matrix[row, column] -= factor * matrix[step, column];
            }
        }

        for (var term = 0; term < Terms; term++) solution[term] = matrix[term, Terms] / matrix[term, term];
        return true;
    }
}
