namespace Bulwark.Studies.Measures.Expressions;

/// <summary>A word, number or sign of an expression.</summary>
/// <param name="Kind">'n' number, 'w' word, 't' quoted text, 's' sign, 'e' end.</param>
/// <param name="Text">The text, without quotes.</param>
/// <param name="At">Where it begins, from 0.</param>
internal readonly record struct Token(char Kind, string Text, int At);
