namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Of the units of a group so many radiate at a time, each for its duty, by the clock and in the order of the scenario. Immutable.</summary>
/// <param name="Group">Name of the group.</param>
/// <param name="Emitting">Units that radiate at a time.</param>
/// <param name="DutyS">How long each radiates before the next one's turn, seconds.</param>
/// <param name="Radars">Which radars of each.</param>
public sealed record EmissionRotation(string Group, int Emitting, double DutyS, RadarScope Radars);
