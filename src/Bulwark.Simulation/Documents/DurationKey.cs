using System.Text.Json.Nodes;
using Bulwark.Core.Timing;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a length of time or a moment counted from the start of the run.</summary>
public sealed class DurationKey : Key<SimDuration>
{
    private readonly string _words;
    private readonly SimDuration _minimum;
    private readonly SimDuration _maximum;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="minimum">Shortest valid time, such as "0 s".</param>
    /// <param name="maximum">Longest valid time, such as "24 h".</param>
    /// <param name="description">What it means.</param>
    /// <exception cref="ArgumentException">A limit cannot be read.</exception>
    public DurationKey(string name, string minimum, string maximum, string description)
        : base(name, description)
    {
        if (!DurationText.TryRead(minimum, out _minimum, out var problem)) throw new ArgumentException(problem.Message, nameof(minimum));
        if (!DurationText.TryRead(maximum, out _maximum, out problem)) throw new ArgumentException(problem.Message, nameof(maximum));
        _words = $"{minimum} to {maximum}";
    }

    /// <inheritdoc />
    public override string Expected => $"a time from {_words}";

    internal override SimDuration Fallback => _minimum;

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Duration();

    internal override bool TryRead(DocumentNode node, ProblemList problems, out SimDuration value)
    {
        value = _minimum;
        if (Scalar(node, problems) is not { } scalar) return false;
        if (!DurationText.TryRead(scalar.Text, out var read, out var problem))
        {
            problems.Error(node.Place, problem);
            return false;
        }

        if (read < _minimum || read > _maximum)
        {
            problems.Error(node.Place, $"'{Name}' of {QuotedText.Of(scalar.Text)} is out of range", Expected);
            return false;
        }

        value = read;
        return true;
    }
}
