using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for templates: for each list of a file, names of the author's choice with a part of an item's keys.</summary>
public sealed class TemplatesKey : KeyDefinition
{
    private readonly IReadOnlyList<SectionListKey> _lists;
    private readonly IdentifierKey _by;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="lists">The lists whose items may use a template.</param>
    /// <param name="by">The key by which an item or a template names a template.</param>
    /// <param name="description">What it means.</param>
    public TemplatesKey(string name, IReadOnlyList<SectionListKey> lists, IdentifierKey by, string description)
        : base(name, description) => (_lists, _by) = (lists, by);

    /// <inheritdoc />
    public override string Expected => $"a mapping with {string.Join(", ", _lists.Select(static list => list.Name))}, each a mapping of names to templates";

    internal override void Check(DocumentNode node, ProblemList problems)
    {
        if (node is not MappingNode lists)
        {
            problems.Error(node.Place, $"'{Name}' is {node.Kind}", Expected);
            return;
        }

        var names = _lists.Select(static list => list.Name).ToList();
        foreach (var entry in lists.Entries)
        {
            if (_lists.FirstOrDefault(list => list.Name == entry.Key.Text) is not { } list)
                problems.Error(entry.Key.Place, $"{QuotedText.Of(entry.Key.Text)} is no list with templates", "one of " + string.Join(", ", names), NearestMatch.Hint(entry.Key.Text, names));
            else if (entry.Value is not MappingNode templates)
                problems.Error(entry.Value.Place, $"{QuotedText.Of(entry.Key.Text)} is {entry.Value.Kind}", "a mapping of names to templates");
            else
                foreach (var template in templates.Entries) MappingReader.CheckAll(template.Value, list.Keys.PartWith(_by), problems);
        }
    }

    internal override JsonObject Schema(SchemaDefinitions definitions)
    {
        var properties = new JsonObject();
        foreach (var list in _lists)
        {
            properties[list.Name] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = $"Templates of '{list.Name}'. Expected: a mapping of names to templates.",
                ["additionalProperties"] = definitions.PartialReference(list.Keys, _by),
            };
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties, ["additionalProperties"] = false };
    }
}
