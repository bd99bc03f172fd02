using Bulwark.Operations.Logistics;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>Advice computed by the analytic models and tried out in the simulation.</summary>
public static class ProgrammeAdvice
{
    /// <summary>Answers the question of localisation: the cheapest choice that holds the floor by the analytic model and in the simulation.</summary>
    /// <param name="programme">The programme, with a question.</param>
    /// <param name="floorShare">Another floor than the file's, or null.</param>
    /// <param name="options">How the choice is simulated.</param>
    /// <param name="cancellation">When to stop.</param>
    /// <exception cref="ArgumentException">The programme asks no such question.</exception>
    public static LocalisationAdvice Localise(Programme programme, double? floorShare, ProgrammeStudyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(options);
        if (programme.Localisation is not { } question) throw new ArgumentException("The programme asks no question of localisation.", nameof(programme));
        return new LocalisationSearch(programme, question, floorShare ?? question.FloorShare, options, cancellation).Run();
    }

    /// <summary>Buys spares for a budget by marginal analysis, and simulates the cases with them instead of the stocks of the file.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="budgetUsd">Money.</param>
    /// <param name="options">How the stocks are simulated.</param>
    /// <param name="cancellation">When to stop.</param>
    public static StockAdvice Stock(Programme programme, double budgetUsd, ProgrammeStudyOptions options, CancellationToken cancellation = default)
    {
        var planned = ProgrammePlan.Of(programme);
        var analysis = new SupportAnalysis(planned);
        var (plan, parts) = analysis.Buy(budgetUsd, SpareGoal.Backorders);

        // A stock is set for an entry; of its part numbers, all alike, the mean is taken, rounded up so that what was bought is there.
        var byEntry = parts.Select((part, at) => (planned.Components[part].EntryIndex, Stock: plan.Stocks[at])).GroupBy(static pair => pair.EntryIndex)
            .ToDictionary(static group => group.Key, static group => (int)Math.Ceiling(group.Average(static pair => pair.Stock)));
        var hasDepot = programme.Sites.Any(static site => site.Kind == SiteKind.Depot);
        var changed = programme with
        {
            Components = [.. programme.Components.Select((entry, index) => byEntry.TryGetValue(index, out var stock) ? entry with { DepotStock = hasDepot && entry.Repair != RepairPlace.Base ? stock : 0, BaseStock = hasDepot && entry.Repair != RepairPlace.Base ? 0 : stock } : entry)],
        };
        return new StockAdvice(budgetUsd, plan, parts, analysis.ReadyShare, ProgrammeStudy.Run(changed, options, cancellation).Cases);
    }
}
