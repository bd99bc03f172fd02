namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A radar that guides goes dark, and a unit leaves, only when the last own missile has come to its end. Immutable.</summary>
/// <param name="AtMostS">How long it waits for that at most, seconds.</param>
public sealed record FinishGuidance(double AtMostS);
