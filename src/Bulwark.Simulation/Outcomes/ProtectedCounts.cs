namespace Bulwark.Simulation.Outcomes;

/// <summary>What became of neutral and friendly aircraft. Immutable.</summary>
/// <param name="Total">Aircraft that appeared.</param>
/// <param name="Engaged">Wrongly engaged.</param>
/// <param name="Killed">Wrongly killed.</param>
public sealed record ProtectedCounts(int Total, int Engaged, int Killed);
