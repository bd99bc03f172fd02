using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Core.Units;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Cli.Documents;

/// <summary>Who commands whom in scenarios, in words and as JSON.</summary>
internal static class WiringText
{
    /// <summary>Prints one line for each battery and surveillance radar.</summary>
    public static void Write(IReadOnlyList<(string File, Scenario Scenario)> scenarios, Report report)
    {
        foreach (var (file, scenario) in scenarios)
        {
            report.Line($"{file}: who commands whom");
            var width = scenario.Wiring.Select(static link => link.Unit.Length).DefaultIfEmpty().Max();
            foreach (var link in scenario.Wiring)
            {
                var under = link.Superior is null ? link.Reason : $"under {link.Superior}, {QuantityFormat.Short(link.DistanceM, Dimension.Length, 3)} away: {link.Reason}";
                report.Line($"  {link.Unit.PadRight(width)}  {under}");
            }
        }
    }

    /// <summary>The same as JSON; documented in docs/command-line.md.</summary>
    public static JsonArray Json(IReadOnlyList<(string File, Scenario Scenario)> scenarios) => new([.. scenarios.SelectMany(static pair => pair.Scenario.Wiring, static (pair, link) => (JsonNode)new JsonObject
    {
        ["file"] = pair.File,
        ["unit"] = link.Unit,
        ["superior"] = link.Superior,
        ["distanceM"] = link.DistanceM,
        ["reason"] = link.Reason,
    })]);
}
