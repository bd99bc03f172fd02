using Bulwark.Cli.Manner;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Reports;
using Bulwark.Studies.Store;
using Spectre.Console;

namespace Bulwark.Cli.Studies;

/// <summary>What a study found, as text.</summary>
internal static class StudyText
{
    private const int MostRows = 60;

    public static void Write(StudyAnswers answers, StudyStore store, Report report)
    {
        if (report.Json) return;
        var (plan, study) = (answers.Plan, answers.Plan.Study);
        report.Line(study.Title);
        report.Line($"{plan.Cells.Count} settings, {answers.Runs} runs{(answers.Runs < plan.Runs.Least ? $" of {plan.Runs.Least}: not finished" : "")}");
        report.Line();
        foreach (var sentence in StudyWords.Of(answers)) report.Line("- " + sentence);
        if (answers.Points.Count > 0) report.Draw(answers.IsOfSamples ? Overall(answers) : Points(answers));
        report.Line($"study {plan.Hash}, content {store.ContentHash()}");
    }

    // One setting of a sample says little by itself.
    private static Table Overall(StudyAnswers answers)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("over all settings").AddColumn(new TableColumn("mean").RightAligned()).AddColumn(new TableColumn("settings").RightAligned()).AddColumn(new TableColumn("nine tenths of the settings").RightAligned());
        foreach (var (name, mean, low, high) in StudyWords.OverallRows(answers))
            table.AddRow(Markup.Escape(name), StudyWords.Short(mean), $"{mean.Count}", StudyWords.Span(low, high));
        return table;
    }

    private static Table Points(StudyAnswers answers)
    {
        var study = answers.Plan.Study;
        var table = new Table().Border(TableBorder.Simple);
        if (study.Alternatives.Count > 0) table.AddColumn("alternative");
        foreach (var factor in study.Factors) table.AddColumn(new TableColumn(Markup.Escape(factor.Name)).RightAligned());
        table.AddColumn(new TableColumn("runs").RightAligned());
        var measures = Math.Min(4, study.Measures.WantedCount);
        for (var measure = 0; measure < measures; measure++) table.AddColumn(new TableColumn(Markup.Escape(study.Measures.All[measure].Name)).RightAligned());
        foreach (var point in answers.Points.Take(MostRows))
        {
            string[] alternative = point.Cell.Alternative < 0 ? [] : [study.Alternatives[point.Cell.Alternative].Title];
            string[] cells = [.. alternative, .. point.Cell.Values.Take(study.Factors.Count), $"{point.Runs}", .. Enumerable.Range(0, measures).Select(measure => StudyWords.Short(point.Means[measure]))];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        return table;
    }
}
