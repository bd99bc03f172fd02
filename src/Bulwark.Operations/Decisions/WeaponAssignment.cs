using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Decisions;

/// <summary>
/// Assigns the free target channels of one fire unit to tracks: the greatest threats first, each only if it may, can and should be
/// engaged. For one fire unit with equal channels the greedy order is the optimal assignment, because every channel serves every
/// track alike (Hosein and Athans, "Some analytical results for the dynamic weapon-target allocation problem", LIDS-P-1944, 1990,
/// section 3: maximum marginal return).
/// </summary>
public sealed class WeaponAssignment
{
    private readonly List<TrackDecision> _candidates = [];

    /// <summary>Decides about every track of the picture.</summary>
    /// <param name="now">Time of the evaluation.</param>
    /// <param name="tracks">The picture.</param>
    /// <param name="commitments">What was decided before, one per track.</param>
    /// <param name="areas">The defended areas.</param>
    /// <param name="doctrine">How the unit fights.</param>
    /// <param name="status">What the unit has free.</param>
    /// <param name="geometry">The unit's own computer.</param>
    /// <param name="decisions">Receives one decision per track that is not engaged, greatest threat first.</param>
    /// <exception cref="ArgumentException">There is not one commitment per track.</exception>
    public void Decide(
        SimTime now,
        ReadOnlySpan<TrackReport> tracks,
        ReadOnlySpan<TrackCommitment> commitments,
        ReadOnlySpan<ProtectedArea> areas,
        EngagementDoctrine doctrine,
        FireUnitStatus status,
        IFireUnitGeometry geometry,
        List<TrackDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(doctrine);
        ArgumentNullException.ThrowIfNull(geometry);
        ArgumentNullException.ThrowIfNull(decisions);
        if (tracks.Length != commitments.Length) throw new ArgumentException("One commitment per track is needed.", nameof(commitments));

        _candidates.Clear();
        decisions.Clear();
        var launch = now + SimDuration.FromSeconds(doctrine.ReactionTimeS);
        for (var index = 0; index < tracks.Length; index++)
        {
            if (commitments[index] == TrackCommitment.Engaged) continue;
            ref readonly var track = ref tracks[index];
            var assessment = ThreatEvaluator.Assess(track, now, areas);
            var estimate = InterceptEstimate.None;
            var reason = Permission(track, commitments[index], assessment, doctrine);
            if (reason == DeferralReason.None) reason = geometry.CanSee(track, launch);
            if (reason == DeferralReason.None)
            {
                estimate = geometry.Predict(track, launch);
                if (!estimate.Feasible) reason = DeferralReason.OutsideEnvelope;
                else if (estimate.KillProbability < doctrine.PkFloorProbability) reason = DeferralReason.BelowPkFloor;
            }

            _candidates.Add(new TrackDecision(assessment, reason, estimate));
        }

        // Ties are broken by the track's number so that the order never depends on how the picture was stored.
        _candidates.Sort(static (left, right) =>
        {
            var byScore = right.Assessment.ThreatScore.CompareTo(left.Assessment.ThreatScore);
            return byScore != 0 ? byScore : left.Assessment.TrackId.CompareTo(right.Assessment.TrackId);
        });
        var channels = status.FreeTargetChannels;
        var rounds = status.ReadyRounds;
        foreach (var candidate in _candidates)
        {
            var reason = candidate.Deferral;
            if (reason == DeferralReason.None)
            {
                if (rounds <= 0) reason = DeferralReason.NoRound;
                else if (channels <= 0) reason = DeferralReason.NoTargetChannel;
                else
                {
                    channels--;
                    rounds -= doctrine.SalvoSize;
                }
            }

            decisions.Add(candidate with { Deferral = reason });
        }
    }

    private static DeferralReason Permission(in TrackReport track, TrackCommitment commitment, ThreatAssessment assessment, EngagementDoctrine doctrine)
    {
        if (commitment == TrackCommitment.JudgedKilled) return DeferralReason.JudgedKilled;
        if (commitment == TrackCommitment.GivenUp) return DeferralReason.GivenUp;
        if (commitment == TrackCommitment.HeldOff) return DeferralReason.OutsideEnvelope;
        switch (ReplyIdentification.Identify(track.Hits, track.Replies))
        {
            case Identity.Pending: return DeferralReason.NotIdentified;
            case Identity.Neutral: return DeferralReason.Protected;
        }

        // No source of hostile identification exists yet besides silence, so under "tight" nothing unidentified is engaged.
        if (doctrine.Rules != RulesOfEngagement.Free) return DeferralReason.RulesOfEngagement;
        return assessment.TimeToGoS <= 0 ? DeferralReason.NoThreat : DeferralReason.None;
    }
}
