namespace Bulwark.Simulation.Scenarios;

/// <summary>A cap on several fire units of a battery together. Immutable.</summary>
/// <param name="Id">Name in the battery of what has the cap.</param>
/// <param name="Parent">Index of the cap above it; -1 for that of the whole battery.</param>
/// <param name="Targets">Targets engaged at once by all of them; <see cref="int.MaxValue"/> for no cap.</param>
/// <param name="Missiles">Missiles guided at once by all of them; <see cref="int.MaxValue"/> for no cap.</param>
public sealed record UnitCap(string Id, int Parent, int Targets, int Missiles);
