using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Fusion;

/// <summary>A target as the tracks of several nodes together tell it. Immutable.</summary>
/// <param name="Id">Its number; later ones have larger numbers, none is used twice.</param>
/// <param name="Estimate">Where it is and how uncertainly.</param>
/// <param name="Members">Nodes that follow it now.</param>
public readonly record struct JoinedTrack(int Id, KinematicEstimate Estimate, int Members);
