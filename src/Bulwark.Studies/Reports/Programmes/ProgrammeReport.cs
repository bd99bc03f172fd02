using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Programmes;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Reports.Programmes;

/// <summary>The report of a programme: one HTML file that needs nothing else, the same to the byte for the same findings.</summary>
internal static class ProgrammeReport
{
    private static readonly string[] Limitations =
    [
        "The part list, failure rates, repair and lead times, stocks and prices are assumptions with ranges unless the table of facts says otherwise. The bands show what those ranges do; they cannot show what was left out.",
        "A failed part is replaced at its unit and repaired as a whole; parts within parts are not stocked by themselves.",
        "Failures are exponential and independent, but for parts that fail in batches; parts do not age, and their makers do not improve them.",
        "Spares are ordered one for one (or in fixed quantities); nobody hoards, borrows from another unit, or robs one battery for another.",
        "An embargo stops orders and deliveries on its day and ends on its day; smuggling, substitutes and political gestures are not modelled.",
        "Made at home means that a supplier there can make the part. Whether it may, and whether its own parts come from abroad, is only what the file says.",
        "What money is paid is in the prices of the file; inflation and exchange rates are left out.",
    ];

    public static string Compose(ProgrammeFindings findings, IReadOnlyList<Picture> pictures)
    {
        var programme = findings.Programme;
        var page = ReportPage.Begin(programme.Title, programme.Description);
        page.Element("h2", "The answer").Markup("<section class=\"answer\">\n<ul>\n");
        foreach (var sentence in ProgrammeWords.Of(findings)) page.Element("li", sentence);
        page.Markup("</ul>\n</section>\n");
        if (findings.Study is { } study)
        {
            Cases(page, study, findings);
            if (findings.Backtest is not null) Backtest(page, findings.Backtest);
        }
        else if (findings.Backtest is not null)
        {
            Backtest(page, findings.Backtest);
        }

        if (findings.Study is { } fought && findings.Effect is { } effect) EffectTable.Write(page, fought, effect);
        ReportSections.Figures(page, pictures);
        if (findings.Study is { } ranked) Ranking(page, ranked);
        if (findings.Localisation is { } localisation) Localisation(page, localisation);
        if (findings.Stocks is { } stocks) Stocks(page, findings, stocks);
        if (findings.Study is { } worked) Workshare(page, worked);
        EvidenceTables.Write(page, programme);
        Provenance(page, findings);
        page.Element("h2", "What the model leaves out").Markup("<ul>\n");
        foreach (var limitation in Limitations) page.Element("li", limitation);
        page.Markup("</ul>\n");
        return ReportPage.End(page);
    }

    private static void Cases(HtmlPage page, ProgrammeStudyResult study, ProgrammeFindings findings)
    {
        var (from, to) = ProgrammeWords.Window(study);
        page.Element("h2", "Cases").Markup("<table>\n");
        page.Row("th", ["Case", "Ready, all years", "Ready in the embargo", "Parts waited for at its end", "Recovery, median (95 of 100)", "Money, all years"], firstNumeric: 1);
        foreach (var outcome in study.Cases)
        {
            page.Row(
                "td",
                [
                    outcome.Title, $"{outcome.MeanShare(0, study.Plan.MonthCount):0.0%}", to - from < study.Plan.MonthCount ? $"{outcome.MeanShare(from, to):0.0%}" : "–", $"{outcome.WaitingCount[to - 1]:0.0}",
                    outcome.Recovery.Count == 0 ? "–" : $"{ProgrammeWords.Time(outcome.Recovery[0].MedianS)} ({ProgrammeWords.Time(outcome.Recovery[0].HighS)})", ProgrammeWords.Money(outcome.CostUsd.Sum(static category => category.Sum())),
                ],
                firstNumeric: 1);
        }

        page.Markup("</table>\n");
        if (!double.IsNaN(findings.AnalyticReadyShare))
            page.Element("p", $"The analytic model (VARI-METRIC, typical figures, no measures, no queues) gives {findings.AnalyticReadyShare:0.0%} in the steady state.");
    }

