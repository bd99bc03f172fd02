using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Models.Tests.Operations.Identification;

/// <summary>Evidence of several kinds added up: corridors, the error rates, and what each sign does.</summary>
public class IdentityEvidenceTests
{
    private static readonly EcefVector West = At(35, 24, 0);
    private static readonly EcefVector East = At(35, 26, 0);
    private static readonly ProceduralCorridor Corridor = new("airway", West, East, 20_000, 8_000, 12_000);

    [Theory]
    [InlineData(35.00, 25.0, 10_000, true)]
    [InlineData(35.08, 25.0, 10_000, true)]
    [InlineData(35.15, 25.0, 10_000, false)]
    [InlineData(35.00, 25.0, 7_000, false)]
    [InlineData(35.00, 25.0, 13_000, false)]
    [InlineData(35.00, 23.8, 10_000, false)]
    [InlineData(35.00, 26.2, 10_000, false)]
    public void A_corridor_holds_what_is_between_its_ends_within_its_width_and_heights(double latitudeDeg, double longitudeDeg, double heightM, bool inside) =>
        Assert.Equal(inside, Corridor.Holds(At(latitudeDeg, longitudeDeg, heightM), 0));

    [Fact]
    public void Each_sign_moves_the_evidence_by_the_logarithm_of_its_likelihood_ratio()
    {
        var rules = new IdentificationRules { Corridors = [Corridor], HostileOrigins = [new OriginArea(West, 50_000)] };
        ProtectedArea[] areas = [new(At(35, 25.5, 0), 1_000, 1)];
        var inside = Track(At(35, 25, 10_000), EastwardAt(35, 25, 230), looks: 4, replies: 1);
        var evidence = IdentityEvidence.Of(in inside, West, SimTime.Start, rules, areas);
        Assert.Equal(Math.Log(0.02 / 0.9) + (3 * Math.Log(0.98 / 0.1)), evidence.AnswersScore, 1e-12);
        Assert.Equal(Math.Log(0.15 / 0.9), evidence.CorridorScore, 1e-12);
        Assert.Equal(Math.Log(0.8 / 0.1), evidence.OriginScore, 1e-12);
        Assert.Equal(Math.Log(0.8 / 0.2), evidence.BehaviourScore, 1e-12);
        var outside = Track(At(35.5, 25, 10_000), EastwardAt(35.5, 25, 230), looks: 4, replies: 1);
        evidence = IdentityEvidence.Of(in outside, East, SimTime.Start, rules, []);
        Assert.Equal(Math.Log(0.85 / 0.1), evidence.CorridorScore, 1e-12);
        Assert.Equal(Math.Log(0.2 / 0.9), evidence.OriginScore, 1e-12);
        Assert.Equal(0, evidence.BehaviourScore);
    }

    [Fact]
    public void Unknown_is_an_answer_of_its_own_and_nothing_is_decided_at_once()
    {
        var rules = new IdentificationRules();
        Assert.Equal(Identity.Pending, new IdentityEvidence(50, 0, 0, 0).Judge(2, rules));
        Assert.Equal(Identity.Unknown, new IdentityEvidence(2, 0, 0, 0).Judge(9, rules));
        Assert.Equal(Identity.Hostile, new IdentityEvidence(3, 2, 1, 1).Judge(9, rules));
        Assert.Equal(Identity.Neutral, new IdentityEvidence(-9, 2, 1, 1).Judge(9, rules));
    }

    [Theory]
    [InlineData(0.01, 0.02)]
    [InlineData(0.05, 0.05)]
    public void Played_out_with_every_kind_of_sign_the_error_rates_keep_Walds_bounds(double wronglyHostile, double wronglyNeutral)
    {
        // Signs are drawn with the likelihoods that the rules state. Wald (1947), 3.2: the rates are at most α/(1 − β) and β/(1 − α).
        var rules = new IdentificationRules { Test = new SequentialTest(wronglyHostile, wronglyNeutral), ProtectedAnswerProbability = 0.7, AttackerAnswerProbability = 0.2, FirstLooks = 1 };
        const int Tracks = 40_000;
        var (hostile, neutral) = (0, 0);
        for (var track = 0; track < Tracks; track++)
        {
            hostile += Play(rules, isAttacker: false, (uint)track) == Identity.Hostile ? 1 : 0;
            neutral += Play(rules, isAttacker: true, (uint)track) == Identity.Neutral ? 1 : 0;
        }

        AssertBelow(wronglyHostile / (1 - wronglyNeutral), hostile, Tracks);
        AssertBelow(wronglyNeutral / (1 - wronglyHostile), neutral, Tracks);

        // The bounds are not empty: errors do happen, at a good part of the rate that was asked for.
        Assert.True(hostile > 0.1 * wronglyHostile * Tracks, $"{hostile}");
        Assert.True(neutral > 0.1 * wronglyNeutral * Tracks, $"{neutral}");
    }

    private static void AssertBelow(double bound, int errors, int tracks)
    {
        var sigma = Math.Sqrt(bound * (1 - bound) / tracks);
        Assert.True(errors / (double)tracks <= bound + (4 * sigma), $"{errors} of {tracks}, bound {bound}");
    }

    private static Identity Play(IdentificationRules rules, bool isAttacker, uint number)
    {
        var random = new RandomStream(31, isAttacker ? 1u : 0u, number, RandomPurpose.General);
        double Sign(ref RandomStream luck, double attacker, double other)
        {
            var seen = luck.NextUnit() < (isAttacker ? attacker : other);
            return seen ? Math.Log(attacker / other) : Math.Log((1 - attacker) / (1 - other));
        }

        var corridor = Sign(ref random, rules.AttackerInCorridorProbability, rules.ProtectedInCorridorProbability);
        var origin = Sign(ref random, rules.AttackerFromOriginProbability, rules.ProtectedFromOriginProbability);
        var behaviour = Sign(ref random, rules.AttackerAimsProbability, rules.ProtectedAimsProbability);
        var test = new AnswerTest(rules.ProtectedAnswerProbability, rules.AttackerAnswerProbability, rules.Test);
        var answers = 0;
        for (var looks = 1; looks < 10_000; looks++)
        {
            answers += random.NextUnit() < (isAttacker ? rules.AttackerAnswerProbability : rules.ProtectedAnswerProbability) ? 1 : 0;
            var identity = new IdentityEvidence(test.EvidenceScore(looks, answers), corridor, origin, behaviour).Judge(looks, rules);
            if (identity is Identity.Hostile or Identity.Neutral) return identity;
        }

        return Identity.Unknown;
    }

    private static TrackReport Track(EcefVector position, EcefVector velocity, int looks, int replies) => new(1, SimTime.Start, position, velocity, 100, 100, looks, replies);

    private static EcefVector EastwardAt(double latitudeDeg, double longitudeDeg, double speedMPerS) => new LocalFrame(Point(latitudeDeg, longitudeDeg, 0)).Rotate(new EnuVector(speedMPerS, 0, 0));

    private static EcefVector At(double latitudeDeg, double longitudeDeg, double heightM) => Wgs84.ToEcef(Point(latitudeDeg, longitudeDeg, heightM));

    private static GeodeticPoint Point(double latitudeDeg, double longitudeDeg, double heightM) => GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM);
}
