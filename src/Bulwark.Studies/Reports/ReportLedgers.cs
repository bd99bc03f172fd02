using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Plotting;

namespace Bulwark.Studies.Reports;

/// <summary>Writes the ledgers of all targets, folded, with a filter for readers whose browser runs it.</summary>
internal static class ReportLedgers
{
    private const string Filter = """
        <div id="filter"><label>Show <select id="filter-fate"><option value="">all</option><option value="killed">killed</option><option value="leaked">leaked</option><option value="other">neither</option><option value="bystander">neutral or friendly</option><option value="wronglykilled">wrongly killed</option></select></label><label>with <input id="filter-word" type="search" placeholder="any word, such as channel"></label><span id="filter-count"></span></div>

        """;

    public static void Write(HtmlPage page, RunResult result, IReadOnlyList<IReadOnlyList<LedgerEntry>> ledgers)
    {
        page.Element("h2", "Why: the ledger of every target");
        page.Element("p", "Each target with the links of its chain, from first sight to outcome, with times since the start and reasons.");
        page.Markup(Filter);
        var departures = new Dictionary<int, DepartureReason>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>()) departures[row.Happened.Target] = row.Happened.Reason;
        for (var index = 0; index < ledgers.Count; index++)
        {
            var target = result.Plan.Targets[index];
            var (key, words) = Fate(target.Group.Allegiance, departures.TryGetValue(index, out var reason) ? reason : null);
            page.Markup($"<details class=\"ledger\" data-fate=\"{key}\"><summary><span class=\"fate {key}\">{words}</span><strong>").Text(target.Id).Markup("</strong> <span class=\"about\">");
            page.Text(About(target.Group, result.Losses.TryGetValue(index, out var cause) ? cause : null)).Markup("</span></summary>\n<table>\n");
            foreach (var entry in ledgers[index]) page.Row("td", [entry.Time.ToString(), entry.Link, entry.Text]);
            page.Markup("</table></details>\n");
        }
    }

    private static string About(FlightGroup group, LossCause? cause) =>
        cause is { } known ? $"{group.Class.Name}; {LedgerWords.Cause(known)}" : group.Class.Name;

    private static (string Key, string Words) Fate(Allegiance allegiance, DepartureReason? reason) => (allegiance, reason) switch
    {
        (Allegiance.Hostile, DepartureReason.Killed) => ("killed", "killed"),
        (Allegiance.Hostile, DepartureReason.ReachedObjective) => ("leaked", "leaked"),
        (Allegiance.Hostile, _) => ("other", "neither"),
        (_, DepartureReason.Killed) => ("wronglykilled", "wrongly killed"),
        (Allegiance.Friend, _) => ("bystander", "friendly"),
        _ => ("bystander", "neutral"),
    };
}
