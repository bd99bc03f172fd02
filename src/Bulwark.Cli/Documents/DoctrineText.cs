using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Cli.Documents;

/// <summary>What the units of scenarios, and doctrines by themselves, will do and when: in words and as JSON.</summary>
internal static class DoctrineText
{
    /// <summary>Prints a line for each unit and one for each behaviour.</summary>
    public static void Write(DocumentCheck check, Report report)
    {
        foreach (var (file, units) in All(check))
        {
            report.Line($"{file}: who does what, and when");
            foreach (var (unit, lines) in units)
            {
                report.Line($"  {unit}");
                foreach (var line in lines) report.Line($"    {line}");
            }
        }
    }

    /// <summary>The same as JSON; documented in docs/command-line.md.</summary>
    public static JsonArray Json(DocumentCheck check) => new([.. All(check).SelectMany(static file => file.Units, static (file, unit) => (JsonNode)new JsonObject
    {
        ["file"] = file.File,
        ["unit"] = unit.Unit,
        ["does"] = new JsonArray([.. unit.Lines.Select(static line => JsonValue.Create(line))]),
    })]);

    private static IEnumerable<(string File, List<(string Unit, List<string> Lines)> Units)> All(DocumentCheck check)
    {
        foreach (var (file, scenario) in check.Scenarios) yield return (file, Units(scenario));
        foreach (var (file, doctrine) in check.Doctrines) yield return (file, [(doctrine.Title, [DoctrineExplanation.Of(doctrine.Engagement), .. DoctrineExplanation.Of(doctrine.Behaviours)])]);
    }

    private static List<(string Unit, List<string> Lines)> Units(Scenario scenario) =>
    [
        .. scenario.Batteries.Select(static battery => (battery.Id, (List<string>)[DoctrineExplanation.Of(battery.Doctrine), .. DoctrineExplanation.Of(battery.Behaviours)])),
        .. scenario.Surveillance.Select(static site => (site.Id, (List<string>)[.. DoctrineExplanation.Of(site.Behaviours)])),
    ];
}
