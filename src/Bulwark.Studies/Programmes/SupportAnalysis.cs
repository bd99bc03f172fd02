using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// The analytic view of a programme: typical figures, all units there, steady state. Each part number is a two-echelon item by
/// VARI-METRIC, or a single stock by Palm when its base has no depot; each part is missing
/// with its share of the expected backorders, by itself, and the unit is ready when its structure has enough. Capacities of shops and
/// lines and batches count for nothing here; the simulation has them.
/// </summary>
public sealed class SupportAnalysis
{
    private readonly ProgrammePlan _plan;
    private readonly List<SupportItem> _items = [];
    private readonly List<int> _units;

    /// <summary>Analyses a plan.</summary>
    /// <param name="plan">The plan.</param>
    public SupportAnalysis(ProgrammePlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        _plan = plan;
        var sites = plan.Programme.Sites;
        _units = [.. Enumerable.Range(0, plan.Programme.Units.Count).Where(IsExpected)];
        for (var part = 0; part < plan.Components.Count; part++)
        {
            var entry = plan.Components[part].Entry;
            var demand = new double[sites.Count];
            var count = 0;
            foreach (var index in _units)
            {
                var unit = plan.Programme.Units[index];
                var quantity = Quantity(index, part);
                count = Math.Max(count, quantity);
                demand[sites.Select(static (site, at) => (site, at)).First(pair => pair.site.Id == unit.Site).at] += quantity * Rate(unit, entry);
            }

            if (demand.Sum() > 0) _items.Add(new SupportItem(part, count, demand));
        }
    }

    /// <summary>Expected readiness of a unit in the steady state with stocks as the programme has them.</summary>
    public double ReadyShare
    {
        get
        {
            var missing = new double[_plan.Components.Count];
            foreach (var item in _items)
            {
                var entry = _plan.Components[item.Part].Entry;
                var fitting = item.DemandHz.Sum() * entry.ReplaceS.TypicalSi;
                missing[item.Part] = Math.Min(1, (fitting + Backorders(item, entry.BaseStock, entry.DepotStock)) / (Units * item.PerUnit));
            }

            return _units.Count == 0 ? double.NaN : _plan.ReadyShare(_units[0], missing);
        }
    }

    private int Units => Math.Max(1, _units.Count);

    // A unit that only an option brings is not counted on.
    private bool IsExpected(int unit) =>
        !_plan.Programme.Contracts.Any(contract => contract.ExercisedProbability < 0.5 && contract.Deliveries.Any(delivery => delivery.Rounds == 0 && delivery.Unit == _plan.Programme.Units[unit].Id));

    /// <summary>Buys spares for the depots (for the bases where there is none) by marginal analysis, beginning from nothing.</summary>
    /// <param name="budgetUsd">Money.</param>
    /// <param name="goal">What they are bought for.</param>
    /// <returns>The plan, and the part numbers in its order.</returns>
    public (SparePlan Plan, IReadOnlyList<int> Parts) Buy(double budgetUsd, SpareGoal goal)
    {
        var items = _items.Where(item => _plan.Components[item.Part].Entry.PriceUsd.TypicalSi > 0).ToList();
        List<SpareItem> spares = [.. items.Select(item => new SpareItem(_plan.Components[item.Part].Id, PipelineDistribution.Poisson(Math.Min(1e4, item.DemandHz.Sum() * ResupplyS(item))), _plan.Components[item.Part].Entry.PriceUsd.TypicalSi, item.PerUnit))];
        return (MarginalAnalysis.Solve(spares, Units, budgetUsd, goal), [.. items.Select(static item => item.Part)]);
    }

