using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Wald's sequential probability-ratio test of "a target" against "false plots": from the second plot on the log-likelihood ratio of hits and
/// misses is summed until it exceeds ln((1 - β)/α), which confirms, or falls below ln(β/(1 - α)), which drops; α is the share of false
/// tracks that may be confirmed, β that of true ones that may be dropped. A confirmed track is then judged by its existence.
/// Source: Wald, Sequential Analysis (1947), chapter 3; Blackman and Popoli (1999), sections 6.2.2 to 6.2.4.
/// </summary>
internal sealed class SequentialTest(TrackerParameters parameters) : ITrackTest
{
    private readonly double _accept = Math.Log((1 - parameters.MissedTrackProbability) / parameters.FalseTrackProbability);

    /// <inheritdoc/>
    public bool AgesTentative => false;

    /// <inheritdoc/>
    public double FirstLogOdds(double newTarget) => 0;

    /// <inheritdoc/>
    public bool IsDue(ref readonly Track track) => track.Hits >= 2 && track.LogOdds >= _accept;

    /// <inheritdoc/>
    public bool IsLost(ref readonly Track track) => track.ConsecutiveMisses >= parameters.DeletionMisses
        || (track.Standing == TrackStanding.Tentative ? track.LogOdds <= parameters.AbandonmentLogOdds : track.ExistenceProbability < parameters.DeletionProbability);
}
