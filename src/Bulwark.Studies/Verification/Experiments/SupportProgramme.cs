using Bulwark.Core.Timing;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Small programmes for which the books have an answer, and the mean number of parts that their units wait for.</summary>
internal static class SupportProgramme
{
    /// <summary>Parts in each unit: so many that the few missing do not change the demand.</summary>
    public const int ManyParts = 1_000_000;

    /// <summary>A day, seconds.</summary>
    public const double DayS = 86400;

    private const int Years = 11;
    private const int WarmUpMonths = 12;

    private static readonly Basis Textbook = new("", "a textbook case");

    /// <summary>One base with units of one part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="parts">How many the unit has.</param>
    /// <param name="benches">Benches of the base's shop; null for no limit.</param>
    /// <param name="repairTimes">How repair times scatter.</param>
    public static Programme OneBase(Component part, int parts, int? benches, TimeLaw repairTimes) =>
        Frame([new SupportSite { Id = "base-1", Name = "base", Kind = SiteKind.Base, Benches = benches, Basis = Textbook }], part, parts, repairTimes);

    /// <summary>Several bases and a depot that repairs.</summary>
    /// <param name="part">The part.</param>
    /// <param name="bases">Number of bases.</param>
    /// <param name="shipDays">Days from the depot to a base.</param>
    public static Programme TwoEchelons(Component part, int bases, double shipDays) =>
        Frame(
            [
                new SupportSite { Id = "depot", Name = "depot", Kind = SiteKind.Depot, Basis = Textbook },
                .. Enumerable.Range(1, bases).Select(at => new SupportSite { Id = $"base-{at}", Name = "base", Kind = SiteKind.Base, Depot = "depot", ShipS = Spread.Of(shipDays * DayS), Basis = Textbook }),
            ],
            part,
            ManyParts,
            TimeLaw.Fixed);

    /// <summary>A part.</summary>
    /// <param name="demandPerDay">Failures a day of a unit with many parts.</param>
    /// <param name="parts">How many the unit has.</param>
    /// <param name="days">Days of repair or resupply.</param>
    /// <param name="place">Where it is repaired.</param>
    public static Component Part(double demandPerDay, int parts, double days, RepairPlace place) => new()
    {
        Id = "part",
        Name = "part",
        BetweenFailuresS = Spread.Of(parts * DayS / demandPerDay),
        Repair = place,
        RepairS = Spread.Of(days * DayS),
        Sources = [new ComponentSource { Supplier = "maker", LeadS = Spread.Of(days * DayS) }],
        Basis = Textbook,
    };

    /// <summary>Mean number of parts waited for over all units, and the standard error of it.</summary>
    public static (double Mean, double Error) Waiting(Programme programme, int replications, CancellationToken cancellation)
    {
        var plan = ProgrammePlan.Of(programme);
        var runner = new ProgrammeRunner(plan);
        var means = new double[replications];
        for (var replication = 0; replication < replications; replication++)
        {
            cancellation.ThrowIfCancellationRequested();
            means[replication] = runner.Run(1904, (uint)replication, plan.Cases)[0].WaitingCount.Skip(WarmUpMonths).Average(static month => (double)month);
        }

        var mean = means.Average();
        return (mean, Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / (replications - 1) / replications));
    }

    private static Programme Frame(IReadOnlyList<SupportSite> sites, Component part, int parts, TimeLaw repairTimes) => new()
    {
        Id = "textbook",
        Title = "a textbook case",
        StartUtc = DateTimeOffset.UnixEpoch,
        Duration = SimDuration.FromSeconds(Years * 365.25 * DayS),
        FailsWhileDown = true,
        RepairTimes = repairTimes,
        Components = [part],
        Suppliers = [new Supplier { Id = "maker", Name = "maker", Country = "somewhere", Basis = Textbook }],
        Sites = sites,
        Units = [.. sites.Where(static site => site.Kind == SiteKind.Base).Select(site => new ProgrammeUnit { Id = "unit-" + site.Id, Name = "unit", Site = site.Id, Equipment = [new ComponentPart("part", parts, 1)], Basis = Textbook })],
    };
}
