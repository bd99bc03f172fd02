namespace Bulwark.Simulation.Programmes;

/// <summary>A published fact. Immutable.</summary>
/// <param name="Id">Identifier, unique among the facts.</param>
/// <param name="Date">When, as published; may be a month or a span of years.</param>
/// <param name="Text">What is stated.</param>
/// <param name="Value">The number with its unit, or empty.</param>
/// <param name="Source">Where it is stated.</param>
public sealed record ProgrammeFact(string Id, string Date, string Text, string Value, string Source);
