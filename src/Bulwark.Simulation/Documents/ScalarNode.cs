namespace Bulwark.Simulation.Documents;

/// <summary>A single value, still as text. Immutable.</summary>
public sealed class ScalarNode : DocumentNode
{
    /// <summary>Makes a value.</summary>
    /// <param name="place">Where it begins.</param>
    /// <param name="text">Its text, without quotes.</param>
    /// <param name="isPlain">Whether it was written without quotes.</param>
    public ScalarNode(DocumentPlace place, string text, bool isPlain)
        : base(place)
    {
        Text = text;
        IsPlain = isPlain;
    }

    /// <summary>Its text, without quotes.</summary>
    public string Text { get; }

    /// <summary>Whether it was written without quotes.</summary>
    public bool IsPlain { get; }

    /// <summary>Whether nothing was written, or one of YAML's words for nothing.</summary>
    public bool IsNothing => IsPlain && Text is "" or "~" or "null";

    /// <inheritdoc />
    public override string Kind => "a value";
}
