namespace Bulwark.Simulation.Programmes;

/// <summary>A component inside another, or equipment of a unit. Immutable.</summary>
/// <param name="Component">Id of the component.</param>
/// <param name="Quantity">How many there are.</param>
/// <param name="Needed">How many have to work for the whole to work.</param>
public sealed record ComponentPart(string Component, int Quantity, int Needed);
