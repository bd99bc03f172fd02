using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for a list of mappings that all have the same keys.</summary>
public sealed class SectionListKey : KeyDefinition
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="keys">The keys of each mapping.</param>
    /// <param name="description">What it means.</param>
    public SectionListKey(string name, KeySet keys, string description)
        : base(name, description) => Keys = keys;

    /// <summary>The keys of each mapping.</summary>
    public KeySet Keys { get; }

    /// <summary>Smallest number of items.</summary>
    public int MinimumItems { get; init; }

    /// <summary>The key by which an item names a template that says the rest; null when items have none.</summary>
    public IdentifierKey? Template { get; init; }

    /// <inheritdoc />
    public override string Expected => (MinimumItems > 0 ? $"a list of at least {MinimumItems} mappings with " : "a list of mappings with ") + Keys.Names;

    internal override void Check(DocumentNode node, ProblemList problems)
    {
        if (node is not SequenceNode list)
        {
            if (node is not ScalarNode { IsNothing: true }) problems.Error(node.Place, $"'{Name}' is {node.Kind}", Expected, "begin each item with '- '");
            return;
        }

        foreach (var item in list.Items) MappingReader.CheckAll(item, Template is not null && item is MappingNode mapping && mapping.Find(Template.Name) is not null ? Keys.PartWith(Template) : Keys, problems);
    }

    internal override JsonObject Schema(SchemaDefinitions definitions)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Template is null ? definitions.Reference(Keys) : definitions.ReferenceWithBase(Keys, Template) };
        if (MinimumItems > 0) schema["minItems"] = MinimumItems;
        return schema;
    }
}
