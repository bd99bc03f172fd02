using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;

namespace Bulwark.Models.Tests.Operations;

public class WeaponAssignmentTests
{
    private static readonly ProtectedArea[] Areas = [new(EcefVector.Zero, 1_000, 1)];
    private static readonly EngagementDoctrine Doctrine = new() { SalvoSize = 2, PkFloorProbability = 0.5 };

    [Fact]
    public void ChannelsGoToTheGreatestThreatsAndTheRestAreToldWhy()
    {
        // Tracks 1 to 5 at 10, 20 ... 50 km: two channels, plenty of rounds.
        var decisions = Decide([.. Enumerable.Range(1, 5).Select(n => Inbound(n, 10_000 * n))], new Free(2, 20), new Geometry());
        Assert.Equal([1, 2, 3, 4, 5], decisions.Select(decision => decision.Assessment.TrackId));
        Assert.Equal(
            [DeferralReason.None, DeferralReason.None, DeferralReason.NoTargetChannel, DeferralReason.NoTargetChannel, DeferralReason.NoTargetChannel],
            decisions.Select(decision => decision.Deferral));
    }

    [Fact]
    public void RoundsPromisedToOneTargetAreNotPromisedAgain()
    {
        var decisions = Decide([.. Enumerable.Range(1, 4).Select(n => Inbound(n, 10_000 * n))], new Free(6, 3), new Geometry());
        Assert.Equal(
            [DeferralReason.None, DeferralReason.None, DeferralReason.NoRound, DeferralReason.NoRound],
            decisions.Select(decision => decision.Deferral));
    }

    [Fact]
    public void TheOrderOfThePictureDoesNotMatter()
    {
        TrackReport[] tracks = [.. Enumerable.Range(1, 6).Select(n => Inbound(n, 30_000))];
        var forward = Decide(tracks, new Free(3, 20), new Geometry());
        Array.Reverse(tracks);
        Assert.Equal(forward, Decide(tracks, new Free(3, 20), new Geometry()));
    }

    [Fact]
    public void EachReasonIsGivenInTurn()
    {
        Assert.Equal(DeferralReason.NotIdentified, One(Inbound(1, 10_000) with { Hits = 2 }));
        Assert.Equal(DeferralReason.Protected, One(Inbound(1, 10_000) with { Hits = 9, Replies = 4 }));
        Assert.Equal(DeferralReason.NoThreat, One(Inbound(1, 10_000) with { Velocity = new EcefVector(-300, 0, 0) }));
        Assert.Equal(DeferralReason.OutsideSector, One(Inbound(1, 10_000), new Geometry { Sight = DeferralReason.OutsideSector }));
        Assert.Equal(DeferralReason.OutsideEnvelope, One(Inbound(1, 10_000), new Geometry { Estimate = InterceptEstimate.None }));
        Assert.Equal(DeferralReason.BelowPkFloor, One(Inbound(1, 10_000), new Geometry { Estimate = new InterceptEstimate(true, EcefVector.Zero, 10, 0.4) }));
        Assert.Equal(DeferralReason.RulesOfEngagement, One(Inbound(1, 10_000), doctrine: Doctrine with { Rules = RulesOfEngagement.Tight }));
        Assert.Equal(DeferralReason.JudgedKilled, One(Inbound(1, 10_000), commitment: TrackCommitment.JudgedKilled));
        Assert.Equal(DeferralReason.GivenUp, One(Inbound(1, 10_000), commitment: TrackCommitment.GivenUp));
        Assert.Equal(DeferralReason.OutsideEnvelope, One(Inbound(1, 10_000), commitment: TrackCommitment.HeldOff));
    }

    [Fact]
    public void AnEngagedTrackGetsNoSecondDecision() =>
        Assert.Empty(Decide([Inbound(1, 10_000)], new Free(6, 20), new Geometry(), [TrackCommitment.Engaged]));

    [Theory]
    [InlineData(1, 0, Identity.Pending)]
    [InlineData(3, 0, Identity.Unknown)]
    [InlineData(3, 1, Identity.Pending)]
    [InlineData(2, 2, Identity.Neutral)]
    [InlineData(30, 2, Identity.Neutral)]
    public void IdentityFollowsTheAnswers(int looks, int replies, Identity expected) =>
        Assert.Equal(expected, ReplyIdentification.Identify(looks, replies));

    private static DeferralReason One(
        TrackReport track, Geometry? geometry = null, EngagementDoctrine? doctrine = null, TrackCommitment commitment = TrackCommitment.None) =>
        Assert.Single(Decide([track], new Free(6, 20), geometry ?? new Geometry(), [commitment], doctrine)).Deferral;

    private static List<TrackDecision> Decide(
        TrackReport[] tracks, Free free, Geometry geometry, TrackCommitment[]? commitments = null, EngagementDoctrine? doctrine = null)
    {
        var decisions = new List<TrackDecision>();
        var unit = new FireUnitOffer(geometry, doctrine ?? Doctrine) { FreeTargetChannels = free.Channels };
        unit.ReadyRounds[0] = free.Rounds;
        new WeaponAssignment().Decide(SimTime.Start, tracks, commitments ?? new TrackCommitment[tracks.Length], Areas, doctrine ?? Doctrine, [unit], [], decisions);
        return decisions;
    }

    private static TrackReport Inbound(int id, double rangeM) =>
        new(id, SimTime.Start, new EcefVector(-rangeM, 0, 0), new EcefVector(300, 0, 0), 100, 50, Hits: 5, Replies: 0);

    private sealed class Geometry : IFireUnitGeometry
    {
        public DeferralReason Sight { get; init; } = DeferralReason.None;

        public InterceptEstimate Estimate { get; init; } = new(Feasible: true, EcefVector.Zero, 30, 0.9);

        public int Lines => 1;

        public DeferralReason CanSee(in TrackReport track, SimTime time) => Sight;

        public InterceptEstimate Predict(in TrackReport track, int line, SimTime launch) => Estimate;
    }

    private readonly record struct Free(int Channels, int Rounds);
}
