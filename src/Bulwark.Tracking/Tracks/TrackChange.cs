using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Tracks;

/// <summary>One thing that happened to a track. Immutable.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="TrackId">The track.</param>
/// <param name="Time">Time of the plot, or when the missed look was over.</param>
/// <param name="PlotId">
/// The caller's reference of the plot; -1 for <see cref="TrackChangeKind.Missed"/> and <see cref="TrackChangeKind.Dropped"/>, and for a
/// tentative track that started by splitting off another one.
/// </param>
public readonly record struct TrackChange(TrackChangeKind Kind, int TrackId, SimTime Time, long PlotId);
