using System.Text.Json.Nodes;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>A key for what is published and used by no model: names of the author's choice, each with value, source and note.</summary>
internal sealed class FactsKey(string name, string description) : Key<IReadOnlyList<Fact>>(name, description)
{
    public override string Expected => "a mapping of names to value, source and note";

    internal override IReadOnlyList<Fact> Fallback => [];

    internal override JsonObject Schema(SchemaDefinitions definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = definitions.Reference(FigureFields.Keys) };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out IReadOnlyList<Fact> value)
    {
        value = [];
        if (node is not MappingNode mapping)
        {
            problems.Error(node.Place, $"'{Name}' is {node.Kind}", Expected);
            return false;
        }

        var facts = new List<Fact>();
        foreach (var entry in mapping.Entries)
        {
            if (!IdentifierKey.IsValid(entry.Key.Text)) problems.Error(entry.Key.Place, $"{QuotedText.Of(entry.Key.Text)} is no name for a fact", "small letters, digits and hyphens");
            if (MappingReader.Open(entry.Value, FigureFields.Keys, problems) is not { } fields) continue;
            var origin = FigureFields.ReadOrigin(fields, entry.Key.Text);
            if (!fields.TryGet(FigureFields.Value, out var text))
            {
                if (!fields.Has(FigureFields.Value)) problems.Error(fields.Place, $"{QuotedText.Of(entry.Key.Text)} has no value", "value: …");
                continue;
            }

            if (origin is not null) facts.Add(new Fact(entry.Key.Text, text, origin.Sources, origin.Note.Length > 0 ? origin.Note : origin.Reasoning, origin.Checked));
        }

        value = facts;
        return true;
    }
}
