using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Formats.PlotTables;

/// <summary>What a track is believed to be at the end of a scan. Immutable.</summary>
public readonly record struct TrackBelief
{
    // Hardly any track has a forecast, which is twice as large as all the rest.
    private readonly object? _forecast;

    /// <summary>Makes a belief.</summary>
    /// <param name="scan">The scan, from 1.</param>
    /// <param name="trackId">Number of the track.</param>
    /// <param name="identity">The probabilities of its classes.</param>
    /// <param name="forecast">Where a ballistic track will strike and came from; null for other tracks.</param>
    public TrackBelief(int scan, int trackId, TrackIdentity identity, BallisticReport? forecast) => (Scan, TrackId, Identity, _forecast) = (scan, trackId, identity, forecast);

    /// <summary>The scan, from 1.</summary>
    public int Scan { get; }

    /// <summary>Number of the track.</summary>
    public int TrackId { get; }

    /// <summary>The probabilities of its classes.</summary>
    public TrackIdentity Identity { get; }

    /// <summary>Where a ballistic track will strike and came from; null for other tracks.</summary>
    public BallisticReport? Forecast => (BallisticReport?)_forecast;
}
