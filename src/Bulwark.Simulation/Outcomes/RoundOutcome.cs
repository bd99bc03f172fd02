namespace Bulwark.Simulation.Outcomes;

/// <summary>What became of a battery's rounds of one kind. Immutable.</summary>
/// <param name="Id">Catalogue identifier of the round.</param>
/// <param name="Name">Name for reports.</param>
/// <param name="Spent">Rounds fired.</param>
/// <param name="Left">Rounds left on launchers and in store.</param>
/// <param name="Hits">Rounds that killed.</param>
public sealed record RoundOutcome(string Id, string Name, int Spent, int Left, int Hits);
