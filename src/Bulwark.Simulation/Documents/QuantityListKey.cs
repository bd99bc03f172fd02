using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for one number with a unit or a list of them.</summary>
public sealed class QuantityListKey : Key<IReadOnlyList<double>>
{
    private readonly QuantityKey _item;
    private readonly int _most;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="dimension">What it measures.</param>
    /// <param name="minimum">Smallest valid value, such as "0 m".</param>
    /// <param name="maximum">Largest valid value.</param>
    /// <param name="most">Largest number of values.</param>
    /// <param name="description">What it means.</param>
    public QuantityListKey(string name, Dimension dimension, string minimum, string maximum, int most, string description)
        : base(name, description)
    {
        _item = new QuantityKey(name, dimension, minimum, maximum, description);
        _most = most;
    }

    /// <inheritdoc />
    public override string Expected => $"{_item.Expected}, or a list of at most {_most}";

    internal override IReadOnlyList<double> Fallback => [];

    internal override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(
            _item.Schema(definitions),
            new JsonObject { ["type"] = "array", ["minItems"] = 1, ["maxItems"] = _most, ["items"] = _item.Schema(definitions) }),
    };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out IReadOnlyList<double> value)
    {
        var items = node is SequenceNode sequence ? sequence.Items : [node];
        var values = new List<double>();
        if (items.Count == 0 || items.Count > _most) problems.Error(node.Place, $"'{Name}' has {items.Count} items", Expected);
        foreach (var item in items.Take(_most))
        {
            if (_item.TryRead(item, problems, out var read)) values.Add(read);
        }

        value = values;
        return values.Count == items.Count && values.Count > 0;
    }
}
