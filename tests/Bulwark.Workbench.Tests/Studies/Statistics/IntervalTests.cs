using Bulwark.Studies.Statistics;

namespace Bulwark.Workbench.Tests.Studies.Statistics;

/// <summary>Intervals against values of SciPy 1.10 (stats.t, stats.binomtest) and of Newcombe 1998; the last printed digits differ by rounding only.</summary>
public sealed class IntervalTests
{
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData(1, 0.975, 12.706204736432095)]
    [InlineData(2, 0.975, 4.302652729911275)]
    [InlineData(5, 0.975, 2.5705818366147395)]
    [InlineData(30, 0.975, 2.0422724563012373)]
    [InlineData(199, 0.975, 1.971956544249395)]
    [InlineData(15000, 0.975, 1.9601221485006028)]
    [InlineData(1, 0.6, 0.32491969623407446)]
    [InlineData(5, 0.4, -0.2671808657039658)]
    [InlineData(15000, 0.6, 0.2533515966520175)]
    public void Students_quantiles(double freedom, double probability, double expected) => Assert.Equal(expected, StudentT.Quantile(probability, freedom), Rounding * Math.Abs(expected));

    [Fact]
    public void Students_quantile_becomes_the_normal_one() => Assert.Equal(StudentT.Quantile(0.975, 20_000), StudentT.Quantile(0.975, 20_001), 1e-7);

    [Theory]
    [InlineData(0, 10, 0, 0.27753279986288926, 0, 0.30849710781876294)]
    [InlineData(3, 10, 0.10779126740630102, 0.6032218525388546, 0.06673951117773447, 0.652452850060008)]
    [InlineData(10, 10, 0.7224672001371109, 1, 0.6915028921812371, 1)]
    [InlineData(81, 263, 0.2552885198782742, 0.36620957698280004, 0.25273674558504283, 0.3676219226013475)]
    [InlineData(15, 148, 0.06238639953073629, 0.16048724172330803, 0.05784401008344803, 0.16165049034947895)]
    [InlineData(500, 100000, 0.004581445312245602, 0.005456583669211608, 0.004572244150070556, 0.005456841177058692)]
    public void Proportions_have_Wilsons_and_exact_intervals(long successes, long count, double wilsonLow, double wilsonHigh, double exactLow, double exactHigh)
    {
        var (wilson, exact) = (Proportions.Wilson(successes, count), Proportions.Exact(successes, count));
        Assert.Equal(wilsonLow, wilson.Low, Rounding);
        Assert.Equal(wilsonHigh, wilson.High, Rounding);
        Assert.Equal(exactLow, exact.Low, Rounding);
        Assert.Equal(exactHigh, exact.High, Rounding);
        Assert.Equal(successes / (double)count, wilson.Value);
        Assert.Equal(count, exact.Count);
    }

    [Fact]
    public void Nothing_is_known_without_data()
    {
        Assert.True(double.IsNaN(Means.Of([]).Value));
        Assert.Equal(double.PositiveInfinity, Means.Of([3]).HalfWidth);
        Assert.Equal((0.0, 1.0), (Proportions.Wilson(0, 0).Low, Proportions.Exact(0, 0).High));
        Assert.Equal(0, SampleQuantiles.Of([], 0.5).Count);
    }

    [Fact]
    public void The_mean_of_a_textbook_sample()
    {
        // t(0.975, 4) = 2.7764451; mean 3, deviation 1.5811388.
        var mean = Means.Of([1, 2, 3, 4, 5]);
        Assert.Equal(3, mean.Value);
        Assert.Equal(2.7764451 * 1.5811388 / Math.Sqrt(5), mean.HalfWidth, 1e-6);
        Assert.Equal(mean, Means.OfGroups([[1, 1], [2], [], [3], [4], [5, 5, 5]]));
    }

    [Fact]
    public void Sample_quantiles_are_those_of_R()
    {
        // R: quantile(c(1, 2, 4, 8, 16), c(.1, .5, .9)) = 1.4, 4, 12.8.
        double[] sorted = [1, 2, 4, 8, 16];
        Assert.Equal([1.4, 4, 12.8], new[] { 0.1, 0.5, 0.9 }.Select(probability => Math.Round(SampleQuantiles.At(sorted, probability), 12)));
        var bands = QuantileBands.Of([[1, 10], [3, 30], [2, 20]], [0, 0.5, 1]);
        Assert.Equal([[1, 10], [2, 20], [3, 30]], bands);
    }

    [Fact]
    public void The_interval_of_a_median_is_between_the_published_ranks()
    {
        // Conover 1999, section 3.2: of 16 values, the 4th and 13th enclose the median with 0.979; of 5, nothing encloses it with 0.95.
        var median = SampleQuantiles.Of([.. Enumerable.Range(1, 16).Select(static value => (double)value)], 0.5);
        Assert.Equal((4.0, 13.0), (median.Low, median.High));
        Assert.Equal(double.NegativeInfinity, SampleQuantiles.Of([1, 2, 3, 4, 5], 0.5).Low);
    }
}
