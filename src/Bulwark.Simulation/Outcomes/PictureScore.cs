using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Outcomes;

/// <summary>How well the tracks of one picture told where its targets were. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Id">Identifier of the battery or site it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="PeriodS">Time between two scored times, seconds: the shortest revisit period of its radars, or a multiple of it in a very long run.</param>
/// <param name="Score">The score.</param>
public sealed record PictureScore(int Picture, string Id, string Name, double PeriodS, TrackingScore Score);
