using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>
/// What an embargo leaves of a component at its end: what is in resupply on an ordinary day, and every failure since the supply stopped
/// that only an abroad supplier could have made good, against the spares. Made at home, the supply stops only until the home source is qualified.
/// </summary>
internal sealed class EmbargoExposure(ProgrammePlan plan, SupplyEvent embargo, DateTimeOffset from, DateTimeOffset to, double costFactor)
{
    private const double YearS = 365.25 * 86400;

    public (Component Component, LocalisationItem Item) Item(Component entry, IReadOnlyList<SupportItem> numbers, Func<SupportItem, double> resupplyS, IReadOnlyList<int> units)
    {
        var home = entry.Sources.FirstOrDefault(static source => source.IsHome);
        var abroadSources = entry.Sources.Where(static source => !source.IsHome).ToList();
        var stops = abroadSources.Count > 0 && abroadSources.TrueForAll(source => Supplier(source).Country == embargo.Country);
        var isFixed = entry.IsForeignOnly || home is null || abroadSources.Count == 0;
        var readyUtc = home is null ? to : (home.FromUtc ?? plan.Programme.StartUtc) + TimeSpan.FromSeconds(home.QualificationS.TypicalSi);
        var abroadS = stops ? (to - from).TotalSeconds : 0;
        var homeS = stops ? Math.Max(0, (Earlier(readyUtc, to) - from).TotalSeconds) : 0;
        var (abroad, atHome, demandPerS) = (1.0, 1.0, 0.0);
        foreach (var number in numbers)
        {
            abroad *= Share(entry, number, resupplyS(number), abroadS, units);
            atHome *= home is null ? Share(entry, number, resupplyS(number), abroadS, units) : Share(entry, number, ResupplyHomeS(entry, home, resupplyS(number)), homeS, units);
            demandPerS += number.DemandHz.Sum();
        }

        // Money: the lines, and what the parts cost more over the years they are bought at home.
        var bought = (1 - entry.BaseRepairShare.TypicalSi) * (entry.Repair == RepairPlace.Nowhere ? 1 : entry.CondemnedShare.TypicalSi);
        var years = home is null ? 0 : Math.Max(0, (plan.Programme.EndUtc - readyUtc).TotalSeconds / YearS);
        var count = demandPerS * bought * years * YearS;
        var cost = home is null ? 0 : (home.SetUpUsd.TypicalSi * numbers.Count) + (((home.CostFactor.TypicalSi * costFactor * PriceRatio(home, count / numbers.Count)) - 1) * entry.PriceUsd.TypicalSi * count);
        return (entry, new LocalisationItem(entry.Id, abroad, Math.Max(isFixed ? abroad : 0, atHome), cost, isFixed));
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static double ResupplyHomeS(Component entry, ComponentSource home, double abroadS) =>
        entry.Repair != RepairPlace.Nowhere ? abroadS : (entry.BaseRepairShare.TypicalSi * entry.BaseRepairS.TypicalSi) + ((1 - entry.BaseRepairShare.TypicalSi) * home.LeadS.TypicalSi);

    // Mean price of so many over that of the first one, by the supplier's learning.
    private double PriceRatio(ComponentSource home, double count)
    {
        var whole = (long)Math.Max(1, Math.Round(count));
        return new LearningCurve(Supplier(home).PriceLearningRatio).TotalRatio(whole) / whole;
    }

    private Supplier Supplier(ComponentSource source) => plan.Programme.Suppliers.First(one => one.Id == source.Supplier);

    private double Share(Component entry, SupportItem number, double resupplyS, double stoppedS, IReadOnlyList<int> units)
    {
        // What is repaired at home goes on; what is repaired at its maker, bought, or condemned, stops.
        var abroad = entry.Repair switch { RepairPlace.Maker or RepairPlace.Nowhere => 1, _ => entry.CondemnedShare.TypicalSi };
        var rate = number.DemandHz.Sum();
        var sites = plan.Programme.Sites;
        var stock = sites.Select((site, at) => (site, at)).Where(pair => number.DemandHz[pair.at] > 0 || (pair.site.Kind == SiteKind.Depot && sites.Select((other, index) => (other, index)).Any(pairs => pairs.other.Depot == pair.site.Id && number.DemandHz[pairs.index] > 0)))
            .Sum(pair => pair.site.Kind == SiteKind.Depot ? entry.DepotStock : entry.BaseStock);
        var mended = entry.BaseRepairShare.TypicalSi;
        var ordinary = rate * (stoppedS > 0 ? (mended * entry.BaseRepairS.TypicalSi) + ((1 - mended) * (1 - abroad) * entry.RepairS.TypicalSi) : resupplyS);
        var lost = rate * (1 - mended) * abroad * stoppedS;

        // Nobody can miss more than is fitted: what would fail beyond that does not.
        var most = (double)number.PerUnit * units.Count;
        var backorders = Math.Min(most, PipelineDistribution.Poisson(Math.Min(1e4, ordinary + lost)).BackordersCount(stock));
        var missing = new double[plan.Components.Count];
        missing[number.Part] = backorders / most;
        return plan.ReadyShare(units[0], missing);
    }
}
