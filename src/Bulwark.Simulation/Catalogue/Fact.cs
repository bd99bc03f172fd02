namespace Bulwark.Simulation.Catalogue;

/// <summary>Something published about an entry that no model uses, kept because it is known or because it disagrees. Immutable.</summary>
/// <param name="Name">What it is about.</param>
/// <param name="Value">What is published, in words.</param>
/// <param name="Sources">Where; empty when it is assumed.</param>
/// <param name="Note">The note that came with it.</param>
/// <param name="Checked">How far it was checked.</param>
public sealed record Fact(string Name, string Value, IReadOnlyList<string> Sources, string Note, Checked Checked);
