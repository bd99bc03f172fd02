using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Decisions;

/// <summary>
/// Assigns the fire units under one command to tracks: the greatest threats first, each only if it may, can and should be engaged, each by one
/// unit only, and altogether with the units and rounds that suit best (see <see cref="TargetAllocation"/>).
/// </summary>
/// <remarks>
/// For one fire unit with equal channels the greatest threats first is the optimal assignment, because every channel serves every track alike
/// (Hosein and Athans, "Some analytical results for the dynamic weapon-target allocation problem", LIDS-P-1944, 1990, section 3: maximum
/// marginal return). How well a round suits is a planning figure of ours: one minus its expected kill probability, plus
/// <see cref="OverreachRatio"/> times the share of its range that the intercept does not need, plus <see cref="StockRatio"/> shared among the
/// rounds its line has left: long-range rounds are kept for far targets, and stocks run down together.
/// </remarks>
public sealed class WeaponAssignment
{
    /// <summary>What it counts to fire a round that reaches much further than needed.</summary>
    public const double OverreachRatio = 0.3;

    /// <summary>What it counts to fire from a line that is nearly used up.</summary>
    public const double StockRatio = 0.1;

    private readonly List<Candidate> _candidates = [];
    private readonly List<EngagementOption> _options = [];
    private readonly TargetAllocation _allocation = new();
    private readonly OptimalChoice _choice = new();
    private readonly List<double> _scores = [];
    private readonly List<(int First, int Count)> _ranges = [];
    private readonly List<int> _candidateOf = [];

    /// <summary>Decides about every track of the picture.</summary>
    /// <param name="now">Time of the evaluation.</param>
    /// <param name="tracks">The picture.</param>
    /// <param name="commitments">What was decided before, one per track.</param>
    /// <param name="areas">The defended areas.</param>
    /// <param name="doctrine">How the command fights.</param>
    /// <param name="units">Its fire units.</param>
    /// <param name="caps">Caps above the units, those above first.</param>
    /// <param name="decisions">Receives one decision per track that is not engaged, greatest threat first.</param>
    /// <exception cref="ArgumentException">There is not one commitment per track.</exception>
    public void Decide(
        SimTime now,
        ReadOnlySpan<TrackReport> tracks,
        ReadOnlySpan<TrackCommitment> commitments,
        ReadOnlySpan<ProtectedArea> areas,
        EngagementDoctrine doctrine,
        ReadOnlySpan<FireUnitOffer> units,
        ReadOnlySpan<CommandCap> caps,
        List<TrackDecision> decisions)
    {
        ArgumentNullException.ThrowIfNull(doctrine);
        ArgumentNullException.ThrowIfNull(decisions);
        if (tracks.Length != commitments.Length) throw new ArgumentException("One commitment per track is needed.", nameof(commitments));
        _candidates.Clear();
        _options.Clear();
        decisions.Clear();
        for (var index = 0; index < tracks.Length; index++)
        {
            if (commitments[index] == TrackCommitment.Engaged) continue;
            ref readonly var track = ref tracks[index];
            var assessment = ThreatEvaluator.Assess(track, now, areas);
            var first = _options.Count;
            var (best, reason) = (InterceptEstimate.None, Permission(track, commitments[index], assessment, doctrine));
            if (reason == DeferralReason.None) reason = Look(in track, now, units, doctrine, ref best);
            _candidates.Add(new Candidate(assessment, reason, best, first, _options.Count - first, -1));
        }

        // Ties are broken by the track's number so that the order never depends on how the picture was stored.
        _candidates.Sort(static (left, right) =>
        {
            var byScore = right.Assessment.ThreatScore.CompareTo(left.Assessment.ThreatScore);
            return byScore != 0 ? byScore : left.Assessment.TrackId.CompareTo(right.Assessment.TrackId);
        });
        _allocation.Begin(units, caps);
        var options = CollectionsMarshal.AsSpan(_options);
        var candidates = CollectionsMarshal.AsSpan(_candidates);
        (Targets, Taken, ValueRatio, BoundRatio) = (0, 0, 0, 0);
        if (doctrine.Assignment == AssignmentMethod.Optimal) TakeChosen(units, candidates, options);
        foreach (ref var candidate in candidates)
        {
            if (candidate.Deferral != DeferralReason.None || candidate.Place >= 0) continue;
            candidate.Place = _allocation.TryTake(options.Slice(candidate.First, candidate.Count), out var roundsLeft);
            if (candidate.Place < 0) candidate.Deferral = roundsLeft ? DeferralReason.NoTargetChannel : DeferralReason.NoRound;
        }

        foreach (ref readonly var candidate in candidates)
        {
            if (candidate.Place < 0)
            {
                decisions.Add(new TrackDecision(candidate.Assessment, candidate.Deferral, candidate.Best));
                continue;
            }

            var option = options[candidate.First + candidate.Skipped + _allocation.OptionOf(candidate.Place)];
            Taken++;
            ValueRatio += OptimalChoice.GainRatio(candidate.Assessment.ThreatScore, option.Estimate.KillProbability, units[option.Unit].Doctrine.SalvoSize);
            decisions.Add(new TrackDecision(candidate.Assessment, DeferralReason.None, option.Estimate, option.Unit, option.Line));
        }
    }

