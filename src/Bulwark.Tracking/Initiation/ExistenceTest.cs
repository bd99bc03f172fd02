using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Initiation;

/// <summary>
/// Hits and the probability of existence: a Bayesian test that begins with what a plot alone is worth.
/// Source: Musicki, Evans and Stankovic, "Integrated probabilistic data association", IEEE Trans. Automatic Control 39 (1994) 1237-1241.
/// </summary>
internal sealed class ExistenceTest(TrackerParameters parameters) : ITrackTest
{
    /// <inheritdoc/>
    public bool AgesTentative => true;

    /// <inheritdoc/>
    public double FirstLogOdds(double newTarget) => newTarget;

    /// <inheritdoc/>
    public bool IsDue(ref readonly Track track) => track.Hits >= parameters.ConfirmationHits && track.ExistenceProbability >= parameters.ConfirmationProbability;

    /// <summary>A tentative track is lost once M of N can no longer be reached; one that only waits for a place is judged as a confirmed one.</summary>
    public bool IsLost(ref readonly Track track) => track.Hits < parameters.ConfirmationHits
        ? track.Misses > parameters.ConfirmationWindow - parameters.ConfirmationHits || track.ExistenceProbability < parameters.AbandonmentProbability
        : track.ConsecutiveMisses >= parameters.DeletionMisses
            || track.ExistenceProbability < (track.Standing == TrackStanding.Tentative ? parameters.AbandonmentProbability : parameters.DeletionProbability);
}
