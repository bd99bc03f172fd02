using Bulwark.Core.Earth;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>What breaks up in a run comes down, is recorded and is counted.</summary>
public sealed class DebrisRunTests
{
    [Fact]
    public void EveryKillAndEveryFlownRoundComesDownNearWhereItEnded()
    {
        var result = Runs.Crete;
        var fell = result.Recorder.Events<DebrisFell>().ToArray();
        var kills = result.Recorder.Events<TargetDeparted>().ToArray().Where(static row => row.Happened.Reason == DepartureReason.Killed).ToList();
        var ended = result.Recorder.Events<MissileEnded>().ToArray().Where(static row => row.Happened.Outcome != MissileOutcome.Failed).ToList();
        Assert.NotEmpty(kills);
        Assert.Equal(3 * kills.Count, fell.Count(static row => row.Happened.Target >= 0));
        Assert.Equal(ended.Count, fell.Count(static row => row.Happened.Missile >= 0));
        foreach (var kill in kills)
        {
            var (position, velocity) = result.Plan.Targets[kill.Happened.Target].StateAt(kill.Time);
            var from = Wgs84.ToGeodetic(position);
            var pieces = fell.Where(row => row.Happened.Target == kill.Happened.Target).ToList();
            Assert.All(pieces, row => Assert.Equal(kill.Time, row.Time));

            // Nothing flies farther than it would without air, nor falls faster than from where it was.
            var noAirS = (Math.Sqrt(Math.Pow(velocity.Length + 60, 2) + (2 * 9.9 * from.HeightM)) + velocity.Length + 60) / 9.7;
            Assert.All(pieces, row =>
            {
                var place = new GeodeticPoint(row.Happened.LatitudeRad, row.Happened.LongitudeRad, 0);
                Assert.InRange(Wgs84.ToEcef(place).DistanceTo(Wgs84.ToEcef(from.WithHeight(0))), 0, (velocity.Length + 60) * noAirS);
                Assert.True(row.Happened.ImpactTimeS >= kill.Time.TotalS);
            });

            // The heavy piece goes on farther than the light one.
            Assert.True(Across(from, pieces[2]) > Across(from, pieces[0]));
        }
    }

    [Fact]
    public void TheSummaryCountsTheRecord()
    {
        var result = Runs.Crete;
        var fell = result.Recorder.Events<DebrisFell>().ToArray();
        var debris = result.Summary.Debris;
        bool Hostile(DebrisFell row) => result.Plan.Targets[row.Target].Group.Allegiance == Allegiance.Hostile;
        Assert.Equal(fell.Count(row => row.Happened.Target >= 0 && Hostile(row.Happened)), debris.OfAttackers);
        Assert.Equal(fell.Count(row => row.Happened.Target >= 0 && !Hostile(row.Happened)), debris.OfProtected);
        Assert.Equal(fell.Length, debris.Total);
        var inside = fell.Count(row => result.Plan.Scenario.Assets.Any(asset =>
            Wgs84.ToEcef(new GeodeticPoint(row.Happened.LatitudeRad, row.Happened.LongitudeRad, asset.Position.HeightM)).DistanceTo(Wgs84.ToEcef(asset.Position)) <= asset.RadiusM));
        Assert.Equal(inside, debris.Inside);

        var killed = result.Recorder.Events<TargetDeparted>().ToArray().First(static row => row.Happened.Reason == DepartureReason.Killed);
        var ledger = Ledger.Of(result, result.Plan.Targets[killed.Happened.Target].Id);
        Assert.Equal(3, ledger.Count(static line => line.Link == "debris"));
        Assert.All(ledger.Where(static line => line.Link == "debris"), line => Assert.Equal(killed.Time, line.Time));
    }

    private static double Across(GeodeticPoint from, RecordedEvent<DebrisFell> row) =>
        Wgs84.ToEcef(new GeodeticPoint(row.Happened.LatitudeRad, row.Happened.LongitudeRad, 0)).DistanceTo(Wgs84.ToEcef(from.WithHeight(0)));
}
