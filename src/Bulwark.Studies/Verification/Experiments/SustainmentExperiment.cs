using Bulwark.Operations.Logistics;
using Bulwark.Operations.Saturation;
using Bulwark.Simulation.Programmes;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>The simulation of years of support against the models of the field.</summary>
internal sealed class SustainmentExperiment : IExperiment
{
    private const int Replications = 40;

    /// <inheritdoc />
    public string Name => "experiment-sustainment";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "simulation of support: backorders of one and two echelons, batches, shops with few benches";

    /// <inheritdoc />
    public string Source => "Palm; Graves 1985; Sherbrooke 1968; compound Poisson; Erlang C; Pollaczek-Khinchine; machine repair";

    /// <inheritdoc />
    public string Rule =>
        $"{Replications} replications of ten years after one to warm up; the mean number of parts waited for lies within four standard errors of the exact result. Two echelons with constant times; two levels of repair, part of the failures mended at the base and the rest at the depot or the maker; a maker's shop with a capacity (Pollaczek-Khinchine, constant service); one base with constant and exponential repair (Palm: only the mean matters); "
        + "batches of geometric size; shops with few benches. METRIC's own value is not what the simulation should give, and is not compared.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        TwoEchelons(findings, cancellation);
        TwoLevels(findings, cancellation);
        OneEchelon(findings, cancellation);
        Makers(findings, cancellation);
        Shops(findings, cancellation);
    }

    private static void TwoEchelons(Findings findings, CancellationToken cancellation)
    {
        (int Bases, double PerDay, double RepairDays, double ShipDays, int Depot, int Base)[] cases =
        [
            (2, 0.1, 14, 2, 0, 0), (2, 0.1, 14, 2, 0, 2), (2, 0.1, 14, 2, 1, 1), (2, 0.1, 14, 2, 2, 0), (2, 0.1, 14, 2, 2, 2), (2, 0.1, 14, 2, 3, 1), (2, 0.1, 14, 2, 4, 0),
            (5, 0.05, 20, 3, 2, 1), (5, 0.05, 20, 3, 4, 0), (5, 0.05, 20, 3, 4, 2), (5, 0.05, 20, 3, 6, 1), (3, 0.01, 60, 7, 0, 0), (3, 0.01, 60, 7, 1, 0), (3, 0.01, 60, 7, 2, 0),
        ];
        foreach (var (bases, perDay, repairDays, shipDays, depot, stock) in cases)
        {
            findings.Begin($"{bases} bases, {depot} at the depot, {stock} at each base");
            var part = SupportProgramme.Part(perDay, SupportProgramme.ManyParts, repairDays, RepairPlace.Depot) with { DepotStock = depot, BaseStock = stock };
            var rate = perDay / SupportProgramme.DayS;
            var item = new TwoEchelonItem([.. Enumerable.Repeat(rate, bases)], repairDays * SupportProgramme.DayS, shipDays * SupportProgramme.DayS, depot, [.. Enumerable.Repeat(stock, bases)]);
            Check(findings, "two echelons", SupportProgramme.TwoEchelons(part, bases, shipDays), item.Exact().TotalBackordersCount, cancellation);
        }
    }

    private static void TwoLevels(Findings findings, CancellationToken cancellation)
    {
        (int Bases, double PerDay, double Share, double BaseDays, double DepotDays, double ShipDays, int Depot, int Base)[] cases =
            [(2, 0.1, 0.3, 4, 20, 2, 0, 0), (2, 0.1, 0.3, 4, 20, 2, 2, 1), (3, 0.08, 0.6, 6, 30, 3, 1, 1), (3, 0.08, 0.6, 6, 30, 3, 3, 0), (4, 0.05, 0.8, 10, 45, 5, 1, 2)];
        foreach (var (bases, perDay, share, baseDays, depotDays, shipDays, depot, stock) in cases)
        {
            foreach (var place in (RepairPlace[])[RepairPlace.Depot, RepairPlace.Maker])
            {
                findings.Begin($"{share:0 %} mended at {bases} bases, the rest at the {(place == RepairPlace.Depot ? "depot" : "maker")}, {depot} there, {stock} at each base");
                var part = SupportProgramme.Part(perDay, SupportProgramme.ManyParts, depotDays, place) with
                {
                    DepotStock = depot,
                    BaseStock = stock,
                    BaseRepairShare = Spread.Of(share),
                    BaseRepairS = Spread.Of(baseDays * SupportProgramme.DayS),
                };
                var item = new TwoEchelonItem([.. Enumerable.Repeat(perDay / SupportProgramme.DayS, bases)], depotDays * SupportProgramme.DayS, shipDays * SupportProgramme.DayS, depot, [.. Enumerable.Repeat(stock, bases)])
                {
                    BaseRepairShare = share,
                    BaseRepairS = baseDays * SupportProgramme.DayS,
                };
                Check(findings, "two levels of repair", SupportProgramme.TwoEchelons(part, bases, shipDays), item.Exact().TotalBackordersCount, cancellation);
            }
        }
    }

    // A shop abroad with a capacity is a queue with one server and fixed times, then the way: the mean number away is λ (wait + service + way).
    private static void Makers(Findings findings, CancellationToken cancellation)
    {
        foreach (var (perDay, capacityPerDay, wayDays) in ((double, double, double)[])[(0.2, 0.5, 30), (0.3, 0.4, 10), (0.35, 0.4, 60)])
        {
            var load = perDay / capacityPerDay;
            findings.Begin($"repair at the maker, its shop busy {load:0 %} of the time");
            var part = SupportProgramme.Part(perDay, SupportProgramme.ManyParts, wayDays, RepairPlace.Maker);
            var programme = SupportProgramme.OneBase(part, SupportProgramme.ManyParts, null, TimeLaw.Fixed);
            programme = programme with { Suppliers = [programme.Suppliers[0] with { RepairCapacityPerS = Spread.Of(capacityPerDay / SupportProgramme.DayS) }] };
            Check(findings, "maker with a capacity", programme, perDay * ((QueueFormulas.EqualServiceWaitRatio(load) / capacityPerDay) + (1 / capacityPerDay) + wayDays), cancellation);
        }
    }

    private static void OneEchelon(Findings findings, CancellationToken cancellation)
    {
        foreach (var (law, stock) in ((TimeLaw, int)[])[(TimeLaw.Fixed, 1), (TimeLaw.Exponential, 1), (TimeLaw.Exponential, 4)])
        {
            findings.Begin($"one base, {law} repair, {stock} spares");
            var part = SupportProgramme.Part(0.2, SupportProgramme.ManyParts, 12, RepairPlace.Base) with { BaseStock = stock };
            Check(findings, "one echelon", SupportProgramme.OneBase(part, SupportProgramme.ManyParts, null, law), PipelineDistribution.Poisson(2.4).BackordersCount(stock), cancellation);
        }

        foreach (var (mean, stock) in ((double, int)[])[(1.5, 0), (1.5, 3), (3, 2), (3, 8)])
        {
            findings.Begin($"batches of {mean:0.#} in the mean, {stock} spares");
            var part = SupportProgramme.Part(0.1, SupportProgramme.ManyParts, 15, RepairPlace.Nowhere) with { BaseStock = stock, BatchCount = mean };
            Check(findings, "batch demand", SupportProgramme.OneBase(part, SupportProgramme.ManyParts, null, TimeLaw.Fixed), PipelineDistribution.GeometricBatches(1.5, mean).BackordersCount(stock), cancellation);
        }
    }

    private static void Shops(Findings findings, CancellationToken cancellation)
    {
        foreach (var (items, benches, perDay, days) in ((int, int, double, double)[])[(3, 1, 0.1, 1), (8, 2, 0.02, 4), (12, 3, 0.05, 8), (24, 2, 0.02, 2)])
        {
            findings.Begin($"{items} items, {benches} benches");
            var part = SupportProgramme.Part(perDay * items, items, days, RepairPlace.Base);
            var shop = new MachineRepair(items, benches, perDay, 1 / days);
            Check(findings, "machine repair", SupportProgramme.OneBase(part, items, benches, TimeLaw.Exponential), items * (1 - shop.AvailabilityShare), cancellation);
        }

        foreach (var (benches, load) in ((int, double)[])[(1, 0.6), (3, 2.1)])
        {
            findings.Begin($"{benches} benches, {load:0.#} erlangs");
            var part = SupportProgramme.Part(load, SupportProgramme.ManyParts, 1, RepairPlace.Base);
            Check(findings, "shop with benches", SupportProgramme.OneBase(part, SupportProgramme.ManyParts, benches, TimeLaw.Exponential), load + QueueFormulas.QueueCount(benches, load), cancellation);
        }
    }

    private static void Check(Findings findings, string quantity, Programme programme, double exact, CancellationToken cancellation)
    {
        var (mean, error) = SupportProgramme.Waiting(programme, Replications, cancellation);
        findings.CheckError(quantity, "σ", Math.Abs(mean - exact) / error, Chance.Bound);
    }
}
