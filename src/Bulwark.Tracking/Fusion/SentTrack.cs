using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Fusion;

/// <summary>A track as a node sends it. Immutable.</summary>
/// <param name="Node">Number of the node.</param>
/// <param name="Track">The node's own number of the track.</param>
/// <param name="Estimate">Where it is and how uncertainly, all of one time.</param>
public readonly record struct SentTrack(int Node, int Track, KinematicEstimate Estimate);
