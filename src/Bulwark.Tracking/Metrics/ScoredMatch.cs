namespace Bulwark.Tracking.Metrics;

/// <summary>A target and the track that was matched to it at one time. Immutable.</summary>
/// <param name="Truth">Place of the target among those given.</param>
/// <param name="Track">Place of the track among those given.</param>
public readonly record struct ScoredMatch(int Truth, int Track);
