namespace Bulwark.Simulation.Programmes.Years;

/// <summary>A source of one part number. Immutable.</summary>
/// <param name="Component">Index of the part number.</param>
/// <param name="Supplier">Index of the supplier.</param>
/// <param name="Entry">The source as the file gives it.</param>
/// <param name="Event">Index of the event that makes it a source; -1 for none.</param>
public sealed record PlannedSource(int Component, int Supplier, ComponentSource Entry, int Event);