    /// <summary>Targets that the last decision could have taken on, when it chose by value.</summary>
    public int Targets { get; private set; }

    /// <summary>Targets that the last decision took on.</summary>
    public int Taken { get; private set; }

    /// <summary>Expected value that the last decision stops: threat times the kill probability of the salvo, summed.</summary>
    public double ValueRatio { get; private set; }

    /// <summary>No decision stops more than this; 0 when it was not asked for.</summary>
    public double BoundRatio { get; private set; }

    // What is chosen goes first, each with its one option; whatever room the caps and shared channels leave then goes by threat.
    private void TakeChosen(ReadOnlySpan<FireUnitOffer> units, Span<Candidate> candidates, ReadOnlySpan<EngagementOption> options)
    {
        _scores.Clear();
        _ranges.Clear();
        _candidateOf.Clear();
        for (var index = 0; index < candidates.Length; index++)
        {
            if (candidates[index].Deferral != DeferralReason.None) continue;
            _scores.Add(candidates[index].Assessment.ThreatScore);
            _ranges.Add((candidates[index].First, candidates[index].Count));
            _candidateOf.Add(index);
        }

        Targets = _scores.Count;
        if (Targets == 0) return;
        _choice.Choose(units, CollectionsMarshal.AsSpan(_scores), options, CollectionsMarshal.AsSpan(_ranges));
        BoundRatio = _choice.BoundRatio;
        foreach (var (target, unit, line, _) in _choice.Chosen)
        {
            ref var candidate = ref candidates[_candidateOf[target]];
            for (var skipped = 0; skipped < candidate.Count; skipped++)
            {
                var option = options[candidate.First + skipped];
                if (option.Unit != unit || option.Line != line) continue;
                candidate.Place = _allocation.TryTake(options.Slice(candidate.First + skipped, 1), out _);
                candidate.Skipped = candidate.Place >= 0 ? skipped : 0;
            }
        }
    }

