namespace Bulwark.Studies.Programmes;

/// <summary>What readiness at a date is worth. Immutable.</summary>
/// <param name="Month">The month, from 0.</param>
/// <param name="StoppedProbability">Chance that the raid is stopped.</param>
/// <param name="ErrorProbability">Standard error of it, from the replications of the years and from the engagements.</param>
/// <param name="MeansSi">Mean of every measure that the study asks for, in its order and the measure's own unit; not-a-number where no run gives one.</param>
public sealed record EffectPoint(int Month, double StoppedProbability, double ErrorProbability, IReadOnlyList<double> MeansSi);