    private static void Ranking(HtmlPage page, ProgrammeStudyResult study)
    {
        page.Element("h2", "Critical components");
        foreach (var outcome in study.Cases)
        {
            page.Element("h3", outcome.Title).Markup("<table>\n");
            page.Row("th", ["Component", "Supplier", "Country", "Unit time lost", "of it nobody could supply", "Failures a year", "Stock-outs a year"], firstNumeric: 3);
            foreach (var cause in outcome.ByComponent.Take(12))
                page.Row("td", [cause.Name, cause.Supplier, cause.Country, $"{100 * cause.TotalShare:0.00} %", $"{100 * cause.BarredShare:0.00} %", $"{cause.FailuresPerYearCount:0.0}", $"{cause.StockOutsPerYearCount:0.0}"], firstNumeric: 3);
            page.Markup("</table>\n");
        }
    }

    private static void Localisation(HtmlPage page, LocalisationAdvice advice)
    {
        var plan = advice.Best.Plan;
        page.Element("h2", "Which components to make at home").Markup("<table>\n");
        page.Row("th", ["Component", "Choice", "Left ready if from abroad", "if made at home", "Cost"], firstNumeric: 2);
        for (var at = 0; at < advice.Items.Count; at++)
        {
            var (component, item) = advice.Items[at];
            page.Row("td", [component.Name, item.IsFixedAbroad ? component.IsForeignOnly ? "abroad (ruled out)" : component.Sources.All(static source => source.IsHome) ? "at home anyway" : "abroad" : plan.AtHome[at] ? "at home" : "abroad", $"{item.AbroadShare:0.0%}", item.IsFixedAbroad ? "–" : $"{item.HomeShare:0.0%}", item.IsFixedAbroad ? "–" : ProgrammeWords.Money(item.CostUsd)], firstNumeric: 2);
        }

        page.Markup("</table>\n");
        page.Element("p", $"The last columns: chance that a unit misses none of the component at the end of the embargo, typical figures. Branches looked at: {plan.Nodes}; {(plan.IsOptimal ? "the choice is proved to be the cheapest that leaves what was asked of the analytic model" : plan.IsFeasible ? "the search was cut short, see the bound" : "the floor cannot be held")}.");
        page.Markup("<table>\n");
        page.Row("th", ["Tried in the simulation", "Made at home", "Cost", "No such choice costs less than", "Ready by the analytic model", "Simulated, last quarter", "95 per cent"], firstNumeric: 1);
        for (var at = 0; at < advice.Trials.Count; at++)
        {
            var trial = advice.Trials[at];
            var name = at == advice.Chosen ? "the answer" : trial.Plan.IsFeasible ? trial.Ready.Low >= advice.FloorShare ? "holds, dearer" : "falls short" : "everything that may be";
            page.Row("td", [name, $"{trial.Plan.AtHome.Count(static one => one)}", ProgrammeWords.Money(trial.Plan.CostUsd), double.IsFinite(trial.Plan.BoundUsd) ? ProgrammeWords.Money(trial.Plan.BoundUsd) : "–", $"{trial.Plan.AvailabilityShare:0.0%}", $"{trial.Ready.Value:0.0%}", $"{trial.Ready.Low:0.0%} to {trial.Ready.High:0.0%}"], firstNumeric: 1);
        }

        page.Markup("</table>\n");
        page.Element("p", $"The floor of {advice.FloorShare:0.#%} counts as held when the whole interval of the simulation lies above it. The analytic model takes typical figures and lets parts be missing independently of each other; the simulation draws every figure from its range, so the two differ, and the simulation decides.");
    }

    private static void Stocks(HtmlPage page, ProgrammeFindings findings, StockAdvice advice)
    {
        page.Element("h2", "Spares for the budget").Markup("<table>\n");
        page.Row("th", ["Component", "Spares bought", "In the file, at the depot and bases"], firstNumeric: 1);
        var plan = findings.Study!.Plan;
        foreach (var group in advice.Parts.Select((part, at) => (part, at)).GroupBy(pair => plan.Components[pair.part].EntryIndex))
        {
            var entry = findings.Programme.Components[group.Key];
            page.Row("td", [entry.Name, $"{group.Sum(pair => advice.Plan.Stocks[pair.at])}", $"{entry.Kinds * (entry.DepotStock + entry.BaseStock)}"], firstNumeric: 1);
        }

        page.Markup("</table>\n<table>\n");
        page.Row("th", ["Case", "Ready, with the file's stocks", "with the stocks bought"], firstNumeric: 1);
        for (var at = 0; at < advice.Cases.Count; at++) page.Row("td", [advice.Cases[at].Title, $"{findings.Study.Cases[at].MeanShare(0, plan.MonthCount):0.0%}", $"{advice.Cases[at].MeanShare(0, plan.MonthCount):0.0%}"], firstNumeric: 1);
        page.Markup("</table>\n");
    }

