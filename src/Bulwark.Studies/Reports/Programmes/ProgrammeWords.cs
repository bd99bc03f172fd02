using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>The answer in sentences.</summary>
public static class ProgrammeWords
{
    private const double DayS = 86400;

    /// <summary>The answer to a programme.</summary>
    /// <param name="findings">What was found out.</param>
    public static IReadOnlyList<string> Of(ProgrammeFindings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var words = new List<string>();
        if (findings.Study is { } study) words.AddRange(Years(study));
        if (findings.Localisation is { } localisation) words.Add(Localisation(localisation));
        if (findings.Stocks is { } stocks) words.Add(Stocks(stocks));
        if (findings.Effect is { } effect && findings.Study is { } fought) words.AddRange(Effect(fought, effect));
        if (findings.Backtest is { } backtest) words.AddRange(Backtest(backtest));
        return words;
    }

    /// <summary>A time in words: days, or years when it is long.</summary>
    /// <param name="seconds">The time.</param>
    internal static string Time(double seconds) => double.IsInfinity(seconds) ? "never in the years looked at" : seconds > 730 * DayS ? $"{seconds / (365.25 * DayS):0.0} years" : $"{seconds / DayS:0} days";

    /// <summary>Months of the years in which an embargo runs; all months after the units came when there is none.</summary>
    internal static (int From, int To) Window(ProgrammeStudyResult study)
    {
        var programme = study.Plan.Programme;
        if (programme.Events.FirstOrDefault(static one => one.Kind == Simulation.Programmes.SupplyEventKind.Embargo) is not { } embargo) return (0, study.Plan.MonthCount);
        var from = (int)Math.Clamp(Math.Round(programme.At(embargo.FromUtc).TotalS / ProgrammePlan.MonthS), 0, study.Plan.MonthCount - 1);
        var to = (int)Math.Clamp(Math.Round(programme.At(embargo.ToUtc ?? programme.EndUtc).TotalS / ProgrammePlan.MonthS), from + 1, study.Plan.MonthCount);
        return (from, to);
    }

    private static IEnumerable<string> Years(ProgrammeStudyResult study)
    {
        var (from, to) = Window(study);
        var hasEmbargo = to - from < study.Plan.MonthCount;
        foreach (var outcome in study.Cases)
        {
            var last = Math.Max(from, to - 6);
            yield return hasEmbargo
                ? $"{Capital(outcome.Title)}: {outcome.MeanShare(0, from):0 %} of the units there were ready before {Month(study, from)}, {outcome.MeanShare(last, to):0 %} in the half-year before {Month(study, to)}, {outcome.MeanShare(Math.Min(to + 12, study.Plan.MonthCount - 1), study.Plan.MonthCount):0 %} from a year after it."
                : $"{Capital(outcome.Title)}: {outcome.MeanShare(0, study.Plan.MonthCount):0 %} of the units there were ready.";
            if (outcome.ByComponent.Count > 0 && outcome.ByComponent[0].TotalShare > 0)
                yield return $"What stopped units most in this case: {string.Join(", ", outcome.ByComponent.Take(3).Select(static cause => $"{cause.Name} ({100 * cause.TotalShare:0.0} % of their time)"))}.";
            foreach (var recovery in outcome.Recovery)
                yield return $"After the end of {study.Plan.Programme.Events[recovery.Event].Name} all units there were ready at once within {Time(recovery.MedianS)} in half of the replications, within {Time(recovery.HighS)} in 95 of 100.";
        }
    }

