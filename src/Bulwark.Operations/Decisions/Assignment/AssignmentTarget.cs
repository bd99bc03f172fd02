namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>What is at stake with one target of an assignment. Immutable.</summary>
/// <param name="ValueRatio">What stopping it is worth, 0 or more: for example the value of what it threatens.</param>
/// <param name="MaximumEngagements">Most units that may take it on together: 1 forbids double engagement, 2 or more is defence in depth.</param>
/// <param name="SurvivalProbability">Probability that it survives what is already on its way to it, 0 to 1.</param>
public readonly record struct AssignmentTarget(double ValueRatio, int MaximumEngagements = int.MaxValue, double SurvivalProbability = 1);
