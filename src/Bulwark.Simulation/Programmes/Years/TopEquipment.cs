namespace Bulwark.Simulation.Programmes.Years;

/// <summary>A line of a unit's equipment. Immutable.</summary>
/// <param name="Component">Index of the component in the programme.</param>
/// <param name="Role">What it is to an engagement.</param>
/// <param name="Quantity">How many there are.</param>
/// <param name="Needed">How many have to work.</param>
/// <param name="Group">Its position in the structure.</param>
public sealed record TopEquipment(int Component, EquipmentRole Role, int Quantity, int Needed, int Group);
