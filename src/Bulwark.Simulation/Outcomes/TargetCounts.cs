namespace Bulwark.Simulation.Outcomes;

/// <summary>What became of the attackers. Immutable.</summary>
/// <param name="Total">Attackers that appeared.</param>
/// <param name="Killed">Killed.</param>
/// <param name="Leaked">Reached their objective.</param>
/// <param name="Other">Flew their route to the end, or were still flying at the end of the run.</param>
public sealed record TargetCounts(int Total, int Killed, int Leaked, int Other);
