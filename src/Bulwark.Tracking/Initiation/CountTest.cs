using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// M hits in N looks confirm, missed looks in a row drop; what the plots were worth counts only for giving tentative tracks up early.
/// Source: Blackman and Popoli (1999), section 6.2.1.
/// </summary>
internal sealed class CountTest(TrackerParameters parameters) : ITrackTest
{
    /// <inheritdoc/>
    public bool AgesTentative => true;

    /// <inheritdoc/>
    public double FirstLogOdds(double newTarget) => newTarget;

    /// <inheritdoc/>
    public bool IsDue(ref readonly Track track) => track.Hits >= parameters.ConfirmationHits;

    /// <inheritdoc/>
    public bool IsLost(ref readonly Track track)
    {
        if ((track.Hits < parameters.ConfirmationHits || track.Standing == TrackStanding.Tentative) && track.ExistenceProbability < parameters.AbandonmentProbability) return true;
        return track.Hits < parameters.ConfirmationHits
            ? track.Misses > parameters.ConfirmationWindow - parameters.ConfirmationHits
            : track.ConsecutiveMisses >= parameters.DeletionMisses;
    }
}
