namespace Bulwark.Simulation.Programmes;

/// <summary>Which components to make at home, so that readiness stays above a floor through an embargo. Immutable.</summary>
/// <param name="Event">Id of the embargo.</param>
/// <param name="FloorShare">Readiness wanted at its end.</param>
public sealed record LocalisationQuestion(string Event, double FloorShare);
