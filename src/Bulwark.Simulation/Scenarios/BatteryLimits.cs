namespace Bulwark.Simulation.Scenarios;

/// <summary>The published caps of a battery. Immutable.</summary>
/// <param name="Tracks">Targets tracked at once.</param>
/// <param name="Targets">Targets engaged ("locked on") at once.</param>
/// <param name="Missiles">Missiles guided at once.</param>
public sealed record BatteryLimits(int Tracks, int Targets, int Missiles);
