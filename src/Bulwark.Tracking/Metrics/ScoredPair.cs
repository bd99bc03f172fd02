namespace Bulwark.Tracking.Metrics;

/// <summary>A track and a target within the cutoff of each other, by their places in the lists they came in.</summary>
internal readonly record struct ScoredPair(int Track, int Truth, double DistanceM);
