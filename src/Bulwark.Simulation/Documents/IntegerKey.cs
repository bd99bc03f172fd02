using System.Globalization;
using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a whole number.</summary>
public sealed class IntegerKey : Key<long>
{
    private readonly long _minimum;
    private readonly long _maximum;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="minimum">Smallest valid number.</param>
    /// <param name="maximum">Largest valid number.</param>
    /// <param name="description">What it means.</param>
    public IntegerKey(string name, long minimum, long maximum, string description)
        : base(name, description)
    {
        _minimum = minimum;
        _maximum = maximum;
    }

    /// <inheritdoc />
    public override string Expected => _maximum == long.MaxValue ? $"a whole number from {_minimum}" : $"a whole number from {_minimum} to {_maximum}";

    internal override long Fallback => _minimum;

    internal override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "integer", ["minimum"] = _minimum };
        if (_maximum != long.MaxValue) schema["maximum"] = _maximum;
        return schema;
    }

    internal override bool TryRead(DocumentNode node, ProblemList problems, out long value)
    {
        value = _minimum;
        if (Scalar(node, problems) is not { } scalar) return false;
        if (!long.TryParse(scalar.Text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var read))
        {
            problems.Error(node.Place, $"{QuotedText.Of(scalar.Text)} is not a whole number", Expected);
            return false;
        }

        if (read < _minimum || read > _maximum)
        {
            problems.Error(node.Place, $"'{Name}' of {read} is out of range", Expected);
            return false;
        }

        value = read;
        return true;
    }
}
