using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a mapping with keys of its own.</summary>
public sealed class SectionKey : KeyDefinition
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="keys">The keys of the mapping.</param>
    /// <param name="description">What it means.</param>
    public SectionKey(string name, KeySet keys, string description)
        : base(name, description) => Keys = keys;

    /// <summary>The keys of the mapping.</summary>
    public KeySet Keys { get; }

    /// <inheritdoc />
    public override string Expected => "a mapping with " + Keys.Names;

    internal override JsonObject Schema(SchemaDefinitions definitions) => definitions.Reference(Keys);
}