    private static DeferralReason Permission(in TrackReport track, TrackCommitment commitment, ThreatAssessment assessment, EngagementDoctrine doctrine)
    {
        if (commitment == TrackCommitment.JudgedKilled) return DeferralReason.JudgedKilled;
        if (commitment == TrackCommitment.LostFromSight) return DeferralReason.LostFromSight;
        if (commitment == TrackCommitment.GivenUp) return DeferralReason.GivenUp;
        if (commitment == TrackCommitment.EngagedElsewhere) return DeferralReason.EngagedElsewhere;
        if (commitment == TrackCommitment.AwaitingOrder) return DeferralReason.AwaitingOrder;
        if (track.Told == Identity.Neutral) return DeferralReason.Protected;
        if (commitment == TrackCommitment.HeldOff) return DeferralReason.OutsideEnvelope;
        if (commitment == TrackCommitment.NotItsTask) return DeferralReason.NotItsTask;
        if (commitment == TrackCommitment.Reserved) return DeferralReason.Reserved;
        var identity = track.Judged ?? ReplyIdentification.Identify(track.Hits, track.Replies);
        if (identity == Identity.Pending) return DeferralReason.NotIdentified;
        if (identity == Identity.Neutral) return DeferralReason.Protected;

        // Silence alone makes nobody an attacker: under "tight" only what the evidence says is one is engaged.
        var rules = RulesFor(commitment, doctrine);
        if (rules == RulesOfEngagement.Hold || (rules == RulesOfEngagement.Tight && identity != Identity.Hostile)) return DeferralReason.RulesOfEngagement;
        var kind = track.Kind?.Kind ?? TargetKind.Unknown;
        if (kind == TargetKind.Unknown && assessment.TimeToGoS > doctrine.KindFirstS) return DeferralReason.NotIdentified;
        if (doctrine.SparesDecoys && kind == TargetKind.Decoy) return DeferralReason.TakenForDecoy;
        return assessment.TimeToGoS <= 0 ? DeferralReason.NoThreat : DeferralReason.None;
    }

    // The rules of the zone it is in, if there are any, or those of the command.
    private static RulesOfEngagement RulesFor(TrackCommitment commitment, EngagementDoctrine doctrine) => commitment switch
    {
        TrackCommitment.ZoneFree => RulesOfEngagement.Free,
        TrackCommitment.ZoneTight => RulesOfEngagement.Tight,
        TrackCommitment.ZoneHold => RulesOfEngagement.Hold,
        _ => doctrine.Rules,
    };

    // How far along the chain the reasons of geometry are: of several units, the one that came furthest says why not.
    private static int Progress(DeferralReason reason) => reason == DeferralReason.NotReady ? 0 : (int)reason;

    // Collects the options of all units; none that is good enough gives the reason of the unit that came furthest.
    private DeferralReason Look(in TrackReport track, SimTime now, ReadOnlySpan<FireUnitOffer> units, EngagementDoctrine doctrine, ref InterceptEstimate best)
    {
        var reason = DeferralReason.NotReady;
        var found = false;
        var isDrone = track.Kind?.Kind == TargetKind.Drone;
        for (var unit = 0; unit < units.Length; unit++)
        {
            var offer = units[unit];
            if (!offer.IsReady) continue;
            var launch = now + SimDuration.FromSeconds(offer.Doctrine.ReactionTimeS);
            var sight = offer.Geometry.CanSee(track, launch);
            if (sight != DeferralReason.None)
            {
                if (Progress(sight) > Progress(reason)) reason = sight;
                continue;
            }

            for (var line = 0; line < offer.Geometry.Lines; line++)
            {
                var estimate = offer.Geometry.Predict(track, line, launch);
                var problem = !estimate.Feasible ? DeferralReason.OutsideEnvelope
                    : isDrone && offer.Geometry.ReachM(line) > doctrine.DroneReachM ? DeferralReason.TakenForDrone
                    : estimate.KillProbability < doctrine.PkFloorProbability ? DeferralReason.BelowPkFloor
                    : DeferralReason.None;
                if (estimate.Feasible && (!best.Feasible || estimate.KillProbability > best.KillProbability)) best = estimate;
                if (problem == DeferralReason.None)
                {
                    found = true;
                    _options.Add(new EngagementOption(unit, line, estimate, Cost(offer, line, in estimate)));
                }
                else if (Progress(problem) > Progress(reason))
                {
                    reason = problem;
                }
            }
        }

        return found ? DeferralReason.None : reason;
    }

    private static double Cost(FireUnitOffer offer, int line, in InterceptEstimate estimate) =>
        1 - estimate.KillProbability
        + (OverreachRatio * (1 - Math.Clamp(estimate.ReachShare, 0, 1)))
        + (StockRatio / (1 + Math.Max(0, offer.ReadyRounds[line])));

    private record struct Candidate(ThreatAssessment Assessment, DeferralReason Deferral, InterceptEstimate Best, int First, int Count, int Place)
    {
        /// <summary>Options before the one that was asked for alone.</summary>
        public int Skipped { get; set; }
    }
}
