using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for free text.</summary>
public sealed class TextKey : Key<string>
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public TextKey(string name, string description)
        : base(name, description)
    {
    }

    /// <inheritdoc />
    public override string Expected => "a text";

    internal override string Fallback => "";

    internal override JsonObject Schema(SchemaDefinitions definitions) => new() { ["type"] = new JsonArray("string", "number", "boolean") };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out string value)
    {
        value = Scalar(node, problems)?.Text.Trim() ?? "";
        return value.Length > 0;
    }
}
