using System.Text.Json.Nodes;
using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A key for one of several words.</summary>
/// <typeparam name="T">What a word stands for.</typeparam>
public sealed class ChoiceKey<T> : Key<T>
{
    private readonly IReadOnlyList<(string Word, T Value)> _choices;

    /// <summary>Makes the key.</summary>
    /// <param name="name">The key as files write it.</param>
    /// <param name="choices">The words with what they stand for, at least one.</param>
    /// <param name="description">What it means.</param>
    public ChoiceKey(string name, IReadOnlyList<(string Word, T Value)> choices, string description)
        : base(name, description) => _choices = choices;

    /// <inheritdoc />
    public override string Expected => _choices.Count == 1 ? $"'{_choices[0].Word}'" : "one of " + string.Join(", ", _choices.Select(choice => choice.Word));

    internal override T Fallback => _choices[0].Value;

    internal override JsonObject Schema(SchemaDefinitions definitions)
    {
        var words = new JsonArray([.. _choices.Select(choice => (JsonNode)choice.Word)]);
        // A plain yes or no is a text in YAML 1.2 but a truth value in YAML 1.1; editors differ, so both are valid.
        if (_choices.Any(choice => choice.Word is "yes" or "no"))
        {
            words.Add(JsonValue.Create(true));
            words.Add(JsonValue.Create(false));
        }

        return new JsonObject { ["enum"] = words };
    }

    internal override bool TryRead(DocumentNode node, ProblemList problems, out T value)
    {
        value = Fallback;
        if (Scalar(node, problems) is not { } scalar) return false;
        var word = scalar.Text.Trim();
        foreach (var choice in _choices)
        {
            if (choice.Word != word && choice.Word != YesOrNo(word)) continue;
            value = choice.Value;
            return true;
        }

        problems.Error(node.Place, $"{QuotedText.Of(scalar.Text)} is not a valid '{Name}'", Expected, NearestMatch.Hint(word, _choices.Select(choice => choice.Word)));
        return false;
    }

    private static string YesOrNo(string word) => word switch { "true" => "yes", "false" => "no", _ => word };
}
