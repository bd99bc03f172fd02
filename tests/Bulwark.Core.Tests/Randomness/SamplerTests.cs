using Bulwark.Core.Randomness;

namespace Bulwark.Core.Tests.Randomness;

/// <summary>
/// Draws against their distributions. The seeds are fixed, so a test passes for ever or never; the limits are those that chance
/// would break once in a thousand. Chi-square limits: NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.4.
/// </summary>
public class SamplerTests
{
    private const int Draws = 100_000;
    private const double KolmogorovLimit = 1.9495;

    private delegate double Sampler(ref RandomStream stream);

    [Fact]
    public void UniformIsUniform()
    {
        var values = Sample(1, static (ref stream) => stream.Uniform(-3, 5));
        CheckMoments(values, 1, 64.0 / 12, 1.0 / 5 * 256);
        CheckDistribution(values, static x => (x + 3) / 8);
    }

    [Fact]
    public void NormalIsNormal()
    {
        var values = Sample(2, static (ref stream) => stream.Normal(10, 2));
        CheckMoments(values, 10, 4, 3 * 16);

        // A hundred and one classes of equal probability have a hundred degrees of freedom: limits 61.918 and 149.449.
        var counts = new int[101];
        foreach (var value in values) counts[(int)(101 * NormalProbability((value - 10) / 2))]++;
        Assert.InRange(ChiSquare(counts, Draws / 101.0), 61.918, 149.449);
    }

    [Fact]
    public void ExponentialIsExponential()
    {
        var values = Sample(3, static (ref stream) => stream.Exponential(0.25));
        CheckMoments(values, 0.25, 0.0625, 9 * 0.0625 * 0.0625);
        CheckDistribution(values, static x => 1 - Math.Exp(-4 * x));
    }

    [Fact]
    public void TriangularIsTriangular()
    {
        var values = Sample(4, static (ref stream) => stream.Triangular(1, 2, 5));
        CheckMoments(values, 8.0 / 3, 13.0 / 18, 2.4 * 13 * 13 / (18 * 18));
        CheckDistribution(values, static x => x < 2 ? (x - 1) * (x - 1) / 4 : 1 - ((5 - x) * (5 - x) / 12));
    }

    [Fact]
    public void PertIsItsBetaDistribution()
    {
        // Mode at a quarter: shapes 2 and 4, whose distribution function is the polynomial 10x^2 - 20x^3 + 15x^4 - 4x^5.
        var values = Sample(5, static (ref stream) => stream.Pert(0, 1, 4));
        CheckMoments(values, 8.0 / 6, 16 * 8.0 / (36 * 7), 2.625 * Math.Pow(16 * 8.0 / (36 * 7), 2));
        CheckDistribution(values, static x => Polynomial(x / 4));

        static double Polynomial(double x) => x * x * (10 + (x * (-20 + (x * (15 - (4 * x))))));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(9.99)]
    [InlineData(10)]
    [InlineData(37.5)]
    [InlineData(1000)]
    public void PoissonIsPoisson(double mean)
    {
        var values = Sample((uint)(600 + mean), (ref stream) => stream.Poisson(mean));
        CheckMoments(values, mean, mean, mean * (1 + (3 * mean)));

        // The distribution function at the middle of its steps, compared at every count that occurs.
        Array.Sort(values);
        var sum = 0.0;
        var index = 0;
        var worst = 0.0;
        for (var count = 0; index < values.Length; count++)
        {
            // Terms by their logarithm: e^-1000 underflows.
            sum += Math.Exp((count * Math.Log(mean)) - mean - LogFactorial(count));
            while (index < values.Length && values[index] <= count) index++;
            worst = Math.Max(worst, Math.Abs(((double)index / Draws) - sum));
        }

        Assert.InRange(worst * Math.Sqrt(Draws), 0, KolmogorovLimit);
    }

    [Fact]
    public void PoissonOfHugeMeansKeepsItsMoments()
    {
        var values = Sample(7, static (ref stream) => stream.Poisson(1e8));
        CheckMoments(values, 1e8, 1e8, 3e16);
    }

