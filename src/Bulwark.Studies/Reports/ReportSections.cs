using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Reports;

/// <summary>Writes the parts of a run's report, but for the ledgers.</summary>
internal static class ReportSections
{
    private static readonly string[] Limitations =
    [
        "Radar rays bend as over an Earth of 4/3 the radius. Buildings and woods hide nobody; hills do only where terrain was given.",
        "Radars are calibrated by one published statement of range. Weather, clutter and reflections are the same in all directions, and only what the scenario states.",
        "A target's radar cross-section is that of a class, with statistical fluctuation from look to look; it is no measured signature.",
        "Aircraft and missiles fly their routes as the scenario says: they do not evade or change their plan.",
        "Rounds are textbook point masses with boost, drag, lag and a load limit; their figures are estimates from published data and describe no real guidance or fuzing system.",
        "Command ranks by threat, engages the greatest first, shoots, looks and shoots again; beyond that units behave as their doctrines say, without mistakes. People, training and wear are not modelled.",
        "Published figures of military systems are uncertain; see the sources. One run is one draw of chance: another seed gives other numbers, and only many runs give a distribution.",
        "A leak is counted under one cause, the one that stood in the way longest while an intercept was possible; often several causes work together.",
    ];

    public static void Answer(HtmlPage page, RunSummary summary)
    {
        page.Markup("<section class=\"answer\">\n<ul>\n");
        foreach (var sentence in AnswerWords.Of(summary)) page.Element("li", sentence);
        page.Markup("</ul>\n</section>\n");
    }

    public static void Tables(HtmlPage page, RunSummary summary)
    {
        page.Element("h2", "Summary").Markup("<table>\n");
        page.Row("th", ["Attackers", "Killed", "Leaked", "Neither", "Rounds fired", "Neutral and friendly", "wrongly fired at", "wrongly killed"], firstNumeric: 0);
        page.Row("td", [$"{summary.Targets.Total}", $"{summary.Targets.Killed}", $"{summary.Targets.Leaked}", $"{summary.Targets.Other}", $"{summary.RoundsSpent}", $"{summary.Protected.Total}", $"{summary.Protected.Engaged}", $"{summary.Protected.Killed}"], firstNumeric: 0);
        page.Markup("</table>\n");
    }

    public static void Figures(HtmlPage page, IReadOnlyList<Picture> pictures)
    {
        page.Element("h2", "Pictures");
        foreach (var picture in pictures)
        {
            page.Element("h3", picture.Title).Markup("<figure>\n").Markup(picture.Svg);
            page.Element("figcaption", picture.Caption).Markup("</figure>\n");
        }
    }

    public static void Provenance(HtmlPage page, RunResult result)
    {
        var (summary, scenario) = (result.Summary, result.Plan.Scenario);
        page.Element("h2", "Where this comes from").Markup("<table>\n");
        page.Row("td", ["Scenario", summary.Scenario]);
        page.Row("td", ["Seed, replication", $"{summary.Seed}, {summary.Replication}"]);
        page.Markup("<tr><td>Fingerprint of the record</td><td><code>").Text(summary.Hash).Markup("</code></td></tr>\n");
        page.Row("td", ["Version", $"Bulwark {ProductVersion.Text}"]);
        page.Row("td", ["Simulated time", $"{SimTime.FromSeconds(summary.EndS)} from {scenario.StartUtc.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC"]);
        page.Row("td", ["Recorded events", summary.Events.ToString("#,0")]);
        page.Markup("</table>\n");
        page.Element("p", "The same scenario, seed and version give the same fingerprint on any machine and with any number of threads.");
        page.Element("h3", "Sources of the figures");
        if (scenario.Sources.Count == 0)
        {
            page.Element("p", "The scenario names no sources.");
            return;
        }

        page.Markup("<ul>\n");
        foreach (var source in scenario.Sources) page.Element("li", source);
        page.Markup("</ul>\n");
    }

    /// <summary>Terrain, air and surface of the run in a sentence.</summary>
    public static void Surroundings(HtmlPage page, Scenario scenario)
    {
        var words = scenario.Surroundings.Words;
        page.Element("p", $"{char.ToUpperInvariant(words[0])}{words[1..]}.", "statement");
    }

    public static void Limits(HtmlPage page, Scenario scenario)
    {
        page.Element("h2", "What the model leaves out");
        Surroundings(page, scenario);
        page.Markup("<ul>\n");
        foreach (var limitation in Limitations) page.Element("li", limitation);
        page.Markup("</ul>\n");
    }
}
