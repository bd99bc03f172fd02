using Bulwark.Studies.Answers;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Charts;
using Bulwark.Studies.Results;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Reports;

/// <summary>The report of a study: one HTML file that needs nothing else, the same to the byte for the same results.</summary>
internal static class StudyReport
{
    private const int MostRows = 400;

    private static readonly string[] Limitations =
    [
        "Intervals tell of chance: of how many runs there were. They do not tell of what the models leave out; see the report of a single run.",
        "Where every one of n runs gave the same value there is no interval to give: with 95 % confidence, no more than some 3/n of all runs would differ (Hanley and Lippman-Hand 1983).",
        "Where figures of the catalogue are typical values, their uncertainty is not in the answer; 'uncertainty: sample' carries it in.",
        "Sampled figures are taken as independent, between the lowest and highest published or assumed value, the typical one most likely. That is an assumption, not knowledge.",
        "A leak is counted under one cause; often several work together.",
    ];

    /// <summary>Writes the page.</summary>
    /// <param name="answers">What the study found.</param>
    /// <param name="pictures">Its pictures.</param>
    /// <param name="contentHash">Fingerprint of its results.</param>
    public static string Compose(StudyAnswers answers, IReadOnlyList<Picture> pictures, string contentHash)
    {
        var study = answers.Plan.Study;
        var page = new HtmlPage();
        page.Markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");

        // The page may not load or run anything, whatever names and texts a study carries.
        page.Markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        page.Element("title", study.Title).Markup("<style>\n").Markup(RunReport.EmbeddedText("report.css")).Markup("</style>\n</head>\n<body>\n");
        page.Element("h1", study.Title);
        if (study.Question.Length > 0) page.Element("p", study.Question.Trim(), "question");
        page.Element("h2", "The answer").Markup("<section class=\"answer\">\n<ul>\n");
        foreach (var sentence in StudyWords.Of(answers)) page.Element("li", sentence);
        page.Markup("</ul>\n</section>\n");
        if (answers.Runs < answers.Plan.Runs.Least) page.Element("p", $"The study is not finished: {answers.Runs} of {answers.Plan.Runs.Least} runs are in.", "statement");
        ReportSections.Figures(page, pictures);
        Points(page, answers);
        Pairs(page, answers);
        Indices(page, answers);
        MainEffects(page, answers);
        Provenance(page, answers, contentHash);
        page.Element("h2", "What to keep in mind").Markup("<ul>\n");
        foreach (var limitation in Limitations) page.Element("li", limitation);
        page.Markup("</ul>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Points(HtmlPage page, StudyAnswers answers)
    {
        var study = answers.Plan.Study;
        if (answers.Points.Count == 0) return;
        if (answers.IsOfSamples)
        {
            Overall(page, answers);
            return;
        }

        page.Element("h2", "Every setting");
        page.Element("p", $"Means, or probabilities of what is yes or no, with {study.LevelProbability:0.##%} intervals.{(answers.Points.Count > MostRows ? $" The first {MostRows} of {answers.Points.Count} settings; the results file holds all." : "")}");
        var names = answers.Plan.Factors.Where(static factor => !factor.IsUncertain).Select(static factor => factor.Name).ToList();
        page.Markup("<table>\n");
        string[] first = study.Alternatives.Count > 0 ? ["alternative"] : [];
        page.Row("th", [.. first, .. names, "runs", .. Enumerable.Range(0, study.Measures.WantedCount).Select(measure => study.Measures.All[measure].Name)], firstNumeric: first.Length);
        foreach (var point in answers.Points.Take(MostRows))
        {
            string[] alternative = point.Cell.Alternative < 0 ? [] : [study.Alternatives[point.Cell.Alternative].Title];
            page.Row("td", [.. alternative, .. point.Cell.Values.Take(names.Count), $"{point.Runs}", .. Enumerable.Range(0, study.Measures.WantedCount).Select(measure => StudyWords.Short(point.Means[measure]))], firstNumeric: first.Length);
        }

        page.Markup("</table>\n");
    }

    // One setting of a sample says little by itself; the results file holds them all.
    private static void Overall(HtmlPage page, StudyAnswers answers)
    {
        var study = answers.Plan.Study;
        page.Element("h2", "Over all settings");
        page.Element("p", $"Means over {answers.Points.Count} settings, which are samples of the factors, with {study.LevelProbability:0.##%} intervals. The results file holds every setting.").Markup("<table>\n");
        page.Row("th", ["measure", "mean", "settings", "nine tenths of the settings"], firstNumeric: 1);
        foreach (var (name, mean, low, high) in StudyWords.OverallRows(answers))
            page.Row("td", [name, StudyWords.Short(mean), $"{mean.Count}", StudyWords.Span(low, high)], firstNumeric: 1);
        page.Markup("</table>\n");
    }

    private static void Pairs(HtmlPage page, StudyAnswers answers)
    {
        if (answers.Pairs.Count == 0) return;
        var study = answers.Plan.Study;
        page.Element("h2", $"Differences from {study.Alternatives[0].Title}");
        page.Element("p", "Pair by pair under the same luck. The factor says how many times more runs independent luck would need for the same interval.").Markup("<table>\n");
        page.Row("th", ["alternative", "setting", "measure", "difference", "at every look", "pairs", "factor"], firstNumeric: 3);
        foreach (var pair in answers.Pairs.Take(MostRows))
        {
            page.Row("td", [study.Alternatives[pair.Alternative].Title, AnswerPictures.Label(answers.Plan, pair.Cell), study.Measures.All[pair.Measure].Name, StudyWords.Short(pair.Difference.Difference), $"{ValueText.Number(pair.Sequence.Low)} to {ValueText.Number(pair.Sequence.High)}", $"{pair.Difference.Difference.Count}", ValueText.Number(pair.Difference.VarianceReductionFactor)], firstNumeric: 3);
        }

        page.Markup("</table>\n");
    }

    private static void Indices(HtmlPage page, StudyAnswers answers)
    {
        if (answers.Indices.Count == 0 && answers.Effects.Count == 0) return;
        page.Element("h2", "What drives the answer").Markup("<table>\n");
        page.Row("th", answers.Indices.Count > 0 ? ["measure", "factor", "first order", "total"] : ["measure", "factor", "mean size of effect", "mean effect", "deviation"], firstNumeric: 2);
        foreach (var index in answers.Indices.OrderBy(static index => index.Measure).ThenByDescending(static index => index.Index.Total.Value))
            page.Row("td", [answers.Plan.Study.Measures.All[index.Measure].Name, index.Factor, StudyWords.Short(index.Index.First), StudyWords.Short(index.Index.Total)], firstNumeric: 2);
        foreach (var effect in answers.Effects.OrderBy(static effect => effect.Measure).ThenByDescending(static effect => effect.Effect.MeanSize.Value))
            page.Row("td", [answers.Plan.Study.Measures.All[effect.Measure].Name, effect.Factor, StudyWords.Short(effect.Effect.MeanSize), StudyWords.Short(effect.Effect.Mean), ValueText.Number(effect.Effect.Deviation)], firstNumeric: 2);
        page.Markup("</table>\n");
    }

    private static void MainEffects(HtmlPage page, StudyAnswers answers)
    {
        if (answers.MainEffects.Count == 0) return;
        page.Element("h2", "What drives the answer");
        page.Element("p", $"The mean with a figure at its highest value less the mean with it at its lowest, over the corners of all the others, with {answers.Plan.Study.LevelProbability:0.##%} intervals of luck.").Markup("<table>\n");
        page.Row("th", ["measure", "factor", "lowest", "highest", "main effect"], firstNumeric: 2);
        foreach (var effect in answers.MainEffects.OrderBy(static effect => effect.Measure).ThenByDescending(static effect => Math.Abs(effect.Effect.Value)))
        {
            var factor = answers.Plan.Factors.First(factor => factor.Name == effect.Factor);
            page.Row("td", [answers.Plan.Study.Measures.All[effect.Measure].Name, effect.Factor, factor.Write(factor.LowSi), factor.Write(factor.HighSi), StudyWords.Short(effect.Effect)], firstNumeric: 2);
        }

        page.Markup("</table>\n");
    }

    private static void Provenance(HtmlPage page, StudyAnswers answers, string contentHash)
    {
        var (plan, study) = (answers.Plan, answers.Plan.Study);
        page.Element("h2", "Where this comes from").Markup("<table>\n");
        page.Row("td", ["Study", study.Id]);
        page.Row("td", ["Scenario", study.ScenarioFile]);
        page.Row("td", ["Settings, runs", $"{plan.Cells.Count}, {answers.Runs}"]);
        page.Row("td", ["Seed", study.Seed.ToString()]);
        page.Row("td", ["Luck", study.Paired ? "shared between settings that are compared" : "of its own for every setting"]);
        page.Markup("<tr><td>Fingerprint of the study</td><td><code>").Text(plan.Hash).Markup("</code></td></tr>\n");
        page.Markup("<tr><td>Fingerprint of the results</td><td><code>").Text(contentHash).Markup("</code></td></tr>\n");
        page.Row("td", ["Version", $"Bulwark {ProductVersion.Text}"]);
        page.Markup("</table>\n");
        page.Element("p", "The same study and version give the same fingerprint of results on any machine, with any number of threads or shards, and however often it was stopped and resumed.");
        if (plan.Factors.Count > 0)
        {
            page.Element("h3", "What was varied").Markup("<table>\n");
            page.Row("th", ["factor", "where", "values"]);
            foreach (var factor in plan.Factors)
                page.Row("td", [factor.Name, factor.Path, factor.Levels.Count > 0 ? string.Join(", ", factor.Levels) : $"{factor.Write(factor.LowSi)} to {factor.Write(factor.HighSi)}, {factor.Distribution.ToString().ToLowerInvariant()}"]);
            page.Markup("</table>\n");
        }

        page.Element("h3", "What was measured").Markup("<table>\n");
        foreach (var measure in study.Measures.All.Take(study.Measures.WantedCount)) page.Row("td", [measure.Name, measure.Description]);
        page.Markup("</table>\n").Element("h3", "Sources of the figures").Markup("<ul>\n");
        foreach (var source in plan.Sources) page.Element("li", source);
        page.Markup("</ul>\n");
    }

}
