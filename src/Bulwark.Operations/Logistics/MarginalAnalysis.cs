namespace Bulwark.Operations.Logistics;

/// <summary>
/// Buys, one at a time, the spare that helps most for its price (C. C. Sherbrooke, Optimal Inventory Modeling of Systems, 2nd edition
/// 2004, chapter 2). Backorders fall ever more slowly with each further spare of a kind (they are convex, and the logarithm of
/// availability concave), so every point passed on the way is optimal for its cost (B. Fox, Management Science 13 (1966) 210-216).
/// What is left of the budget after the last such point is spent on whatever still fits, and the plan says that it is off the curve.
/// </summary>
public static class MarginalAnalysis
{
    // An availability of zero has no logarithm; the floor keeps the order of what helps.
    private const double LeastShare = 1e-12;

    /// <summary>Buys spares.</summary>
    /// <param name="items">What can be bought.</param>
    /// <param name="systems">Systems that the spares serve, at least 1.</param>
    /// <param name="budgetUsd">Money, not negative.</param>
    /// <param name="goal">What they are bought for.</param>
    /// <exception cref="ArgumentOutOfRangeException">A price is not positive, the budget negative, or there is no system.</exception>
    public static SparePlan Solve(IReadOnlyList<SpareItem> items, int systems, double budgetUsd, SpareGoal goal)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentOutOfRangeException.ThrowIfLessThan(systems, 1);
        if (!(budgetUsd >= 0) || !double.IsFinite(budgetUsd)) throw new ArgumentOutOfRangeException(nameof(budgetUsd), budgetUsd, "A budget is not negative.");
        if (items.Any(static item => !(item.UnitCostUsd > 0))) throw new ArgumentOutOfRangeException(nameof(items), "The price of a spare is positive.");

        var stocks = new int[items.Count];
        var backorders = items.Select(static item => item.Pipeline.BackordersCount(0)).ToArray();
        var curve = new List<SpareStep> { Step(-1, 0) };
        var (spent, isOptimal, bound) = (0.0, true, backorders.Sum());
        while (true)
        {
            var best = Best(double.PositiveInfinity);
            if (best < 0) break;
            if (spent + items[best].UnitCostUsd > budgetUsd * (1 + 1e-12))
            {
                // The efficient curve, drawn as straight pieces, bounds every plan from below.
                bound = backorders.Sum() - (Gain(best, SpareGoal.Backorders) * (budgetUsd - spent) / items[best].UnitCostUsd);
                break;
            }

            Buy(best);
            curve.Add(Step(best, spent));
            bound = backorders.Sum();
        }

        for (var next = Best(budgetUsd - spent); next >= 0; next = Best(budgetUsd - spent))
        {
            Buy(next);
            isOptimal = false;
        }

        return new SparePlan(stocks, spent, backorders.Sum(), Share(), isOptimal, goal == SpareGoal.Backorders ? bound : 0, curve);

        void Buy(int item)
        {
            stocks[item]++;
            spent += items[item].UnitCostUsd;
            backorders[item] = items[item].Pipeline.BackordersCount(stocks[item]);
        }

        int Best(double moneyUsd)
        {
            var (best, ratio) = (-1, 0.0);
            for (var item = 0; item < items.Count; item++)
            {
                if (items[item].UnitCostUsd > moneyUsd * (1 + 1e-12)) continue;
                var worth = Gain(item, goal) / items[item].UnitCostUsd;
                if (worth > ratio && Gain(item, SpareGoal.Backorders) > 1e-12) (best, ratio) = (item, worth);
            }

            return best;
        }

        double Gain(int item, SpareGoal by)
        {
            var next = items[item].Pipeline.BackordersCount(stocks[item] + 1);
            return by == SpareGoal.Backorders ? backorders[item] - next : LogShare(items[item], next, systems) - LogShare(items[item], backorders[item], systems);
        }

        double Share() => Availability.ProductShare([.. items.Select((item, index) => (backorders[index], item.PerSystem))], systems);

        SpareStep Step(int item, double costUsd) => new(item, costUsd, backorders.Sum(), Share());
    }

    private static double LogShare(SpareItem item, double backorders, int systems) => Math.Log(Math.Max(LeastShare, Availability.ItemShare(backorders, item.PerSystem, systems)));
}