    [Fact]
    public void PoissonOfZeroIsZeroAndBadMeansAreRefused()
    {
        var stream = new RandomStream(1, 0, 0, RandomPurpose.General);
        Assert.Equal(0, stream.Poisson(0));
        Refused(static (ref stream) => stream.Poisson(-1));
        Refused(static (ref stream) => stream.Poisson(double.NaN));
        Refused(static (ref stream) => stream.Poisson(2e9));
    }

    [Fact]
    public void ChanceHasItsFrequencyAndAlwaysTakesOneNumber()
    {
        var hits = Sample(8, static (ref stream) => stream.Chance(0.03) ? 1 : 0);
        CheckMoments(hits, 0.03, 0.03 * 0.97, 0.03 * 0.97 * (1 - (3 * 0.03 * 0.97)));
        var always = new RandomStream(9, 0, 0, RandomPurpose.General);
        var never = always;
        Assert.True(always.Chance(1));
        Assert.False(never.Chance(0));
        Assert.Equal(always.NextUInt64(), never.NextUInt64());
        Refused(static (ref stream) => stream.Chance(1.01) ? 1 : 0);
    }

    [Fact]
    public void DrawsByInversionTakeOneNumberAndMoveTogether()
    {
        for (uint i = 0; i < 1_000; i++)
        {
            var left = new RandomStream(10, 0, i, RandomPurpose.General);
            var right = left;
            Assert.True(left.Normal(0, 1) < right.Normal(0.001, 1));
            Assert.True(left.Exponential(1) < right.Exponential(1.001));
            Assert.True(left.Pert(0, 1, 3) < right.Pert(0, 1.001, 3));
            Assert.True(left.Poisson(3) <= right.Poisson(3.001));
            Assert.Equal(left.NextUInt64(), right.NextUInt64());
        }
    }

    private static void Refused(Sampler sampler) => Assert.Throws<ArgumentOutOfRangeException>(() =>
    {
        var stream = new RandomStream(1, 0, 0, RandomPurpose.General);
        sampler(ref stream);
    });

    private static double[] Sample(uint instance, Sampler sampler)
    {
        var stream = new RandomStream(2024, 0, instance, RandomPurpose.General);
        var values = new double[Draws];
        for (var i = 0; i < Draws; i++) values[i] = sampler(ref stream);
        return values;
    }

    /// <summary>Mean and variance within 3.3 standard errors, from the exact variance and fourth central moment.</summary>
    private static void CheckMoments(double[] values, double mean, double variance, double fourthMoment)
    {
        var foundMean = values.Average();
        var foundVariance = values.Sum(value => (value - mean) * (value - mean)) / Draws;
        Assert.Equal(mean, foundMean, 3.3 * Math.Sqrt(variance / Draws));
        Assert.Equal(variance, foundVariance, 3.3 * Math.Sqrt((fourthMoment - (variance * variance)) / Draws));
    }

    /// <summary>Kolmogorov and Smirnov's test at one in a thousand.</summary>
    private static void CheckDistribution(double[] values, Func<double, double> distribution)
    {
        Array.Sort(values);
        var worst = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            var probability = distribution(values[i]);
            worst = Math.Max(worst, Math.Max(probability - ((double)i / Draws), ((i + 1.0) / Draws) - probability));
        }

        Assert.InRange(worst * Math.Sqrt(Draws), 0, KolmogorovLimit);
    }

    private static double ChiSquare(int[] counts, double expected) => counts.Sum(count => (count - expected) * (count - expected) / expected);

    /// <summary>Distribution function of the standard normal by its Taylor series about zero, for arguments up to 6.</summary>
    private static double NormalProbability(double x)
    {
        double term = x, sum = x;
        for (var k = 1; k < 200; k++)
        {
            term *= -x * x * ((2 * k) - 1) / (2.0 * k * ((2 * k) + 1));
            sum += term;
        }

        return Math.Clamp(0.5 + (sum / Math.Sqrt(2 * Math.PI)), 0, Math.BitDecrement(1.0));
    }

    private static double LogFactorial(int n)
    {
        var sum = 0.0;
        for (var k = 2; k <= n; k++) sum += Math.Log(k);
        return sum;
    }
}
