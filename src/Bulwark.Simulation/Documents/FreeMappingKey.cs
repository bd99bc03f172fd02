using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a mapping whose keys are the author's own, each with a single value.</summary>
public sealed class FreeMappingKey : KeyDefinition
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public FreeMappingKey(string name, string description)
        : base(name, description)
    {
    }

    /// <inheritdoc />
    public override string Expected => "a mapping of names to values";

    internal override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["type"] = "object",
        ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
    };
}
