using Bulwark.Flight.Ballistic;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What a ballistic missile needs besides the figures of every target. Immutable.</summary>
/// <param name="Body">The body after burn-out.</param>
/// <param name="BurnTimeS">Duration of the burn, seconds.</param>
/// <param name="MinimumRangeM">Shortest way over the ground, metres.</param>
/// <param name="MaximumRangeM">Longest way over the ground, metres.</param>
/// <param name="ApogeeM">Greatest height when the scenario gives none, metres; null for the flight of least speed.</param>
public sealed record BallisticClass(BallisticBody Body, double BurnTimeS, double MinimumRangeM, double MaximumRangeM, double? ApogeeM);
