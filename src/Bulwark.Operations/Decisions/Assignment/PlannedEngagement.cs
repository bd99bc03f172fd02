namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>One unit takes on one target with a salvo. Immutable.</summary>
/// <param name="Unit">Index of the unit.</param>
/// <param name="Target">Index of the target.</param>
/// <param name="Rounds">Rounds of the salvo, at least 1.</param>
/// <param name="KillProbability">Probability that the salvo by itself stops it.</param>
public readonly record struct PlannedEngagement(int Unit, int Target, int Rounds, double KillProbability);
