using System.Text.Json.Nodes;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>A key for a figure of the catalogue: a value or a spread, with source and note or with reasoning.</summary>
public sealed class FigureKey : Key<Figure?>
{
    private readonly QuantityRange? _range;
    private readonly IReadOnlyList<string> _words = [];

    /// <summary>Makes a key for a number.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="dimension">What it measures.</param>
    /// <param name="minimum">Smallest valid value, such as "0 m".</param>
    /// <param name="maximum">Largest valid value.</param>
    /// <param name="description">What it means.</param>
    public FigureKey(string name, Dimension dimension, string minimum, string maximum, string description)
        : base(name, description) => _range = new QuantityRange(dimension, minimum, maximum);

    /// <summary>Makes a key for one of several words.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="words">The valid words.</param>
    /// <param name="description">What it means.</param>
    public FigureKey(string name, IReadOnlyList<string> words, string description)
        : base(name, description) => _words = words;

    /// <summary>Whether an entry without it is incomplete.</summary>
    public bool IsNeeded { get; init; } = true;

    /// <summary>Whether it counts things.</summary>
    public bool IsWhole { get; init; }

    /// <inheritdoc />
    public override string Expected => _range is null ? "one of " + string.Join(", ", _words) : IsWhole ? $"a whole number from {_range.Words}" : _range.Expected;

    internal override Figure? Fallback => null;

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(FigureFields.Keys);

    internal override bool TryRead(DocumentNode node, ProblemList problems, out Figure? value)
    {
        value = null;
        if (node is ScalarNode { IsNothing: false })
        {
            problems.Error(node.Place, $"'{Name}' has a value but no source", "value: …, source: … and note: \"[read] …\", or value: … and reasoning: …");
            return false;
        }

        if (MappingReader.Open(node, FigureFields.Keys, problems) is not { } fields) return false;
        var origin = FigureFields.ReadOrigin(fields, Name);
        value = _range is null ? ReadWord(fields) : ReadSpread(fields, _range);
        if (origin is null || value is null) return false;
        value = value with { Sources = origin.Sources, Note = origin.Note, Reasoning = origin.Reasoning, Checked = origin.Checked };
        return true;
    }

    /// <summary>Reads a bare value, as a scenario sets it.</summary>
    internal Figure? ReadBare(ScalarNode node, ProblemList problems)
    {
        if (_range is null) return Explain(Word(node.Text.Trim(), node.Place, problems));
        if (ReadNumber(node.Text, node.Place, _range, problems) is not var (number, unit)) return null;
        return Explain(Make(_range.Dimension, number, number, number, unit, node.Place));
    }

    /// <summary>Reads a number already in the program's own unit, as a study sets it; null when it is out of range.</summary>
    internal Figure? FromSi(double valueSi)
    {
        if (_range is null || !_range.Contains(valueSi) || (IsWhole && valueSi != Math.Floor(valueSi))) return null;
        return Make(_range.Dimension, valueSi, valueSi, valueSi, UnitTable.For(_range.Dimension)[0], default);
    }

    private Figure? ReadWord(MappingReader fields)
    {
        if (fields.TryGet(FigureFields.Value, out var word)) return Word(word, fields.PlaceOf(FigureFields.Value), fields.Problems);
        if (!fields.Has(FigureFields.Value)) fields.Problems.Error(fields.Place, $"'{Name}' has no value", "value: " + Expected);
        return null;
    }

    private Figure? Word(string text, DocumentPlace place, ProblemList problems)
    {
        var word = text switch { "true" => "yes", "false" => "no", _ => text };
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i] == word) return Make(Dimension.None, i, i, i, UnitTable.All[0], place) with { Word = word };
        }

        problems.Error(place, $"{QuotedText.Of(text)} is not a valid '{Name}'", Expected, NearestMatch.Hint(word, _words));
        return null;
    }

    private Figure? ReadSpread(MappingReader fields, QuantityRange range)
    {
        var problems = fields.Problems;
        var one = fields.Has(FigureFields.Value);
        if (one == fields.Has(FigureFields.Typical))
        {
            problems.Error(fields.Place, one ? $"'{Name}' has both a value and a typical value" : $"'{Name}' has no value", "value: … or low, typical, high and unit");
            return null;
        }

        var unitText = "";
        if (fields.TryGet(FigureFields.Unit, out var written)) unitText = " " + written;
        var typicalKey = one ? FigureFields.Value : FigureFields.Typical;
        var typical = Number(fields, typicalKey, unitText, range);
        var low = fields.Has(FigureFields.Low) ? Number(fields, FigureFields.Low, unitText, range) : typical;
        var high = fields.Has(FigureFields.High) ? Number(fields, FigureFields.High, unitText, range) : typical;
        if (typical is not var (middle, unit) || low is not var (bottom, _) || high is not var (top, _)) return null;
        if (bottom > middle || middle > top)
        {
            problems.Error(fields.PlaceOf(typicalKey), $"the typical value of '{Name}' is outside low to high", "low <= typical <= high");
            return null;
        }

        return Make(range.Dimension, bottom, middle, top, unit, fields.Place);
    }

    private (double ValueSi, Unit Unit)? Number(MappingReader fields, TextKey key, string unitText, QuantityRange range) =>
        fields.TryGet(key, out var text) ? ReadNumber(text + unitText, fields.PlaceOf(key), range, fields.Problems) : null;

    private (double ValueSi, Unit Unit)? ReadNumber(string text, DocumentPlace place, QuantityRange range, ProblemList problems)
    {
        if (!QuantityText.TryRead(text, range.Dimension, out var number, out var unit, out var problem))
        {
            problems.Error(place, problem);
            return null;
        }

        if (range.Contains(number) && (!IsWhole || number == Math.Floor(number))) return (number, unit);
        problems.Error(place, $"'{Name}' of {QuotedText.Of(text)} is out of range", Expected);
        return null;
    }

    private static Figure? Explain(Figure? figure) => figure is null ? null : figure with { Reasoning = "set in the scenario" };

    private Figure Make(Dimension dimension, double lowSi, double typicalSi, double highSi, Unit unit, DocumentPlace place) => new()
    {
        Name = Name,
        Dimension = dimension,
        LowSi = lowSi,
        TypicalSi = typicalSi,
        HighSi = highSi,
        Unit = unit,
        Checked = Checked.Assumed,
        Place = place,
    };
}
