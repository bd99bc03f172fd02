namespace Bulwark.Simulation.Programmes.Years;

/// <summary>One part number of the plan: a component, or one kind of an entry that stands for several. Immutable.</summary>
/// <param name="Id">Its name: that of the entry, with a number behind it when the entry stands for several.</param>
/// <param name="Entry">The entry.</param>
/// <param name="EntryIndex">Its index in the programme.</param>
/// <param name="FirstSource">Index of its first source in the plan.</param>
/// <param name="SourceCount">How many sources it has.</param>
public sealed record PlannedComponent(string Id, Component Entry, int EntryIndex, int FirstSource, int SourceCount);
