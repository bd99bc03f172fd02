namespace Bulwark.Studies.Measures.Expressions;

/// <summary>A part of an expression, ready to be worked out. Immutable.</summary>
/// <param name="Value">Works it out from the numbers it is given; truth is 1, falsehood 0.</param>
/// <param name="IsTruth">Whether it can only be 1 or 0.</param>
/// <param name="Words">The words of a choice, when it is the field of one.</param>
/// <param name="Word">The word, when it is one that has yet to meet its choice.</param>
/// <param name="At">Where it begins in the text.</param>
internal sealed record Compiled(Func<double[], double> Value, bool IsTruth, IReadOnlyDictionary<string, int>? Words, string? Word, int At);
