namespace Bulwark.Core.Units;

/// <summary>Why a text could not be read, in words for the person who wrote it. Immutable.</summary>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What may stand there instead.</param>
/// <param name="Hint">What to do about it, or empty.</param>
public sealed record TextProblem(string Message, string Expected, string Hint = "");
