namespace Bulwark.Simulation.Scenarios.Wiring;

/// <summary>Who commands a battery or gets the plots of a radar, and why. Immutable.</summary>
/// <param name="Unit">The battery or surveillance radar.</param>
/// <param name="Superior">The battery whose command it is under; null when it is on its own.</param>
/// <param name="DistanceM">Distance between the two, metres; 0 on its own.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record CommandLink(string Unit, string? Superior, double DistanceM, string Reason);
