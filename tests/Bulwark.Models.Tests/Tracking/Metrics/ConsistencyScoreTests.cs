using Bulwark.Core.Randomness;
using Bulwark.Tracking.Metrics;

namespace Bulwark.Models.Tests.Tracking.Metrics;

/// <summary>The consistency of covariances with errors.</summary>
public class ConsistencyScoreTests
{
    [Fact]
    public void TheBandIsTheChiSquareTables()
    {
        // Chi-square quantiles of 30 and 100 degrees of freedom at 2.5 and 97.5 %: Abramowitz and Stegun, table 26.8.
        var (small, large) = (new ConsistencyScore(3), new ConsistencyScore(2));
        for (var k = 0; k < 10; k++) small.AddSquared(3);
        for (var k = 0; k < 50; k++) large.AddSquared(2);
        Assert.Equal(16.7908 / 30, small.LowRatio, 1e-5);
        Assert.Equal(46.9792 / 30, small.HighRatio, 1e-5);
        Assert.Equal(74.2219 / 100, large.LowRatio, 1e-5);
        Assert.Equal(129.561 / 100, large.HighRatio, 1e-5);

        // Where the approximation takes over: 102 degrees, quantiles by scipy.stats.chi2.
        large.AddSquared(2);
        Assert.Equal(75.945700 / 102, large.LowRatio, 1e-4);
        Assert.Equal(131.837533 / 102, large.HighRatio, 1e-4);
    }

    [Theory]
    [InlineData(1.0, 0.92, 0.98)]
    [InlineData(0.7, 0.0, 0.01)]
    [InlineData(1.4, 0.0, 0.01)]
    public void HonestCovariancesPassNineteenTimesInTwentyAndOthersDoNot(double claimed, double least, double most)
    {
        // Errors of covariance L L', L lower triangular; 1000 repetitions, so that 0.95 has a standard deviation of 0.007.
        double[] lower = [2, 0, 0, 1, 3, 0, -1, 0.5, 1.5];
        var covariance = new double[9];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                for (var k = 0; k < 3; k++) covariance[(row * 3) + column] += claimed * lower[(row * 3) + k] * lower[(column * 3) + k];
            }
        }

        var random = new RandomStream(7, 0, 0, RandomPurpose.General);
        var (passed, meanSum) = (0, 0.0);
        Span<double> error = stackalloc double[3];
        for (var repetition = 0; repetition < 1000; repetition++)
        {
            var score = new ConsistencyScore(3);
            for (var trial = 0; trial < 200; trial++)
            {
                double[] draw = [random.Normal(), random.Normal(), random.Normal()];
                for (var row = 0; row < 3; row++) error[row] = (lower[row * 3] * draw[0]) + (lower[(row * 3) + 1] * draw[1]) + (lower[(row * 3) + 2] * draw[2]);
                score.Add(error, covariance);
            }

            if (score.IsConsistent) passed++;
            meanSum += score.MeanRatio;
        }

        Assert.InRange(passed / 1000.0, least, most);
        Assert.Equal(1 / claimed, meanSum / 1000, 0.01);
    }

    [Fact]
    public void AnUnusableCovarianceIsCounted()
    {
        var score = new ConsistencyScore(2);
        score.Add([1, 1], [1, 2, 2, 1]);
        score.AddSquared(double.NaN);
        Assert.Equal(2, score.Unusable);
        Assert.Equal(0, score.Count);
        Assert.False(score.IsConsistent);
    }
}
