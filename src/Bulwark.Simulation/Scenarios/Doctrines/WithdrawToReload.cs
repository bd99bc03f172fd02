namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The unit withdraws when it runs out of rounds, drives to where it is loaded, and comes back to its position. Immutable.</summary>
/// <param name="AtRounds">Rounds ready at which it withdraws.</param>
/// <param name="DistanceM">How far away it is loaded, metres.</param>
/// <param name="TakesS">How long loading takes there, seconds.</param>
/// <param name="Supply">Rounds that are there for it.</param>
public sealed record WithdrawToReload(int AtRounds, double DistanceM, double TakesS, int Supply);
