using Bulwark.Operations.Logistics;
using Bulwark.Operations.Saturation;

namespace Bulwark.Models.Tests.Operations.Logistics;

public class PipelineTests
{
    [Theory]
    [InlineData(0.3)]
    [InlineData(4)]
    [InlineData(250)]
    public void The_moments_are_those_asked_for(double mean)
    {
        var poisson = PipelineDistribution.Poisson(mean);
        Assert.Equal(mean, poisson.MeanCount, 1e-9 * mean);
        Assert.Equal(mean, poisson.VarianceCount2, 1e-8 * mean);
        var negative = PipelineDistribution.NegativeBinomial(mean, 1.7 * mean);
        Assert.Equal(mean, negative.MeanCount, 1e-9 * mean);
        Assert.Equal(1.7 * mean, negative.VarianceCount2, 1e-7 * mean);
    }

    [Fact]
    public void Batches_of_one_are_single_demands_and_larger_ones_scatter_more()
    {
        var single = PipelineDistribution.Poisson(2.5);
        Assert.Equal(single.BackordersCount(3), PipelineDistribution.CompoundPoisson(2.5, [1]).BackordersCount(3), 1e-12);

        // A geometric Poisson variable has mean λm and variance λ(2m² − m).
        var batches = PipelineDistribution.GeometricBatches(2.5, 3);
        Assert.Equal(7.5, batches.MeanCount, 1e-9);
        Assert.Equal(2.5 * ((2 * 9) - 3), batches.VarianceCount2, 1e-7);
        var pairs = PipelineDistribution.CompoundPoisson(1.2, [0, 1]);
        Assert.Equal(2.4, pairs.MeanCount, 1e-9);
        Assert.Equal(4.8, pairs.VarianceCount2, 1e-8);
        Assert.Equal(Math.Exp(-1.2), pairs.FillShare(1), 1e-12);
        Assert.Equal(pairs.FillShare(1), pairs.FillShare(2), 1e-15);
    }

    [Fact]
    public void Metric_is_below_the_exact_result_and_the_two_moment_model_close_to_it()
    {
        var item = new TwoEchelonItem([1e-6, 3e-6], 9e5, 2e5, 2, [1, 2]);
        var (metric, varied, exact) = (item.Metric().TotalBackordersCount, item.VariMetric().TotalBackordersCount, item.Exact().TotalBackordersCount);
        Assert.True(metric < exact);
        Assert.InRange(varied, 0.97 * exact, 1.03 * exact);
        Assert.Equal(item.VariMetric().PipelineVarianceCount2[1], item.Exact().PipelineVarianceCount2[1], 1e-9);
    }

    [Fact]
    public void Thinning_a_poisson_number_gives_a_poisson_number()
    {
        var thinned = PipelineDistribution.Poisson(6).Thinned(0.25);
        for (var stock = 0; stock < 8; stock++) Assert.Equal(PipelineDistribution.Poisson(1.5).BackordersCount(stock), thinned.BackordersCount(stock), 1e-12);
        Assert.Equal(PipelineDistribution.Poisson(3.5).BackordersCount(2), PipelineDistribution.Poisson(1.5).Plus(PipelineDistribution.Poisson(2)).BackordersCount(2), 1e-12);
    }

    [Fact]
    public void Wrong_numbers_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PipelineDistribution.Poisson(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PipelineDistribution.Poisson(double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PipelineDistribution.NegativeBinomial(2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => PipelineDistribution.CompoundPoisson(1, [0.5]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new MachineRepair(3, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => QueueFormulas.BlockingProbability(1, double.PositiveInfinity));
        Assert.Throws<ArgumentOutOfRangeException>(() => new LearningCurve(0.5));
    }
}
