using Bulwark.Tracking.Metrics;

namespace Bulwark.Simulation.Outcomes;

/// <summary>How well the tracks of one node told where its targets were. Immutable.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="Id">Identifier of the battery or site it belongs to.</param>
/// <param name="Name">Its name.</param>
/// <param name="PeriodS">Time between two scored times, seconds: the node's revisit period, or a multiple of it in a very long run.</param>
/// <param name="Score">The score.</param>
public sealed record PictureScore(int Node, string Id, string Name, double PeriodS, TrackingScore Score);
