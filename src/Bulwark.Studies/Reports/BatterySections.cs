using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Reports;

/// <summary>The tables of a run's report about batteries: what they did, by fire unit and kind of round, and what moved when.</summary>
internal static class BatterySections
{
    /// <summary>A run with very many movements lists the first so many.</summary>
    private const int MostMovements = 200;

    public static void Write(HtmlPage page, RunResult result)
    {
        var batteries = result.Summary.Batteries;
        if (batteries.Count == 0) return;
        page.Markup("<table>\n");
        page.Row("th", ["Battery", "Most tracked / limit", "Most engaged / limit", "Most missiles / limit", "Rounds fired", "Kills", "Rounds left"], firstNumeric: 1);
        foreach (var battery in batteries)
        {
            page.Row(
                "td",
                [battery.Name, Of(battery.Peaks.Tracked, battery.Limits.Tracks), Of(battery.Peaks.Engaged, battery.Limits.Targets), Of(battery.Peaks.MissilesInFlight, battery.Limits.Missiles), $"{battery.RoundsSpent}", $"{battery.Hits}", $"{battery.RoundsLeft}"],
                firstNumeric: 1);
        }

        page.Markup("</table>\n");
        if (batteries.Any(static battery => battery.Units.Count > 1)) Units(page, batteries);
        if (batteries.Any(static battery => battery.Rounds.Count > 1)) Rounds(page, batteries);
        DoctrineSection.Write(page, result);
        Movements(page, result);
    }

    private static string Of(int peak, int limit) => limit == int.MaxValue ? $"{peak}" : $"{peak} / {limit}";

    private static void Units(HtmlPage page, IReadOnlyList<BatteryOutcome> batteries)
    {
        page.Element("h3", "Fire units").Markup("<table>\n");
        page.Row("th", ["Fire unit", "Most engaged / channels", "Most missiles / channels", "Rounds fired", "Kills"], firstNumeric: 1);
        foreach (var unit in batteries.SelectMany(static battery => battery.Units))
            page.Row("td", [unit.Name, Of(unit.Engaged, unit.Limits.Targets), Of(unit.MissilesInFlight, unit.Limits.Missiles), $"{unit.RoundsSpent}", $"{unit.Hits}"], firstNumeric: 1);
        page.Markup("</table>\n");
    }

    private static void Rounds(HtmlPage page, IReadOnlyList<BatteryOutcome> batteries)
    {
        page.Element("h3", "Rounds by kind").Markup("<table>\n");
        page.Row("th", ["Battery", "Round", "Fired", "Kills", "Left"], firstNumeric: 2);
        foreach (var battery in batteries)
        {
            foreach (var round in battery.Rounds) page.Row("td", [battery.Name, round.Name, $"{round.Spent}", $"{round.Hits}", $"{round.Left}"], firstNumeric: 2);
        }

        page.Markup("</table>\n");
    }

    // That a unit fires shows in the pictures; here is what changes otherwise.
    private static void Movements(HtmlPage page, RunResult result)
    {
        var rows = new List<string[]>();
        var postures = new SitePosture[result.Plan.FireUnits.Length];
        Array.Fill(postures, SitePosture.Ready);
        foreach (ref readonly var row in result.Recorder.Events<SiteChanged>())
        {
            var (node, unit) = (row.Happened.Node, row.Happened.Unit);
            var wasFiring = unit >= 0 && postures[unit] == SitePosture.Firing;
            if (unit >= 0) postures[unit] = row.Happened.Posture;
            if (row.Happened.Posture == SitePosture.Firing || (wasFiring && row.Happened is { Posture: SitePosture.Ready, Radiating: true })) continue;
            var name = node >= 0 ? $"{result.Plan.Nodes[node].Name} ({result.Plan.Nodes[node].Radar.Parameters.Name})" : $"{result.Plan.FireUnits[unit].Name} ({result.Plan.FireUnits[unit].Engagement.Parameters.Name})";
            rows.Add([row.Time.ToString(), name, LedgerWords.Posture(row.Happened.Posture, row.Happened.Radiating)]);
        }

        if (rows.Count == 0) return;
        page.Element("h3", "Movements").Markup("<table>\n");
        page.Row("th", ["Time", "Radar or fire unit", "From then on it"], firstNumeric: 3);
        foreach (var row in rows.Take(MostMovements)) page.Row("td", row, firstNumeric: 3);
        page.Markup("</table>\n");
        if (rows.Count > MostMovements) page.Element("p", $"and {rows.Count - MostMovements} more in the database, table site_changed.");
    }
}
