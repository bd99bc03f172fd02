namespace Bulwark.Simulation.Programmes.Years;

/// <summary>A position of the structure: so many of one thing, of which so many have to work. Immutable.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Node">The assembly it is in.</param>
/// <param name="Component">Index of the part number; -1 for assemblies.</param>
/// <param name="Size">How many there are.</param>
/// <param name="Needed">How many have to work.</param>
internal readonly record struct StructureGroup(int Unit, int Node, int Component, int Size, int Needed);
