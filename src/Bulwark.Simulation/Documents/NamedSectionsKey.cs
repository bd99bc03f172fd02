using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for mappings with names of the author's choice that all have the same keys and may take from each other.</summary>
public sealed class NamedSectionsKey : KeyDefinition
{
    private readonly KeySet _keys;
    private readonly KeyDefinition _by;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="keys">The keys of each mapping.</param>
    /// <param name="by">The key by which a mapping names another that says the rest.</param>
    /// <param name="description">What it means.</param>
    public NamedSectionsKey(string name, KeySet keys, KeyDefinition by, string description)
        : base(name, description) => (_keys, _by) = (keys, by);

    /// <inheritdoc />
    public override string Expected => "a mapping of names to mappings with " + _keys.Names;

    internal override void Check(DocumentNode node, ProblemList problems)
    {
        if (node is not MappingNode named)
        {
            problems.Error(node.Place, $"'{Name}' is {node.Kind}", Expected);
            return;
        }

        foreach (var entry in named.Entries) MappingReader.CheckAll(entry.Value, _keys.PartWith(_by), problems);
    }

    internal override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = definitions.ReferenceWithBase(_keys, _by) };
}