    private static void Workshare(HtmlPage page, ProgrammeStudyResult study)
    {
        var programme = study.Plan.Programme;
        var fitted = study.Plan.Components.Select((component, part) => (component, Value: component.Entry.PriceUsd.TypicalSi * Enumerable.Range(0, programme.Units.Count).Sum(unit => study.Plan.QuantityOf(unit, part)))).Where(static pair => pair.Value > 0).ToList();
        var total = fitted.Sum(static pair => pair.Value);
        if (total <= 0) return;
        page.Element("h2", "Workshare").Markup("<table>\n");
        page.Row("th", ["Country", "Value of the parts it makes", "of it could be made at home"], firstNumeric: 1);
        foreach (var group in fitted.GroupBy(pair => programme.Suppliers[study.Plan.Sources[pair.component.FirstSource].Supplier].Country).OrderByDescending(static group => group.Sum(static pair => pair.Value)))
            page.Row("td", [group.Key, $"{group.Sum(static pair => pair.Value) / total:0.0%}", $"{group.Where(static pair => pair.component.Entry.Sources.Any(static source => source.IsHome)).Sum(static pair => pair.Value) / total:0.0%}"], firstNumeric: 1);
        page.Markup("</table>\n").Element("p", "By typical prices of the parts fitted in all units, by their preferred supplier.");
    }

    private static void Backtest(HtmlPage page, BacktestResult backtest)
    {
        page.Element("h2", "Back-test").Markup("<table>\n");
        page.Row("th", ["What", "When", "Use", "Published", "Model", "Error"], firstNumeric: 3);
        foreach (var line in backtest.Lines)
        {
            var model = line.ModelUtc is { } date ? $"{date:yyyy-MM-dd}" : $"{line.ModelCount:0}";
            var error = line.ModelUtc is null ? $"{100 * line.ErrorShare:+0.0;-0.0;0.0} %" : line.Observation.Use == RecordUse.Fit ? "fitted" : $"{line.ErrorS / ProgrammePlan.MonthS:+0.0;-0.0;0.0} months";
            page.Row("td", [line.Observation.Text, ProgrammeWords.Span(line.Observation), line.Observation.Use switch { RecordUse.Fit => "fitted to", RecordUse.Compare => "held against", _ => "plan" }, $"{line.Observation.ValueSi:0.##}", model, error], firstNumeric: 3);
        }

        page.Markup("</table>\n").Element("p", $"The model: {backtest.Words}.");
    }

    private static void Provenance(HtmlPage page, ProgrammeFindings findings)
    {
        page.Element("h2", "Where this comes from").Markup("<table>\n");
        page.Row("td", ["Programme", findings.Programme.Id]);
        if (findings.Study is { } study)
        {
            page.Row("td", ["Seed, replications", $"{study.Seed}, {study.Replications}"]);
            if (findings.Effect is { } engaged) page.Markup($"<tr><td>Fingerprint of {engaged.Runs} engagements in {engaged.States} states</td><td><code>").Text(engaged.Hash).Markup("</code></td></tr>\n");
            page.Row("td", ["Part numbers, units", $"{study.Plan.Components.Count}, {study.Plan.Programme.Units.Count}"]);
            page.Markup("<tr><td>Fingerprint of the records</td><td><code>").Text(study.Hash).Markup("</code></td></tr>\n");
        }

        page.Row("td", ["Version", $"Bulwark {ProductVersion.Text}"]);
        page.Markup("</table>\n").Element("p", "The same file, seed, replications and version give the same fingerprint on any machine and with any number of threads.");
    }
}
