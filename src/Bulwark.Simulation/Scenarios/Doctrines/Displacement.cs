namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>A place given from where a unit stands at the start, so that a doctrine can be used at any site. Immutable.</summary>
/// <param name="DistanceM">Distance, metres.</param>
/// <param name="BearingRad">Direction, radians clockwise from that in which the unit faces.</param>
public sealed record Displacement(double DistanceM, double BearingRad);
