namespace Bulwark.Studies.Answers;

/// <summary>An answer after some of its replications. Immutable.</summary>
/// <param name="Count">Replications so far.</param>
/// <param name="Value">The mean so far.</param>
/// <param name="Low">Lower end of its interval.</param>
/// <param name="High">Upper end of its interval.</param>
internal readonly record struct ConvergencePoint(int Count, double Value, double Low, double High);