    private static string Localisation(LocalisationAdvice advice)
    {
        var (best, plan) = (advice.Best, advice.Best.Plan);
        var simulated = $"{best.Ready.Value:0.0%} (95 %: {best.Ready.Low:0.0%} to {best.Ready.High:0.0%}) in the last quarter of the embargo";
        if (!plan.IsFeasible)
            return $"No choice holds {advice.FloorShare:0.#%} readiness to the end of the embargo: with everything made at home that may be, {plan.EverythingShare:0.0%} is left by the analytic model ({plan.NothingShare:0.0%} with nothing); simulated, {simulated}. What is left out is what is made abroad only.";
        var home = advice.Items.Where((_, at) => plan.AtHome[at]).Select(static pair => pair.Component.Name).ToList();
        var choice = $"{home.Count} of {advice.Items.Count(static pair => !pair.Item.IsFixedAbroad)} possible components made at home for {Money(plan.CostUsd)}: {string.Join("; ", home)}";
        var first = advice.Trials[0];
        var shortfall = $"the cheapest choice by the analytic model ({Money(first.Plan.CostUsd)}, {first.Plan.AvailabilityShare:0.0%}) left only {first.Ready.Value:0.0%} ({first.Ready.Low:0.0%} to {first.Ready.High:0.0%})";
        if (advice.Chosen < 0)
            return $"No choice tried holds {advice.FloorShare:0.#%} readiness in the simulation: {shortfall}, and the last of {advice.Trials.Count} tried, {choice}, left {simulated}.";
        var answer = $"To hold {advice.FloorShare:0.#%} readiness to the end of the embargo at least cost, {choice}. Simulated, with every figure uncertain, that leaves {simulated}; by the analytic model {plan.AvailabilityShare:0.0%}, against {plan.NothingShare:0.0%} with nothing made at home.";
        return advice.Chosen == 0
            ? $"{answer} No choice that holds it by the analytic model costs less than {Money(plan.BoundUsd)}."
            : $"{answer} It was asked for more than the floor because {shortfall}; of {advice.Trials.Count} choices tried none cheaper held, and no choice that leaves {best.AskedShare:0.0%} by the analytic model costs less than {Money(plan.BoundUsd)}.";
    }

    private static string Stocks(StockAdvice advice) =>
        $"A budget of {Money(advice.BudgetUsd)} for spares, spent by marginal analysis, buys {advice.Plan.Stocks.Sum()} spares for {Money(advice.Plan.CostUsd)} and leaves {advice.Plan.BackordersCount:0.00} expected backorders (no plan under the budget leaves fewer than {advice.Plan.BoundBackordersCount:0.00}).";

    private static IEnumerable<string> Effect(ProgrammeStudyResult study, EffectResult effect)
    {
        var (from, to) = Window(study);
        for (var at = 0; at < effect.Cases.Count; at++)
        {
            var during = effect.Cases[at].Where(point => point.Month > from && point.Month <= to).ToList();
            if (during.Count == 0) continue;
            var lowest = during.MinBy(static point => point.StoppedProbability)!;
            yield return $"{Capital(study.Cases[at].Title)}: the raid is stopped with a chance of at least {lowest.StoppedProbability:0 %} (± {1.96 * lowest.ErrorProbability:0 %}) on the dates looked at from {Month(study, from)} to {Month(study, to)}, lowest in {Month(study, lowest.Month)}; with everything ready it is {effect.FullProbability:0 %}.";
        }
    }

    private static IEnumerable<string> Backtest(BacktestResult backtest)
    {
        yield return $"Fitted to the first part of the record: {backtest.Words}.";
        foreach (var line in backtest.Lines.Where(static line => line.Observation.Use != Simulation.Programmes.RecordUse.Fit))
        {
            var kind = line.Observation.Use == Simulation.Programmes.RecordUse.Plan ? "plan" : "record";
            yield return line.ModelUtc is { } date
                ? $"{line.Observation.Text}: the model says {date:yyyy-MM-dd}, the {kind} {Span(line.Observation)}; {(line.ErrorS == 0 ? "no error" : $"error {Math.Abs(line.ErrorS) / (365.25 * DayS / 12):0.0} months too {(line.ErrorS < 0 ? "early" : "late")}")}."
                : $"{line.Observation.Text}: the model says {line.ModelCount:0}, the {kind} {line.Observation.ValueSi:0}; error {100 * line.ErrorShare:+0.0;-0.0} %.";
        }
    }

    internal static string Span(Simulation.Programmes.Observation one) => one.ToUtc - one.FromUtc > TimeSpan.FromDays(300) && one.FromUtc.Year == one.ToUtc.Year ? $"{one.FromUtc.Year}" : one.FromUtc == one.ToUtc ? $"{one.FromUtc:yyyy-MM-dd}" : one.FromUtc.Year != one.ToUtc.Year ? $"{one.FromUtc.Year} to {one.ToUtc.Year}" : $"{one.FromUtc:yyyy-MM-dd} to {one.ToUtc:yyyy-MM-dd}";

    internal static string Money(double usd) => Math.Abs(usd) >= 1e9 ? $"{usd / 1e9:0.00} billion USD" : $"{usd / 1e6:0.0} million USD";

    private static string Month(ProgrammeStudyResult study, int month) => study.Plan.Programme.DateOf(ProgrammePlan.MonthStart(month)).AddDays(3).ToString("MMMM yyyy");

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
