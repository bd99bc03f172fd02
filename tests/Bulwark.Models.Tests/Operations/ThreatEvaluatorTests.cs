using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;

namespace Bulwark.Models.Tests.Operations;

public class ThreatEvaluatorTests
{
    private static readonly ProtectedArea Area = new(new EcefVector(0, 0, 0), 2_000, 1);

    [Fact]
    public void ATargetFlyingStraightAtAnAreaHasTheTimeAndMissOfPlaneGeometry()
    {
        // 30 km out at 300 m/s, passing 5 km abeam: closest approach after 100 s, 5 km from the centre, 3 km from the edge.
        var assessment = ThreatEvaluator.Assess(Track(new EcefVector(-30_000, 5_000, 0), new EcefVector(300, 0, 0)), SimTime.Start, [Area]);
        Assert.Equal(100, assessment.TimeToGoS, 1e-9);
        Assert.Equal(3_000, assessment.ClosestApproachM, 1e-6);
        Assert.Equal(1 / (1 + (100 / 60.0)) / (1 + 0.3), assessment.ThreatScore, 1e-12);
    }

    [Fact]
    public void ATargetFlyingAwayHasNoTimeToGo()
    {
        var assessment = ThreatEvaluator.Assess(Track(new EcefVector(30_000, 0, 0), new EcefVector(300, 0, 0)), SimTime.Start, [Area]);
        Assert.Equal(0, assessment.TimeToGoS);
        Assert.Equal(28_000, assessment.ClosestApproachM, 1e-6);
    }

    [Fact]
    public void OldTracksArePredictedToTheTimeOfTheAssessment()
    {
        var track = Track(new EcefVector(-60_000, 0, 0), new EcefVector(300, 0, 0));
        Assert.Equal(100, ThreatEvaluator.Assess(track, SimTime.FromSeconds(100), [Area]).TimeToGoS, 1e-9);
    }

    [Fact]
    public void TheMostValuableOfTwoEqualAreasCounts()
    {
        var dear = new ProtectedArea(new EcefVector(0, 0, 0), 2_000, 3);
        Assert.Equal(1, ThreatEvaluator.Assess(Track(new EcefVector(-30_000, 0, 0), new EcefVector(300, 0, 0)), SimTime.Start, [Area, dear]).Area);
    }

    [Fact]
    public void WithoutAreasNothingIsAThreat()
    {
        var assessment = ThreatEvaluator.Assess(Track(EcefVector.Zero, EcefVector.Zero), SimTime.Start, []);
        Assert.Equal((-1, 0.0), (assessment.Area, assessment.ThreatScore));
    }

    private static TrackReport Track(EcefVector position, EcefVector velocity) => new(1, SimTime.Start, position, velocity, 100, 50, 5, 0);
}
