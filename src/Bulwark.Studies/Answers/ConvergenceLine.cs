namespace Bulwark.Studies.Answers;

/// <summary>How the answer of one setting settled. Immutable.</summary>
/// <param name="Label">The setting.</param>
/// <param name="Points">The answer after more and more replications.</param>
internal sealed record ConvergenceLine(string Label, IReadOnlyList<ConvergencePoint> Points);
