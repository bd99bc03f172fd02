using System.Text.Json.Nodes;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The keys of a catalogue file, for each kind of entry.</summary>
internal static class EntryKeys
{
    public const string FormatName = "catalogue/1";

    public static readonly ChoiceKey<string> Format = new("bulwark", [(FormatName, FormatName)], "The format of this file.") { IsRequired = true };
    public static readonly ChoiceKey<EntryKind> Kind = new("kind", [.. Enum.GetValues<EntryKind>().Select(kind => (Word(kind), kind))], "What the entry describes.") { IsRequired = true };
    public static readonly IdentifierKey Id = new("id", "Identifier, the same as the name of the file.") { IsRequired = true };
    public static readonly TextKey Name = new("name", "Name for reports.") { IsRequired = true };
    public static readonly TextKey Summary = new("summary", "What it is, in a sentence.");
    public static readonly IdentifierKey Like = new("like", "The entry of the same kind of which this is a variant; what is not said here is taken from there.");
    public static readonly IdentifierKey Category = new("category", "Short category: fighter, bomber, cruise-missile, airliner and so on.");
    public static readonly FactsKey Facts = new("facts", "What else is published about it; no model uses it.");

    private static readonly Dictionary<EntryKind, KeySet> Sets = Enum.GetValues<EntryKind>().ToDictionary(kind => kind, Make);

    public static string Word(EntryKind kind) => kind.ToString().ToLowerInvariant();

    public static KeySet For(EntryKind kind) => Sets[kind];

    public static SectionKey Figures(EntryKind kind) => (SectionKey)Sets[kind].Find("figures")!;

    /// <summary>The JSON schema of catalogue files.</summary>
    public static string Schema()
    {
        var definitions = new SchemaDefinitions();
        var rules = new JsonArray();
        foreach (var kind in Enum.GetValues<EntryKind>())
        {
            rules.Add(new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["kind"] = new JsonObject { ["const"] = Word(kind) } }, ["required"] = new JsonArray("kind") },
                ["then"] = definitions.Reference(Sets[kind]),
            });
        }

        var root = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["bulwark"] = Format.Schema(definitions), ["kind"] = Kind.Schema(definitions) },
            ["required"] = new JsonArray("bulwark", "kind"),
            ["allOf"] = rules,
        };
        return definitions.Write("Bulwark catalogue entry", root);
    }

    private static KeySet Make(EntryKind kind)
    {
        List<KeyDefinition> keys = [Format, Kind, Id, Name, Summary, Like];
        if (kind == EntryKind.Aircraft) keys.Add(Category);
        if (kind == EntryKind.Battery) keys.Add(PartKeys.Section);
        keys.Add(new SectionKey("figures", FigureKeys.For(kind), "Its figures."));
        keys.Add(Facts);
        return new KeySet(Word(kind), $"A catalogue entry of kind {Word(kind)}.", keys);
    }
}
