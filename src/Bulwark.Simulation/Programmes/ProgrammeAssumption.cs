namespace Bulwark.Simulation.Programmes;

/// <summary>Something assumed that is not the figures of one entry. Immutable.</summary>
/// <param name="Id">Identifier, unique among the assumptions.</param>
/// <param name="Text">What is assumed.</param>
/// <param name="Reasoning">Why.</param>
public sealed record ProgrammeAssumption(string Id, string Text, string Reasoning);