    /// <summary>The question of localisation: what each component would leave ready at the end of an embargo, from abroad and made at home.</summary>
    /// <param name="question">The question.</param>
    /// <param name="floorShare">Readiness wanted; the question's own when null.</param>
    /// <param name="embargoFromUtc">When the embargo begins; its own date when null. Its length stays.</param>
    /// <param name="costFactor">What the price made at home is multiplied with besides the source's own factor.</param>
    /// <returns>The plan, and the entries of the components in its order.</returns>
    /// <exception cref="ArgumentException">The programme has no such embargo with an end.</exception>
    public (LocalisationPlan Plan, IReadOnlyList<(Component Component, LocalisationItem Item)> Items) Localise(LocalisationQuestion question, double? floorShare = null, DateTimeOffset? embargoFromUtc = null, double costFactor = 1)
    {
        ArgumentNullException.ThrowIfNull(question);
        var embargo = _plan.Programme.Events.FirstOrDefault(one => one.Id == question.Event && one.Kind == SupplyEventKind.Embargo) ?? throw new ArgumentException($"There is no embargo '{question.Event}'.", nameof(question));
        if (embargo.ToUtc is not { } to) throw new ArgumentException($"The embargo '{question.Event}' has no end.", nameof(question));
        var from = embargoFromUtc ?? embargo.FromUtc;
        to = from + (to - embargo.FromUtc);
        var exposure = new EmbargoExposure(_plan, embargo, from, to, costFactor);
        List<(Component Component, LocalisationItem Item)> items = [.. _items.GroupBy(item => _plan.Components[item.Part].EntryIndex).Select(group => exposure.Item(_plan.Programme.Components[group.Key], [.. group], ResupplyS, _units))];
        return (LocalisationSolver.Solve([.. items.Select(static pair => pair.Item)], floorShare ?? question.FloorShare), items);
    }

    private double Backorders(SupportItem item, int baseStock, int depotStock)
    {
        var (sites, entry) = (_plan.Programme.Sites, _plan.Components[item.Part].Entry);
        var total = 0.0;
        foreach (var depot in sites.Select(static (site, at) => (site, at)).Where(pair => pair.site.Kind == SiteKind.Depot))
        {
            var bases = Enumerable.Range(0, sites.Count).Where(at => sites[at].Depot == depot.site.Id && item.DemandHz[at] > 0).ToList();
            if (bases.Count == 0) continue;
            if (entry.Repair == RepairPlace.Base)
            {
                total += bases.Sum(at => PipelineDistribution.Poisson(Math.Min(1e4, item.DemandHz[at] * entry.RepairS.TypicalSi)).BackordersCount(baseStock));
                continue;
            }

            var two = new TwoEchelonItem([.. bases.Select(at => item.DemandHz[at])], DepotResupplyS(entry), bases.Average(at => sites[at].ShipS.TypicalSi), depotStock, [.. bases.Select(_ => baseStock)])
            {
                BaseRepairShare = entry.BaseRepairShare.TypicalSi,
                BaseRepairS = entry.BaseRepairS.TypicalSi,
            };
            total += two.VariMetric().TotalBackordersCount;
        }

        return total + Enumerable.Range(0, sites.Count).Where(at => sites[at].Depot.Length == 0 && item.DemandHz[at] > 0)
            .Sum(at => PipelineDistribution.Poisson(Math.Min(1e4, item.DemandHz[at] * ResupplyS(item))).BackordersCount(baseStock));
    }

    // Mean time from a failure to the spare that replaces it in the store.
    private double ResupplyS(SupportItem item)
    {
        var entry = _plan.Components[item.Part].Entry;
        return (entry.BaseRepairShare.TypicalSi * entry.BaseRepairS.TypicalSi) + ((1 - entry.BaseRepairShare.TypicalSi) * DepotResupplyS(entry));
    }

    // The same for what the base does not mend itself.
    private static double DepotResupplyS(Component entry)
    {
        var buy = entry.Sources.Count > 0 ? entry.Sources[0].LeadS.TypicalSi : 0;
        var condemned = entry.Repair == RepairPlace.Nowhere ? 1 : entry.CondemnedShare.TypicalSi;
        return (condemned * buy) + ((1 - condemned) * entry.RepairS.TypicalSi);
    }

    private int Quantity(int unit, int part) => _plan.QuantityOf(unit, part);

    private static double Rate(ProgrammeUnit unit, Component entry) => (unit.UseRatio.TypicalSi / entry.BetweenFailuresS.TypicalSi) + (unit.MovesPerS.TypicalSi / entry.BetweenMovesCount.TypicalSi);
}
