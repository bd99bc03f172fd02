using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a number with a unit.</summary>
public sealed class QuantityKey : Key<double>
{
    private readonly QuantityRange _range;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="dimension">What it measures.</param>
    /// <param name="minimum">Smallest valid value, such as "0 m".</param>
    /// <param name="maximum">Largest valid value, such as "30 km".</param>
    /// <param name="description">What it means.</param>
    public QuantityKey(string name, Dimension dimension, string minimum, string maximum, string description)
        : base(name, description) => _range = new QuantityRange(dimension, minimum, maximum);

    /// <inheritdoc />
    public override string Expected => _range.Expected;

    internal override double Fallback => _range.MinimumSi;

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Quantity(_range);

    internal override bool TryRead(DocumentNode node, ProblemList problems, out double value)
    {
        value = _range.MinimumSi;
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

        value = read;
        return true;
    }
}
