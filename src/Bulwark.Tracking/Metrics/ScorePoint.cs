namespace Bulwark.Tracking.Metrics;

/// <summary>The score at one time. Immutable.</summary>
/// <param name="TimeS">The time, seconds.</param>
/// <param name="Distance">How far the tracks are from the targets.</param>
/// <param name="Truths">Targets there.</param>
/// <param name="Tracks">Tracks there.</param>
/// <param name="Matched">Targets with a track of their own.</param>
/// <param name="Redundant">Further tracks on targets that have one.</param>
/// <param name="Spurious">Tracks on no target.</param>
public readonly record struct ScorePoint(double TimeS, SetDistance Distance, int Truths, int Tracks, int Matched, int Redundant, int Spurious);
