namespace Bulwark.Studies.Programmes;

/// <summary>What readiness at a date is worth. Immutable.</summary>
/// <param name="Month">The month, from 0.</param>
/// <param name="StoppedProbability">Chance that the raid is stopped: that no attacker reaches its objective.</param>
/// <param name="ErrorProbability">Standard error of it, from the replications and the engagements.</param>
/// <param name="LeakedShare">Mean share of the attackers that reach their objective.</param>
public sealed record EffectPoint(int Month, double StoppedProbability, double ErrorProbability, double LeakedShare);
