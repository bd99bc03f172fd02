using System.Text.Json.Nodes;
using Bulwark.Core.Earth;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a place by latitude and longitude; the height comes from another key.</summary>
public sealed class PositionKey : Key<GeodeticPoint>
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public PositionKey(string name, string description)
        : base(name, description)
    {
    }

    /// <inheritdoc />
    public override string Expected => PositionText.Expected;

    internal override GeodeticPoint Fallback => default;

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Position();

    internal override bool TryRead(DocumentNode node, ProblemList problems, out GeodeticPoint value)
    {
        value = default;
        var text = node switch
        {
            // A flow list "[35.5, 24.1]" says the same; accept it, because map tools write it.
            SequenceNode { Items: [ScalarNode first, ScalarNode second] } => $"{first.Text}, {second.Text}",
            _ => Scalar(node, problems)?.Text,
        };
        if (text is null) return false;
        if (PositionText.TryRead(text, out value, out var problem)) return true;
        problems.Error(node.Place, problem);
        return false;
    }
}
