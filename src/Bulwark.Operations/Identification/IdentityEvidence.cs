using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Identification;

/// <summary>
/// What speaks for a track being an attacker: logarithms of likelihood ratios, attacker over protected traffic, of signs that are taken as independent of each other
/// (Bayes' rule), which the sequential test adds up. By Wald's inequalities its error rates stay below α/(1 − β) and β/(1 − α) whatever the mixture of signs
/// (Wald, "Sequential Analysis" (1947), section 3.2), as long as the likelihoods are right.
/// </summary>
/// <param name="AnswersScore">Answers to the interrogator, and silence: adds up look by look.</param>
/// <param name="CorridorScore">Whether it keeps to a corridor at a safe height, now.</param>
/// <param name="OriginScore">Where it was first seen.</param>
/// <param name="BehaviourScore">Whether it flies at something defended, now.</param>
public readonly record struct IdentityEvidence(double AnswersScore, double CorridorScore, double OriginScore, double BehaviourScore)
{
    /// <summary>All together.</summary>
    public double TotalScore => AnswersScore + CorridorScore + OriginScore + BehaviourScore;

    /// <summary>Weighs a track.</summary>
    /// <param name="track">The track as reported.</param>
    /// <param name="origin">Where it was first seen, Earth-fixed, metres.</param>
    /// <param name="now">The present time.</param>
    /// <param name="rules">What each sign is worth.</param>
    /// <param name="areas">What is defended.</param>
    public static IdentityEvidence Of(in TrackReport track, EcefVector origin, SimTime now, IdentificationRules rules, ReadOnlySpan<ProtectedArea> areas)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var answers = new AnswerTest(rules.ProtectedAnswerProbability, rules.AttackerAnswerProbability, rules.Test).EvidenceScore(track.Hits, track.Replies);
        var corridor = 0.0;
        if (rules.Corridors.Count > 0)
        {
            var inside = false;
            foreach (var one in rules.Corridors) inside |= one.Holds(track.PositionAt(now), track.PositionSigmaM);
            corridor = Sign(inside, rules.AttackerInCorridorProbability, rules.ProtectedInCorridorProbability);
        }

        var from = 0.0;
        if (rules.HostileOrigins.Count > 0)
        {
            var there = false;
            foreach (var area in rules.HostileOrigins) there |= area.Centre.DistanceTo(origin) <= area.RadiusM;
            from = Sign(there, rules.AttackerFromOriginProbability, rules.ProtectedFromOriginProbability);
        }

        var threat = ThreatEvaluator.Assess(track, now, areas);
        var aims = threat.Area >= 0 && threat.TimeToGoS > 0 && threat.ClosestApproachM <= rules.AimM;
        return new IdentityEvidence(answers, corridor, from, areas.Length == 0 ? 0 : Sign(aims, rules.AttackerAimsProbability, rules.ProtectedAimsProbability));
    }

    /// <summary>What the evidence supports; unknown is an answer of its own.</summary>
    /// <param name="looks">Looks in which the track was asked.</param>
    /// <param name="rules">The error rates.</param>
    public Identity Judge(int looks, IdentificationRules rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (looks < rules.FirstLooks) return Identity.Pending;
        return rules.Test.Judge(TotalScore) switch
        {
            SequentialDecision.First => Identity.Neutral,
            SequentialDecision.Second => Identity.Hostile,
            _ => Identity.Unknown,
        };
    }

    private static double Sign(bool seen, double attacker, double other) => seen ? Math.Log(attacker / other) : Math.Log((1 - attacker) / (1 - other));
}
