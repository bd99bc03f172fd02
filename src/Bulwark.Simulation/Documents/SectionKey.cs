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

    /// <summary>The key by which the mapping names another of its kind that says the rest, which may also stand alone; null when there is none.</summary>
    public KeyDefinition? Named { get; init; }

    /// <inheritdoc />
    public override string Expected => (Named is null ? "" : "a name or path, or ") + "a mapping with " + Keys.Names;

    internal override void Check(DocumentNode node, ProblemList problems)
    {
        if (Named is not null && node is ScalarNode { IsNothing: false }) return;
        MappingReader.CheckAll(node, Named is null ? Keys : Keys.PartWith(Named), problems);
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) => Named is null
        ? definitions.Reference(Keys)
        : new JsonObject { ["anyOf"] = new JsonArray(Named.Schema(definitions), definitions.ReferenceWithBase(Keys, Named)) };
}
