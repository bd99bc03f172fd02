using Bulwark.Core.Randomness;
using Bulwark.Studies.Statistics;

namespace Bulwark.Workbench.Tests.Studies.Statistics;

/// <summary>Over 1,000 repeated studies a 95 % interval holds the true value in 93 to 97 % of them; three standard errors of that share are 2 %.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    private const int Studies = 1000;

    [Theory]
    [InlineData(10)]
    [InlineData(50)]
    public void The_mean_of_normal_values(int count) =>
        AssertNominal($"mean of {count} normal values", study => Means.Of(Draw(study, count, static (ref RandomStream stream) => stream.Normal(3, 2))).Contains(3));

    [Fact]
    public void The_mean_of_skew_values() =>
        AssertNominal("mean of 200 exponential values", static study => Means.Of(Draw(study, 200, static (ref RandomStream stream) => stream.Exponential(5))).Contains(5));

    [Theory]
    [InlineData(0.5, 100)]
    [InlineData(0.1, 200)]
    [InlineData(0.9, 60)]
    public void A_proportion_by_Wilson(double truth, int count) =>
        AssertNominal($"Wilson, {truth} of {count}", study => Proportions.Wilson(Draw(study, count, (ref RandomStream stream) => stream.Chance(truth) ? 1 : 0).Count(static value => value > 0), count).Contains(truth));

    [Fact]
    public void An_exact_proportion_covers_at_least_as_often()
    {
        var share = Share(static study => Proportions.Exact(Draw(study, 50, static (ref RandomStream stream) => stream.Chance(0.05) ? 1 : 0).Count(static value => value > 0), 50).Contains(0.05));
        output.WriteLine($"exact: {share:0.0 %}");
        Assert.InRange(share, 0.95, 1);
    }

    [Fact]
    public void A_quantile_whatever_the_distribution() =>
        AssertNominal("0.8 quantile of 300 exponential values", static study => SampleQuantiles.Of(Draw(study, 300, static (ref RandomStream stream) => stream.Exponential(1)), 0.8).Contains(-Math.Log(0.2)));

    [Fact]
    public void A_paired_difference() =>
        AssertNominal("paired difference of 40", static study =>
        {
            var shared = Draw(study, 40, static (ref RandomStream stream) => stream.Normal(0, 3));
            var second = Draw(study + Studies, 40, static (ref RandomStream stream) => stream.Normal(0.7, 1));
            return PairedDifference.Of(shared, [.. shared.Zip(second, static (common, own) => common + own)]).Difference.Contains(0.7);
        });

    [Fact]
    public void A_mean_after_stopping_when_the_interval_is_narrow_enough() =>
        AssertNominal("stopped at a half-width of 0.25", static study =>
        {
            // As studies stop: looks after every batch of 25, first at 50.
            var stream = new RandomStream(11, (uint)study, 0, RandomPurpose.General);
            var moments = new RunningMoments();
            while (moments.Count < 50 || moments.MeanEstimate(0.95).HalfWidth > 0.25)
            {
                for (var value = 0; value < 25; value++) moments.Add(stream.Exponential(1.5));
            }

            return moments.MeanEstimate(0.95).Contains(1.5);
        });

    [Fact]
    public void A_confidence_sequence_covers_at_every_look_together()
    {
        var share = Share(static study =>
        {
            var stream = new RandomStream(12, (uint)study, 0, RandomPurpose.General);
            var moments = new RunningMoments();
            for (var value = 0; value < 2000; value++)
            {
                moments.Add(stream.Normal(1, 4));
                if (moments.Count >= ConfidenceSequence.FirstLook && !ConfidenceSequence.Of(moments, 200).Contains(1)) return false;
            }

            return true;
        });
        output.WriteLine($"confidence sequence over 1981 looks: {share:0.0 %}");
        Assert.InRange(share, 0.94, 1);
    }

    [Fact]
    public void Looking_after_every_value_at_an_ordinary_interval_would_not()
    {
        var share = Share(static study =>
        {
            var stream = new RandomStream(12, (uint)study, 0, RandomPurpose.General);
            var moments = new RunningMoments();
            for (var value = 0; value < 500; value++)
            {
                moments.Add(stream.Normal(1, 4));
                if (moments.Count >= ConfidenceSequence.FirstLook && !moments.MeanEstimate(0.95).Contains(1)) return false;
            }

            return true;
        });
        Assert.InRange(share, 0, 0.85);
    }

    [Fact]
    public void Common_luck_cuts_the_variance_of_a_difference()
    {
        // A queueing example with a closed answer: waits max(0, service - gap) under two mean service times share all their luck.
        // Both alternatives take exponential draws by the same uniform numbers; the difference of means 1.1 and 1.0 has variance
        // (0.1)^2 with common luck against 1.1^2 + 1 without: a factor of 221.
        var first = Draw(1, 100_000, static (ref RandomStream stream) => stream.Exponential(1.0));
        var second = Draw(1, 100_000, static (ref RandomStream stream) => stream.Exponential(1.1));
        var paired = PairedDifference.Of(first, second);
        output.WriteLine($"variance reduction {paired.VarianceReductionFactor:0.0}");
        Assert.Equal(221, paired.VarianceReductionFactor, 0.01);
        Assert.Equal(1, paired.CorrelationRatio, 1e-12);
        Assert.True(paired.Difference.Contains(0.1));
    }

    private delegate double Drawing(ref RandomStream stream);

    private static double[] Draw(int study, int count, Drawing draw)
    {
        var stream = new RandomStream(7, (uint)study, 0, RandomPurpose.General);
        var values = new double[count];
        for (var index = 0; index < count; index++) values[index] = draw(ref stream);
        return values;
    }

    private static double Share(Func<int, bool> covers) => Enumerable.Range(0, Studies).Count(covers) / (double)Studies;

    private void AssertNominal(string what, Func<int, bool> covers)
    {
        var share = Share(covers);
        output.WriteLine($"{what}: {share:0.0 %}");
        Assert.InRange(share, 0.93, 0.97);
    }
}
