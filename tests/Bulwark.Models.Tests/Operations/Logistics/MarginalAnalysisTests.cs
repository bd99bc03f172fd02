using Bulwark.Core.Randomness;
using Bulwark.Operations.Logistics;

namespace Bulwark.Models.Tests.Operations.Logistics;

public class MarginalAnalysisTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Every_point_of_the_curve_is_the_best_for_its_cost(uint instance)
    {
        var items = Items(instance, 3);
        var plan = MarginalAnalysis.Solve(items, 2, 60, SpareGoal.Backorders);
        Assert.True(plan.Curve.Count > 4);
        foreach (var step in plan.Curve)
        {
            var best = Enumerate(items, step.CostUsd).Min(static choice => choice.Backorders);
            Assert.Equal(best, step.BackordersCount, 1e-9);
        }

        var byShare = MarginalAnalysis.Solve(items, 2, 60, SpareGoal.Availability);
        foreach (var step in byShare.Curve) Assert.Equal(Enumerate(items, step.CostUsd).Max(static choice => choice.Share), step.AvailabilityShare, 1e-9);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    public void Between_the_points_the_bound_holds_and_the_budget_is_kept(uint instance)
    {
        var items = Items(instance, 3);
        for (var budget = 0.0; budget < 60; budget += 3.7)
        {
            var plan = MarginalAnalysis.Solve(items, 2, budget, SpareGoal.Backorders);
            Assert.True(plan.CostUsd <= budget + 1e-9);
            Assert.Equal(plan.CostUsd, items.Select((item, index) => item.UnitCostUsd * plan.Stocks[index]).Sum(), 1e-9);
            var best = Enumerate(items, budget).Min(static choice => choice.Backorders);
            Assert.InRange(best, plan.BoundBackordersCount - 1e-9, plan.BackordersCount + 1e-9);
            if (plan.IsOptimal) Assert.Equal(plan.Curve[^1].BackordersCount, plan.BackordersCount, 1e-12);
        }
    }

    [Fact]
    public void More_money_never_makes_things_worse()
    {
        var items = Items(20, 12);
        var last = double.PositiveInfinity;
        for (var budget = 0.0; budget < 400; budget += 25)
        {
            var plan = MarginalAnalysis.Solve(items, 2, budget, SpareGoal.Backorders);
            Assert.True(plan.BackordersCount <= last + 1e-12);
            last = plan.BackordersCount;
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => MarginalAnalysis.Solve(items, 2, -1, SpareGoal.Backorders));
        Assert.Throws<ArgumentOutOfRangeException>(() => MarginalAnalysis.Solve([new SpareItem("x", PipelineDistribution.Poisson(1), 0, 1)], 2, 1, SpareGoal.Backorders));
    }

    private static List<SpareItem> Items(uint instance, int count)
    {
        var random = new RandomStream(77, 0, instance, RandomPurpose.General);
        return [.. Enumerable.Range(0, count).Select(index => new SpareItem($"part-{index}", PipelineDistribution.Poisson(random.Uniform(0.2, 3)), Math.Round(random.Uniform(2, 11), 1), 1 + (int)random.Uniform(0, 4)))];
    }

    private static IEnumerable<(double Backorders, double Share)> Enumerate(List<SpareItem> items, double budget)
    {
        var most = items.Select(item => (int)(budget / item.UnitCostUsd) + 1).ToArray();
        for (var a = 0; a <= most[0]; a++)
        {
            for (var b = 0; b <= most[1]; b++)
            {
                for (var c = 0; c <= most[2]; c++)
                {
                    int[] stock = [a, b, c];
                    if (items.Select((item, index) => item.UnitCostUsd * stock[index]).Sum() > budget + 1e-9) continue;
                    var backorders = items.Select((item, index) => item.Pipeline.BackordersCount(stock[index])).ToArray();
                    yield return (backorders.Sum(), Availability.ProductShare([.. items.Select((item, index) => (backorders[index], item.PerSystem))], 2));
                }
            }
        }
    }
}
