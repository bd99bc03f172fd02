using System.Globalization;
using System.Text;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Catalogue;

/// <summary>A commented catalogue file to start from: every key of its kind with its meaning, and figures of a known entry to replace.</summary>
public static class EntryTemplate
{
    /// <summary>The text of a file. It reads without errors beside the entries of the catalogue.</summary>
    /// <param name="store">The built-in catalogue.</param>
    /// <param name="kind">What the entry will describe.</param>
    /// <param name="id">Its identifier, the name of the file without its ending.</param>
    /// <exception cref="ArgumentException">The catalogue has no entry to take figures from.</exception>
    public static string Text(CatalogueStore store, EntryKind kind, string id)
    {
        ArgumentNullException.ThrowIfNull(store);
        var model = store.Find(ModelOf(kind)) ?? throw new ArgumentException($"the catalogue has no '{ModelOf(kind)}'", nameof(store));
        var text = new StringBuilder();
        text.Append("# yaml-language-server: $schema=../../schemas/catalogue.schema.json\n");
        text.Append($"# A {EntryKeys.Word(kind)} to start from. Every figure is that of '{model.Id}' and counts as assumed: replace it by what is published,\n");
        text.Append("#   detection-range: {low: 160, typical: 200, high: 300, unit: km, source: \"https://…\", note: \"[read] what it says besides\"}\n");
        text.Append("# or say in 'reasoning' why you assume it. The note begins with how far the source was checked: [read], [game] or [recall].\n");
        text.Append($"bulwark: {EntryKeys.FormatName}\nkind: {EntryKeys.Word(kind)}\nid: {id}                 # the same as the name of the file\n");
        text.Append($"name: My {EntryKeys.Word(kind)}\nsummary: What it is, in a sentence.\n");
        text.Append("# like: other-id          # an entry of the same kind; what is not said here is taken from there\n");
        if (kind == EntryKind.Aircraft) text.Append($"category: {model.Category}\n");
        if (model.Parts.Count > 0) WriteParts(text, model);
        text.Append("figures:\n");
        foreach (var key in FigureKeys.For(kind).Keys.Cast<FigureKey>()) WriteFigure(text, key, model);
        text.Append("# facts:                  # what is published and used by no model, above all what disagrees\n");
        text.Append("#   name-of-the-fact: {value: \"6 to 36 targets\", source: \"https://…\", note: \"[recall]\"}\n");
        return text.ToString();
    }

    private static string ModelOf(EntryKind kind) => kind switch
    {
        EntryKind.Radar => "s-surveillance",
        EntryKind.Missile => "48n6e",
        EntryKind.Launcher => "5p85",
        EntryKind.Aircraft => "fighter",
        EntryKind.Vehicle => "55k6e",
        _ => "s-300-pmu-1",
    };

    private static void WriteParts(StringBuilder text, CatalogueEntry model)
    {
        text.Append("parts:                    # ids of the catalogue\n");
        foreach (var part in model.Parts) text.Append($"  {part.Role}: {part.Id}\n");
    }

    private static void WriteFigure(StringBuilder text, FigureKey key, CatalogueEntry model)
    {
        text.Append($"  # {key.Description} ({key.Expected})\n");
        if (model.Figures.Find(key.Name) is not { } figure)
        {
            text.Append($"  # {key.Name}: {{value: …, reasoning: \"…\"}}\n");
            return;
        }

        var value = figure.Word.Length > 0 ? $"value: {figure.Word}"
            : figure.HasSpread ? $"low: {Number(figure.LowSi, figure.Unit)}, typical: {Number(figure.TypicalSi, figure.Unit)}, high: {Number(figure.HighSi, figure.Unit)}{Unit(figure)}"
            : $"value: {QuantityFormat.InUnit(figure.TypicalSi, figure.Unit, 6)}";
        text.Append($"  {key.Name}: {{{value}, reasoning: \"as {model.Id}; replace it\"}}\n");
    }

    private static string Unit(Figure figure) => figure.Unit.Symbol.Length == 0 ? "" : $", unit: {figure.Unit.Symbol}";

    private static string Number(double valueSi, Unit unit) => unit.FromSi(valueSi).ToString("G6", CultureInfo.InvariantCulture);
}
