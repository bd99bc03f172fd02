using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Documents;

/// <summary>A comparison of catalogue entries as a table and as JSON.</summary>
internal static class ComparisonText
{
    private const string Gap = "  ";

    /// <summary>Prints the table: rows that differ carry a mark.</summary>
    public static void Write(CatalogueComparison comparison, Report report)
    {
        var rows = comparison.Rows.Select(static row => (row.Part, Cells: (string[][])[[row.Differs ? "≠" : " "], [row.Figure], .. row.Cells.Select(Lines)])).ToList();
        string[][] head = [[" "], [""], .. comparison.Entries.Select(static entry => (string[])[entry.Id])];
        var widths = Enumerable.Range(0, head.Length).Select(column => rows.Select(static row => row.Cells).Append(head).Max(cells => cells[column].Max(static line => line.Length))).ToArray();
        Print(head, widths, report);
        var part = "";
        foreach (var row in rows)
        {
            if (row.Part != part) report.Line(Title(part = row.Part));
            Print(row.Cells, widths, report);
        }

        report.Line($"{comparison.Rows.Count(static row => row.Differs)} of {comparison.Rows.Count} rows differ (≠); in brackets low to high. 'catalogue show' names the source of each figure.");
    }

    /// <summary>The comparison as JSON; documented in docs/command-line.md.</summary>
    public static JsonObject Json(CatalogueComparison comparison) => new()
    {
        ["entries"] = new JsonArray([.. comparison.Entries.Select(static entry => (JsonNode)entry.Id)]),
        ["rows"] = new JsonArray([.. comparison.Rows.Select(static row => (JsonNode)new JsonObject
        {
            ["part"] = row.Part,
            ["figure"] = row.Figure,
            ["differs"] = row.Differs,
            ["values"] = new JsonArray([.. row.Cells.Select(static cell => (JsonNode)new JsonArray([.. cell.Select(Json)]))]),
        })]),
    };

    private static JsonNode Json(ComparedValue value) => new JsonObject
    {
        ["of"] = value.Of.Length > 0 ? value.Of : null,
        ["text"] = value.Text,
        ["lowSi"] = Number(value.Figure?.LowSi),
        ["typicalSi"] = Number(value.Figure?.TypicalSi),
        ["highSi"] = Number(value.Figure?.HighSi),
        ["checked"] = value.Figure?.Checked.ToString().ToLowerInvariant(),
    };

    private static JsonNode? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    private static string Title(string part) => part switch { "entry" => "", "whole" => "the whole", "unit" => "units of it", "fire-unit" => "each fire unit", _ => part };

    // Several parts with one and the same value share a line.
    private static string[] Lines(IReadOnlyList<ComparedValue> cell)
    {
        if (cell.Count == 0) return ["–"];
        return [.. cell.GroupBy(static value => value.Text, StringComparer.Ordinal)
            .Select(group => group.First().Of.Length == 0 || group.Count() == cell.Count ? group.Key : $"{string.Join(", ", group.Select(static value => value.Of))}: {group.Key}")];
    }

    private static void Print(string[][] cells, int[] widths, Report report)
    {
        for (var line = 0; line < cells.Max(static cell => cell.Length); line++)
        {
            var texts = cells.Select((cell, column) => (line < cell.Length ? cell[line] : "").PadRight(widths[column]));
            report.Line(string.Join(Gap, texts).TrimEnd());
        }
    }
}
