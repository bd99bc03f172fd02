namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The last rounds are kept for what threatens the most valuable assets. Immutable.</summary>
/// <param name="Rounds">Rounds that are kept, ready ones and those in store together.</param>
/// <param name="ForValueRatio">Smallest value of a threatened asset for which they are fired.</param>
public sealed record RoundReserve(int Rounds, double ForValueRatio);
