using System.Text.Json.Nodes;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Documents;

/// <summary>Catalogue entries as JSON; documented in docs/command-line.md.</summary>
internal static class EntryJson
{
    /// <summary>What an entry is.</summary>
    public static JsonObject Head(CatalogueEntry entry) => new()
    {
        ["id"] = entry.Id,
        ["kind"] = Word(entry.Kind),
        ["name"] = entry.Name,
        ["summary"] = entry.Summary,
    };

    /// <summary>An entry with its figures, parts and facts.</summary>
    public static JsonObject Whole(CatalogueEntry entry)
    {
        var json = Head(entry);
        json["like"] = entry.Like.Length > 0 ? entry.Like : null;
        json["figures"] = new JsonArray([.. entry.Figures.All.Select(FigureOf)]);
        json["parts"] = new JsonArray([.. entry.Parts.Select(static part => (JsonNode)new JsonObject { ["role"] = part.Role, ["id"] = part.Id })]);
        json["facts"] = new JsonArray([.. entry.Facts.Select(FactOf)]);
        return json;
    }

    private static JsonNode FigureOf(Figure figure) => new JsonObject
    {
        ["name"] = figure.Name,
        ["text"] = figure.ValueText,
        ["lowSi"] = Number(figure.LowSi),
        ["typicalSi"] = Number(figure.TypicalSi),
        ["highSi"] = Number(figure.HighSi),
        ["checked"] = Word(figure.Checked),
        ["sources"] = Texts(figure.Sources),
        ["note"] = figure.Note,
        ["reasoning"] = figure.Reasoning,
    };

    private static JsonNode FactOf(Fact fact) => new JsonObject
    {
        ["name"] = fact.Name,
        ["text"] = fact.Value,
        ["checked"] = Word(fact.Checked),
        ["sources"] = Texts(fact.Sources),
        ["note"] = fact.Note,
    };

    private static JsonNode? Number(double value) => double.IsFinite(value) ? value : null;

    private static JsonArray Texts(IReadOnlyList<string> texts) => new([.. texts.Select(static text => (JsonNode)text)]);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
