namespace Bulwark.Simulation.Scenarios;

/// <summary>The channels of a fire unit. Immutable.</summary>
/// <param name="Targets">Targets engaged at once.</param>
/// <param name="Missiles">Missiles guided at once.</param>
public sealed record UnitLimits(int Targets, int Missiles);
