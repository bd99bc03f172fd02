namespace Bulwark.Operations.Decisions;

/// <summary>One way to engage a track: with rounds of one line of one fire unit. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Line">Line of its magazine.</param>
/// <param name="Estimate">The intercept.</param>
/// <param name="Cost">How little it suits: the smaller, the better, at least 0.</param>
internal readonly record struct EngagementOption(int Unit, int Line, InterceptEstimate Estimate, double Cost);
