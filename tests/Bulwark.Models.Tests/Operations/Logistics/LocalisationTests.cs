using Bulwark.Core.Randomness;
using Bulwark.Operations.Logistics;

namespace Bulwark.Models.Tests.Operations.Logistics;

public class LocalisationTests
{
    [Fact]
    public void Small_instances_match_enumeration()
    {
        var feasible = 0;
        for (var instance = 0u; instance < 60; instance++)
        {
            var items = Items(instance, 10);
            var floor = 0.2 + (0.012 * instance);
            var plan = LocalisationSolver.Solve(items, floor);
            var best = double.PositiveInfinity;
            for (var choice = 0; choice < 1 << items.Count; choice++)
            {
                var (share, cost, isAllowed) = (1.0, 0.0, true);
                for (var item = 0; item < items.Count; item++)
                {
                    var home = (choice >> item & 1) == 1;
                    isAllowed &= !home || !items[item].IsFixedAbroad;
                    share *= home ? items[item].HomeShare : items[item].AbroadShare;
                    cost += home ? items[item].CostUsd : 0;
                }

                if (isAllowed && share >= floor * (1 - 1e-12)) best = Math.Min(best, cost);
            }

            Assert.Equal(double.IsFinite(best), plan.IsFeasible);
            if (!plan.IsFeasible) continue;
            feasible++;
            Assert.Equal(best, plan.CostUsd, 1e-9);
            Assert.True(plan.IsOptimal);
            Assert.True(plan.AvailabilityShare >= floor * (1 - 1e-9));
            Assert.DoesNotContain(true, items.Select((item, index) => item.IsFixedAbroad && plan.AtHome[index]));
        }

        Assert.InRange(feasible, 20, 59);
    }

    [Fact]
    public void A_higher_floor_and_dearer_production_never_cost_less()
    {
        for (var instance = 0u; instance < 20; instance++)
        {
            var items = Items(instance, 40);
            var lastCost = double.NegativeInfinity;
            for (var floor = 0.05; floor < 0.9; floor += 0.05)
            {
                var plan = LocalisationSolver.Solve(items, floor);
                if (!plan.IsFeasible) break;
                Assert.True(plan.CostUsd >= lastCost - 1e-9);
                lastCost = plan.CostUsd;
                var dearer = LocalisationSolver.Solve([.. items.Select(static item => item with { CostUsd = item.CostUsd > 0 ? 1.3 * item.CostUsd : item.CostUsd })], floor);
                Assert.True(dearer.CostUsd >= plan.CostUsd - 1e-9);
            }
        }
    }

    [Fact]
    public void A_floor_out_of_reach_is_told_with_the_highest_that_is_not()
    {
        LocalisationItem[] items = [new("radar", 0.6, 0.95, 10, IsFixedAbroad: true), new("cable", 0.7, 0.9, 1, IsFixedAbroad: false)];
        var plan = LocalisationSolver.Solve(items, 0.8);
        Assert.False(plan.IsFeasible);
        Assert.Equal(0.54, plan.EverythingShare, 1e-12);
        Assert.Equal(0.42, plan.NothingShare, 1e-12);
        Assert.Equal([false, true], plan.AtHome);
        Assert.True(LocalisationSolver.Solve(items, 0.5).IsOptimal);
        Assert.Throws<ArgumentOutOfRangeException>(() => LocalisationSolver.Solve(items, 0));
    }

    [Fact]
    public void A_search_cut_short_still_tells_its_bound()
    {
        var items = Items(5, 40);
        var floor = 0.7 * LocalisationSolver.Solve(items, 1).EverythingShare;
        var full = LocalisationSolver.Solve(items, floor);
        var cut = LocalisationSolver.Solve(items, floor, 25);
        Assert.True(full.IsOptimal);
        Assert.True(cut.BoundUsd <= full.CostUsd + 1e-9);
        Assert.True(cut.CostUsd >= full.CostUsd - 1e-9);
    }

    private static List<LocalisationItem> Items(uint instance, int count)
    {
        var random = new RandomStream(78, 0, instance, RandomPurpose.General);
        return
        [
            .. Enumerable.Range(0, count).Select(index =>
            {
                var home = random.Uniform(0.97, 1);
                return new LocalisationItem($"part-{index}", home * random.Uniform(0.6, 1), home, random.Uniform(-1, 20), random.NextUnit() < 0.2);
            }),
        ];
    }
}
