using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>The keys of one figure, and how its origin is read.</summary>
internal static class FigureFields
{
    public static readonly TextKey Value = new("value", "The value with its unit, when there is one value only.");
    public static readonly TextKey Low = new("low", "Lowest value.");
    public static readonly TextKey Typical = new("typical", "The value a run uses.");
    public static readonly TextKey High = new("high", "Highest value.");
    public static readonly TextKey Unit = new("unit", "The unit of low, typical and high.");
    public static readonly TextListKey Source = new("source", "Where it is published, one text or a list.");
    public static readonly TextKey Note = new("note", "How far it was checked, [read], [game] or [recall], and remarks.");
    public static readonly TextKey Reasoning = new("reasoning", "Why this value; instead of a source, or beside one that leaves a choice.");

    public static readonly KeySet Keys = new("figure", "A value or a spread, with its source and note or with its reasoning.", [Value, Low, Typical, High, Unit, Source, Note, Reasoning]);

    private static readonly (string Mark, Checked Checked)[] Marks =
        [("[read]", Checked.Read), ("[game]", Checked.Game), ("[recall]", Checked.Recall)];

    /// <summary>Reads where a figure comes from; null after reporting a problem.</summary>
    public static Origin? ReadOrigin(MappingReader fields, string name)
    {
        var errors = fields.Problems.ErrorCount;
        var hasSource = fields.TryGet(Source, out var sources);
        _ = fields.TryGet(Note, out var note);
        var hasReasoning = fields.TryGet(Reasoning, out var reasoning);
        if (!hasSource && !hasReasoning && !fields.Has(Source) && !fields.Has(Reasoning))
            fields.Problems.Error(fields.Place, $"'{name}' has neither a source nor a reasoning", "source: … and note: \"[read] …\", or reasoning: …", "a figure nobody published is an assumption: say why");
        if (!hasSource) return fields.Problems.ErrorCount > errors ? null : new Origin([], note, reasoning, Checked.Assumed);
        foreach (var (mark, how) in Marks)
        {
            if (note.StartsWith(mark, StringComparison.Ordinal)) return fields.Problems.ErrorCount > errors ? null : new Origin(sources, note, reasoning, how);
        }

        var place = fields.Has(Note) ? fields.PlaceOf(Note) : fields.Place;
        fields.Problems.Error(place, $"the note of '{name}' does not say how far the source was checked", "a note that begins with [read], [game] or [recall]", note.Length > 0 ? NearestMatch.Hint(note.Split(' ')[0], Marks.Select(mark => mark.Mark)) : "");
        return null;
    }

    /// <summary>Where a figure comes from.</summary>
    public sealed record Origin(IReadOnlyList<string> Sources, string Note, string Reasoning, Checked Checked);
}
