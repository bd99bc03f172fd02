using Bulwark.Cli.Manner;
using Bulwark.Simulation.Programmes.Years;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Reports.Programmes;
using Spectre.Console;

namespace Bulwark.Cli.Programmes;

/// <summary>Prints what was found out about a programme.</summary>
internal static class ProgrammeText
{
    private const int TableYears = 12;

    /// <summary>Prints the tables and the answer.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="cpuTimeS">Processor time, seconds.</param>
    /// <param name="report">Where to.</param>
    public static void Write(ProgrammeFindings findings, double cpuTimeS, Report report)
    {
        report.Line(findings.Programme.Title);
        if (findings.Study is { } study)
        {
            report.Line($"{study.Replications} replications of {study.Plan.MonthCount / 12.0:0.#} years, {study.Plan.Components.Count} part numbers, {study.Plan.Programme.Units.Count} units, {study.Cases.Count} cases; seed {study.Seed}, {cpuTimeS:0.0} s of processor time");
            foreach (var outcome in study.Cases) report.Line($"  {outcome.Id}: {outcome.Title}");
            report.Draw(Readiness(study));
            report.Draw(Waiting(study));
            report.Draw(Causes(study));
            report.Draw(Money(study));
            if (findings.Effect is { } effect) report.Draw(Effect(study, effect));
        }

        foreach (var sentence in ProgrammeWords.Of(findings)) report.Line(sentence);
        if (findings.Study is { } hashed) report.Line($"fingerprint: {hashed.Hash}");
        if (findings.Effect is { } fought) report.Line($"fingerprint of the {fought.Runs} engagements in {fought.States} states of readiness: {fought.Hash}");
    }

    private static Table Readiness(ProgrammeStudyResult study)
    {
        var table = new Table().Border(TableBorder.Simple).Title("ready, mean of the year in per cent (9 of 10 replications in its last month)");
        table.AddColumn(new TableColumn("case").NoWrap());
        var years = Math.Min(TableYears, study.Plan.MonthCount / 12);
        for (var year = 0; year < years; year++) table.AddColumn(new TableColumn($"{study.Plan.Programme.StartUtc.AddYears(year).Year}").RightAligned());
        foreach (var outcome in study.Cases)
        {
            var cells = new List<string> { Markup.Escape(outcome.Id) };
            for (var year = 0; year < years; year++)
            {
                var mean = outcome.MeanShare(12 * year, 12 * (year + 1));
                var (low, high) = (outcome.ReadyBandsShare[0][(12 * year) + 11], outcome.ReadyBandsShare[^1][(12 * year) + 11]);
                cells.Add(double.IsNaN(mean) ? "–" : $"{100 * mean:0} ({100 * low:0}–{100 * high:0})");
            }

            table.AddRow([.. cells]);
        }

        return table;
    }

    private static Table Waiting(ProgrammeStudyResult study)
    {
        var table = new Table().Border(TableBorder.Simple).Title("backorders: parts that units wait for, mean of the year");
        table.AddColumn(new TableColumn("case").NoWrap());
        var years = Math.Min(TableYears, study.Plan.MonthCount / 12);
        for (var year = 0; year < years; year++) table.AddColumn(new TableColumn($"{study.Plan.Programme.StartUtc.AddYears(year).Year}").RightAligned());
        foreach (var outcome in study.Cases) table.AddRow([Markup.Escape(outcome.Id), .. Enumerable.Range(0, years).Select(year => $"{outcome.WaitingCount.Skip(12 * year).Take(12).Average():0.0}")]);
        return table;
    }

    private static Table Causes(ProgrammeStudyResult study)
    {
        var worst = study.Cases.MinBy(outcome => outcome.MeanShare(0, study.Plan.MonthCount))!;
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape($"what stopped the units: {worst.Title}"));
        foreach (var name in (string[])["component", "supplier", "country"]) table.AddColumn(new TableColumn(name).NoWrap());
        foreach (var name in (string[])["time lost", "barred", "failures/y", "stock-outs/y"]) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var cause in worst.ByComponent.Where(static cause => cause.TotalShare > 0).Take(10))
            table.AddRow(Markup.Escape(cause.Name), Markup.Escape(cause.Supplier), Markup.Escape(cause.Country), $"{100 * cause.TotalShare:0.00} %", $"{100 * cause.BarredShare:0.00} %", $"{cause.FailuresPerYearCount:0.0}", $"{cause.StockOutsPerYearCount:0.0}");
        return table;
    }

    private static Table Effect(ProgrammeStudyResult study, EffectResult effect)
    {
        var table = new Table().Border(TableBorder.Simple).Title("chance that the raid is stopped, per cent ± 95 % half-width, in the middle of the year");
        table.AddColumn(new TableColumn("case").NoWrap());
        var years = Math.Min(TableYears, study.Plan.MonthCount / 12);
        for (var year = 0; year < years; year++) table.AddColumn(new TableColumn($"{study.Plan.Programme.StartUtc.AddYears(year).Year}").RightAligned());
        for (var at = 0; at < effect.Cases.Count; at++)
        {
            var points = effect.Cases[at];
            table.AddRow([Markup.Escape(study.Cases[at].Id), .. Enumerable.Range(0, years).Select(year => points.MinBy(point => Math.Abs(point.Month - (12 * year) - 6))!).Select(static point => $"{100 * point.StoppedProbability:0} ± {100 * 1.96 * point.ErrorProbability:0}")]);
        }

        return table;
    }

    private static Table Money(ProgrammeStudyResult study)
    {
        var table = new Table().Border(TableBorder.Simple).Title("million USD, mean");
        table.AddColumn(new TableColumn("case").NoWrap());
        var years = Math.Min(TableYears, study.Cases[0].CostUsd[0].Length);
        for (var year = 0; year < years; year++) table.AddColumn(new TableColumn($"{study.Plan.Programme.StartUtc.AddYears(year).Year}").RightAligned());
        table.AddColumn(new TableColumn("lines").RightAligned());
        table.AddColumn(new TableColumn("all").RightAligned());
        foreach (var outcome in study.Cases)
        {
            var cells = new List<string> { Markup.Escape(outcome.Id) };
            for (var year = 0; year < years; year++) cells.Add($"{outcome.CostUsd.Sum(category => category[year]) / 1e6:0}");
            cells.Add($"{outcome.CostUsd[(int)CostCategory.Lines].Sum() / 1e6:0}");
            cells.Add($"{outcome.CostUsd.Sum(static category => category.Sum()) / 1e6:0}");
            table.AddRow([.. cells]);
        }

        return table;
    }
}
