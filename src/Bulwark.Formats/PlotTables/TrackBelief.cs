using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Formats.PlotTables;

/// <summary>What a track is believed to be at the end of a scan. Immutable.</summary>
/// <param name="Scan">The scan, from 1.</param>
/// <param name="TrackId">Number of the track.</param>
/// <param name="Identity">The probabilities of its classes.</param>
/// <param name="Forecast">Where a ballistic track will strike and came from; null for other tracks.</param>
public readonly record struct TrackBelief(int Scan, int TrackId, TrackIdentity Identity, BallisticReport? Forecast);
