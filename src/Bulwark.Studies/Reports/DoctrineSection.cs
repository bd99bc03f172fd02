using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Studies.Reports;

/// <summary>What the units' doctrines are, and what they made them do, in a run's report.</summary>
internal static class DoctrineSection
{
    /// <summary>A run with very many actions lists the first so many.</summary>
    private const int MostActions = 200;

    public static void Write(HtmlPage page, RunResult result)
    {
        List<(string Name, DoctrineBehaviours Doctrine)> units =
        [
            .. result.Plan.Scenario.Batteries.Where(static battery => battery.Behaviours is not null).Select(static battery => (battery.Name, battery.Behaviours!)),
            .. result.Plan.Scenario.Surveillance.Where(static site => site.Behaviours is not null).Select(static site => (site.Name, site.Behaviours!)),
        ];
        if (units.Count == 0) return;
        page.Element("h3", "Doctrine").Markup("<table>\n");
        page.Row("th", ["Unit", "What it does, and when"], firstNumeric: 2);
        foreach (var (name, doctrine) in units)
        {
            foreach (var line in DoctrineExplanation.Of(doctrine)) page.Row("td", [name, line], firstNumeric: 2);
        }

        page.Markup("</table>\n");
        var actions = result.Recorder.Events<DoctrineActed>();
        if (actions.Length == 0) return;
        page.Markup("<table>\n");
        page.Row("th", ["Time", "What it did, and why"], firstNumeric: 2);
        foreach (ref readonly var row in actions[..Math.Min(MostActions, actions.Length)])
        {
            var acted = row.Happened;
            page.Row("td", [row.Time.ToString(), DoctrineEventWords.Of(in acted, result.Plan)], firstNumeric: 2);
        }

        page.Markup("</table>\n");
        if (actions.Length > MostActions) page.Element("p", $"and {actions.Length - MostActions} more in the database, table doctrine_acted.");
    }
}
