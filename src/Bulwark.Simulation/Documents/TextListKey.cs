using System.Text.Json.Nodes;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for one text or a list of texts.</summary>
public sealed class TextListKey : Key<IReadOnlyList<string>>
{
    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="description">What it means.</param>
    public TextListKey(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>Whether the texts may be numbers or truth values, written without quotes.</summary>
    public bool TakesNumbers { get; init; }

    /// <inheritdoc />
    public override string Expected => "a text or a list of texts";

    internal override IReadOnlyList<string> Fallback => [];

    internal override JsonObject Schema(SchemaDefinitions definitions) => new()
    {
        ["anyOf"] = new JsonArray(Item(), new JsonObject { ["type"] = "array", ["minItems"] = 1, ["items"] = Item() }),
    };

    internal override bool TryRead(DocumentNode node, ProblemList problems, out IReadOnlyList<string> value)
    {
        var items = node is SequenceNode sequence ? sequence.Items : [node];
        var texts = new List<string>();
        foreach (var item in items)
        {
            if (Scalar(item, problems) is { } scalar) texts.Add(scalar.Text.Trim());
        }

        if (items.Count == 0) problems.Error(node.Place, $"'{Name}' is an empty list", Expected);
        value = texts;
        return texts.Count == items.Count && texts.Count > 0;
    }

    private JsonObject Item() => new() { ["type"] = TakesNumbers ? new JsonArray("string", "number", "boolean") : JsonValue.Create("string") };
}
