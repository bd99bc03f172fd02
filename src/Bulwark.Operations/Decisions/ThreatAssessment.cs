namespace Bulwark.Operations.Decisions;

/// <summary>How much of a threat a track is, and to what. Immutable.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="Area">Index of the most threatened area, or -1 when there is none.</param>
/// <param name="TimeToGoS">Time until closest approach to that area, seconds; 0 when it is already past.</param>
/// <param name="ClosestApproachM">Predicted closest approach to the area's edge, metres.</param>
/// <param name="ThreatScore">Rank: larger is more urgent; 0 is no threat.</param>
public readonly record struct ThreatAssessment(int TrackId, int Area, double TimeToGoS, double ClosestApproachM, double ThreatScore);
