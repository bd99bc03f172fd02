namespace Bulwark.Simulation.Catalogue;

/// <summary>A value in a comparison. Immutable.</summary>
/// <param name="Of">The entry it belongs to when several play the same role; otherwise empty.</param>
/// <param name="Text">The value with its spread, in the file's unit.</param>
/// <param name="Figure">The figure; null for words.</param>
public sealed record ComparedValue(string Of, string Text, Figure? Figure)
{
    internal static ComparedValue From(string of, Figure figure) => new(of, figure.ValueText, figure);

    internal static ComparedValue Words(string of, string words) => new("", words.Length == 0 ? of : $"{of} ({words})", null);
}
