using Bulwark.Studies.Sampling;
using Bulwark.Studies.Statistics;

namespace Bulwark.Workbench.Tests.Studies.Statistics;

/// <summary>Sobol' indices, elementary effects and response surfaces against functions whose answers are known in closed form.</summary>
public sealed class SensitivityTests(ITestOutputHelper output)
{
    private const int Rows = 4096;

    /// <summary>Error allowed: some three standard errors at this number of rows, seen in the printed intervals.</summary>
    private const double Tolerance = 0.02;

    [Fact]
    public void Ishigamis_function()
    {
        // T. Ishigami and T. Homma 1990, a = 7, b = 0.1: V = a²/8 + bπ⁴/5 + b²π⁸/18 + 1/2.
        const double A = 7, B = 0.1;
        var (pi4, pi8) = (Math.Pow(Math.PI, 4), Math.Pow(Math.PI, 8));
        var variance = (A * A / 8) + (B * pi4 / 5) + (B * B * pi8 / 18) + 0.5;
        var v1 = 0.5 * Math.Pow(1 + (B * pi4 / 5), 2);
        var v2 = A * A / 8;
        var v13 = B * B * pi8 * ((1.0 / 18) - (1.0 / 50));
        var indices = Indices(3, static point =>
        {
            var (x1, x2, x3) = (Angle(point[0]), Angle(point[1]), Angle(point[2]));
            return Math.Sin(x1) + (A * Math.Pow(Math.Sin(x2), 2)) + (B * Math.Pow(x3, 4) * Math.Sin(x1));
        });
        AssertIndices([(v1 / variance, (v1 + v13) / variance), (v2 / variance, v2 / variance), (0, v13 / variance)], indices);
    }

    [Fact]
    public void Sobols_g_function()
    {
        // I. M. Sobol' 1993: product of (|4x - 2| + a)/(1 + a); partial variances 1/(3(1 + a)²).
        double[] a = [0, 1, 4.5, 9, 99, 99, 99, 99];
        var partial = a.Select(static value => 1 / (3 * (1 + value) * (1 + value))).ToArray();
        var whole = partial.Aggregate(1.0, static (product, part) => product * (1 + part)) - 1;
        var indices = Indices(a.Length, point => point.Select((x, factor) => (Math.Abs((4 * x) - 2) + a[factor]) / (1 + a[factor])).Aggregate(1.0, static (product, part) => product * part));
        AssertIndices([.. partial.Select(part => (part / whole, part * ((whole + 1) / (1 + part)) / whole))], indices);
    }

    [Fact]
    public void An_answer_that_never_varies_has_no_indices()
    {
        var index = SobolIndices.Of([1, 1, 1], [1, 1, 1], [[1, 1, 1]])[0];
        Assert.True(double.IsNaN(index.First.Value) && double.IsNaN(index.Total.Low));
    }

    [Fact]
    public void Elementary_effects_of_a_straight_line_are_its_slopes()
    {
        double[] slopes = [3, -2, 0];
        var effects = Effects(point => slopes.Zip(point, static (slope, x) => slope * x).Sum(), 3);
        for (var factor = 0; factor < 3; factor++)
        {
            Assert.Equal(slopes[factor], effects[factor].Mean.Value, 1e-12);
            Assert.Equal(Math.Abs(slopes[factor]), effects[factor].MeanSize.Value, 1e-12);
            Assert.Equal(0, effects[factor].Deviation, 1e-12);
        }
    }

    [Fact]
    public void Elementary_effects_show_interaction()
    {
        // f = x1 x2 on four levels with steps of 2/3: the effect of x1 is x2, of mean 1/2 and variance 5/36 over the grid's levels.
        var effects = Effects(static point => point[0] * point[1], 2, trajectories: 2000);
        Assert.Equal(0.5, effects[0].Mean.Value, 0.03);
        Assert.Equal(Math.Sqrt(5.0 / 36), effects[0].Deviation, 0.02);
    }

    [Fact]
    public void A_quadratic_surface_is_found_again()
    {
        static double Truth(double x, double y) => 2 + (3 * x) - y + (0.5 * x * x) - (x * y) + (2 * y * y);
        var points = LatinHypercube.Points(40, 2, 3).Select(static point => (X: 100 + (50 * point[0]), Y: -3 + point[1], Answer: Truth(100 + (50 * point[0]), -3 + point[1]))).ToList();
        var surface = QuadraticSurface.Fit(points)!;
        Assert.Equal(Truth(120, -2.4), surface.At(120, -2.4), 1e-6 * Truth(120, -2.4));
        Assert.Equal(1, surface.ExplainedRatio, 1e-9);
        Assert.Null(QuadraticSurface.Fit([.. points.Take(5)]));
        Assert.Null(QuadraticSurface.Fit([.. points.Select(static point => (point.X, 1.0, point.Answer))]));
    }

    private static double Angle(double share) => Math.PI * ((2 * share) - 1);

    private static SobolIndex[] Indices(int factors, Func<double[], double> answer)
    {
        var points = new SobolSequence(2 * factors).Scrambled(Rows, 5);
        double[] At(Func<double[], int, double> coordinate) => [.. points.Select(point => answer([.. Enumerable.Range(0, factors).Select(factor => coordinate(point, factor))]))];
        return SobolIndices.Of(
            At(static (point, factor) => point[factor]),
            At((point, factor) => point[factors + factor]),
            [.. Enumerable.Range(0, factors).Select(mixed => At((point, factor) => point[factor == mixed ? factors + factor : factor]))]);
    }

    private static ElementaryEffect[] Effects(Func<double[], double> answer, int factors, int trajectories = 20)
    {
        var effects = Enumerable.Range(0, factors).Select(_ => new List<double>()).ToArray();
        foreach (var (points, moved) in MorrisDesign.Trajectories(trajectories, factors, 4, 9))
        {
            for (var move = 0; move < factors; move++)
            {
                var step = points[move + 1][moved[move]] - points[move][moved[move]];
                Assert.Equal(2.0 / 3, Math.Abs(step), 1e-12);
                effects[moved[move]].Add((answer(points[move + 1]) - answer(points[move])) / step);
            }
        }

        return [.. effects.Select(static values => ElementaryEffect.Of([.. values]))];
    }

    private void AssertIndices((double First, double Total)[] expected, SobolIndex[] found)
    {
        for (var factor = 0; factor < expected.Length; factor++)
        {
            output.WriteLine($"x{factor + 1}: first {found[factor].First.Value:0.0000} ({expected[factor].First:0.0000}), total {found[factor].Total.Value:0.0000} ({expected[factor].Total:0.0000}), half-widths {found[factor].First.HalfWidth:0.000}, {found[factor].Total.HalfWidth:0.000}");
            Assert.Equal(expected[factor].First, found[factor].First.Value, Tolerance);
            Assert.Equal(expected[factor].Total, found[factor].Total.Value, Tolerance);
        }
    }
}
