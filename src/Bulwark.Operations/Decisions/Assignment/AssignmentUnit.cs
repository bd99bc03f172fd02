namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>What one fire unit brings to an assignment. Immutable.</summary>
/// <param name="Channels">Targets it can take on now, 0 or more.</param>
/// <param name="Rounds">Rounds it may spend now, 0 or more; a reserve is kept by leaving it out.</param>
/// <param name="MaximumSalvo">Most rounds it fires at one target, 1 to 16.</param>
/// <param name="RoundWorthRatio">What a round is worth, in the unit of the targets' values: a round that stops less than this is kept; 0 or more.</param>
public readonly record struct AssignmentUnit(int Channels, int Rounds, int MaximumSalvo = 1, double RoundWorthRatio = 0);
