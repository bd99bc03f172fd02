using System.Text.Json.Nodes;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Programmes.Reading;

/// <summary>A key for a figure, plain or with its range: <c>800 h</c> or <c>{low: 400 h, typical: 800 h, high: 1600 h}</c>.</summary>
internal sealed class SpreadKey : Key<Spread>
{
    private readonly QuantityRange _range;
    private readonly QuantityKey _low;
    private readonly QuantityKey _typical;
    private readonly QuantityKey _high;
    private readonly KeySet _keys;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="dimension">What it measures.</param>
    /// <param name="minimum">Smallest valid value.</param>
    /// <param name="maximum">Largest valid value.</param>
    /// <param name="description">What it means.</param>
    public SpreadKey(string name, Dimension dimension, string minimum, string maximum, string description)
        : base(name, description)
    {
        _range = new QuantityRange(dimension, minimum, maximum);
        _low = new QuantityKey("low", dimension, minimum, maximum, "Lower end.") { IsRequired = true };
        _typical = new QuantityKey("typical", dimension, minimum, maximum, "Most likely value.") { IsRequired = true };
        _high = new QuantityKey("high", dimension, minimum, maximum, "Upper end.") { IsRequired = true };
        _keys = new KeySet("range", "A figure with its range.", [_low, _typical, _high]);
    }

    /// <inheritdoc />
    public override string Expected => $"{_range.Expected}, plain or as low, typical and high";

    internal override Spread Fallback => Spread.Of(_range.MinimumSi);

    internal override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            definitions.Quantity(_range),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject { ["low"] = definitions.Quantity(_range), ["typical"] = definitions.Quantity(_range), ["high"] = definitions.Quantity(_range) },
                ["required"] = new JsonArray("low", "typical", "high"),
                ["additionalProperties"] = false,
            }),
    };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out Spread value)
    {
        value = Fallback;
        if (node is MappingNode)
        {
            if (MappingReader.Open(node, _keys, problems) is not { } reader) return false;
            if (!(reader.TryGet(_low, out var low) & reader.TryGet(_typical, out var typical) & reader.TryGet(_high, out var high))) return false;
            if (!(low <= typical && typical <= high))
            {
                problems.Error(node.Place, $"the range of '{Name}' is out of order", "low, typical and high from the smallest to the largest");
                return false;
            }

            value = new Spread(low, typical, high);
            return true;
        }

        if (Scalar(node, problems) is not { } scalar) return false;
        if (!QuantityText.TryRead(scalar.Text, _range.Dimension, out var read, out var problem))
        {
            problems.Error(node.Place, problem);
            return false;
        }

        if (!_range.Contains(read))
        {
            problems.Error(node.Place, $"'{Name}' of {QuotedText.Of(scalar.Text)} is out of range", Expected);
            return false;
        }

        value = Spread.Of(read);
        return true;
    }
}
