using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Missiles and aircraft in one sky: who is followed as ballistic, how well, and what is said about launch and impact.</summary>
public class BallisticTrackTests
{
    private const int Scans = 60;

    [Theory]
    [InlineData(300)]
    [InlineData(700)]
    public void A_missile_is_found_followed_and_its_impact_foretold(int rangeKm)
    {
        var inside = 0;
        var told = 0;
        var (last, errors) = (0.0, 0.0);
        const int Flights = 12;
        for (var flight = 0; flight < Flights; flight++)
        {
            var scene = new TrackingScene(900 + (ulong)flight);
            var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
            var state = Launch(scene, rangeKm);
            Assert.True(BallisticForecast.TryReach(state, 0, out var strike, out _, out var flightS));
            BallisticReport report = default;
            for (var scan = 0; scan < Scans; scan++)
            {
                // The radar looks when the missile is in mid-course and coming down.
                var timeS = (0.35 * flightS) + (scan * TrackingScene.PeriodS);
                if (timeS > flightS - 12) break;
                var now = new double[7];
                new BallisticMotion(0, 0).Move(state, timeS, now);
                var plot = Look(scene, now, scan);
                TrackingScene.Rotate(tracker, scan, [plot]);
                foreach (var track in tracker.Tracks)
                {
                    if (!track.IsBallistic || !tracker.TryForecast(track.Id, out report)) continue;
                    told++;
                    last = Wgs84.ToEcef(report.Impact!.Value.Point).DistanceTo(strike);
                    if (report.Impact.Value.DistanceSquaredRatio(Wgs84.ToGeodetic(strike)) < 5.991) inside++;
                }
            }

            Assert.True(tracker.TryIdentify(tracker.Tracks[0].Id, out var identity));
            Assert.Equal(TrackClass.BallisticMissile, identity.Likeliest);
            Assert.Equal(1, tracker.ConfirmedCount);
            Assert.InRange(report.BallisticCoefficientKgPerM2, 8000, 40_000);
            errors += last / Flights;
            Assert.Equal(0, Wgs84.ToEcef(report.Launch!.Value.Point).DistanceTo(new EcefVector(state[0], state[1], state[2])), 25_000.0);
        }

        // Consecutive forecasts share their plots, so that the share inside scatters more than independent ones would.
        Assert.True(told > 20 * Flights);
        Assert.InRange(inside / (double)told, 0.85, 1);
        Assert.True(errors < 1500, $"{errors:0} m");
    }

    [Fact]
    public void A_missile_that_has_struck_is_dropped_at_its_first_missed_look_and_an_aircraft_is_not()
    {
        var scene = new TrackingScene(77);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var state = Launch(scene, 300);
        Assert.True(BallisticForecast.TryReach(state, 0, out _, out _, out var flightS));
        var (fed, missile) = (0, 0);
        var start = new EnuVector(40e3, 60e3, 10_500);
        for (; ; fed++)
        {
            var timeS = (0.6 * flightS) + (fed * TrackingScene.PeriodS);
            if (timeS > flightS - 2) break;
            var now = new double[7];
            new BallisticMotion(0, 0).Move(state, timeS, now);
            TrackingScene.Rotate(tracker, fed, [Look(scene, now, fed), scene.Look(fed, start, new EnuVector(-230, 10, 0), 1000)]);
        }

        foreach (ref readonly var track in tracker.Tracks) missile = track.IsBallistic ? track.Id : missile;
        Assert.True(missile > 0);
        Assert.Equal(2, tracker.ConfirmedCount);

        // A look is missed half a period after it was due; the drop of others takes four.
        var dropped = TrackingScene.Rotate(tracker, fed, []).Concat(TrackingScene.Rotate(tracker, fed + 1, [])).Where(static change => change.Kind == TrackChangeKind.Dropped).ToList();
        Assert.Equal(missile, Assert.Single(dropped).TrackId);
        Assert.Equal(1, tracker.ConfirmedCount);
    }

    [Fact]
    public void Aircraft_are_not_taken_for_missiles_and_are_told_apart()
    {
        var scene = new TrackingScene(31);
        var tracker = new Tracker(new TrackerParameters { Motion = Bulwark.Tracking.Prediction.MotionModelSet.AirSurveillance }, [scene.Sensor]);
        (EnuVector Start, EnuVector Velocity, bool Replies)[] targets =
        [
            (new EnuVector(40e3, 60e3, 10_500), new EnuVector(-230, 10, 0), true),
            (new EnuVector(30e3, -50e3, 15_000), new EnuVector(-30, 480, 5), false),
            (new EnuVector(-20e3, 30e3, 900), new EnuVector(40, -20, 0), false),
        ];
        for (var scan = 0; scan < 40; scan++)
        {
            var plots = targets.Select((target, k) => scene.Look(scan, target.Start, target.Velocity, k) with { Replied = target.Replies }).ToList();
            TrackingScene.Rotate(tracker, scan, plots);
        }

        Assert.Equal(3, tracker.ConfirmedCount);
        foreach (var track in tracker.Tracks)
        {
            Assert.False(track.IsBallistic);
            Assert.True(tracker.TryIdentify(track.Id, out var identity));
            var sum = 0.0;
            for (var k = 0; k < TrackIdentity.Classes; k++) sum += identity.ClassProbability((TrackClass)k);
            Assert.Equal(1, sum, 1e-9);
            TrackClass[] expected = [TrackClass.Transport, TrackClass.CombatAircraft, TrackClass.SlowAircraft];
            Assert.Equal(expected[track.LastPlotId], identity.Likeliest);
            Assert.Equal(track.LastPlotId == 0, identity.NeutralProbability > 0.5);
        }
    }

    [Fact]
    public void A_copy_of_the_tracker_goes_on_with_the_same_missile()
    {
        var scene = new TrackingScene(901);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var state = Launch(scene, 500);
        var copy = tracker;
        for (var scan = 0; scan < 20; scan++)
        {
            var now = new double[7];
            new BallisticMotion(0, 0).Move(state, 130 + (scan * TrackingScene.PeriodS), now);
            var plot = Look(scene, now, scan);
            TrackingScene.Rotate(tracker, scan, [plot]);
            if (scan == 10) copy = tracker.Copy();
            else if (scan > 10) TrackingScene.Rotate(copy, scan, [plot]);
        }

        Assert.True(tracker.TryForecast(tracker.Tracks[0].Id, out var one));
        Assert.True(copy.TryForecast(copy.Tracks[0].Id, out var other));
        Assert.Equal(one, other);
    }

    // A burnt-out missile 30 km up, thrown so that it strikes near the radar.
    private static double[] Launch(TrackingScene scene, int rangeKm)
    {
        var place = scene.Frame.Local.ToEcef(new EnuVector(0, rangeKm * 1e3, 0));
        var frame = new LocalFrame(Wgs84.ToGeodetic(place).WithHeight(2));
        var speed = Math.Sqrt(rangeKm * 1e3 * 9.81 / (1 + (rangeKm / 12_000.0)));
        var velocity = frame.Rotate(new EnuVector(10, -0.70 * speed, 0.71 * speed));
        var start = frame.OriginEcefM;
        return [start.X, start.Y, start.Z, velocity.X, velocity.Y, velocity.Z, Math.Log(20_000)];
    }

    private static Plot Look(TrackingScene scene, double[] truth, int scan)
    {
        var seen = scene.Frame.Measure(new EcefVector(truth[0], truth[1], truth[2]));
        return new Plot
        {
            Time = SimTime.FromSeconds(scan * TrackingScene.PeriodS),
            RangeM = seen.RangeM + (TrackingScene.RangeSigmaM * scene.Normal()),
            AzimuthRad = seen.AzimuthRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            ElevationRad = seen.ElevationRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            RangeSigmaM = TrackingScene.RangeSigmaM,
            AzimuthSigmaRad = TrackingScene.AngleSigmaRad,
            ElevationSigmaRad = TrackingScene.AngleSigmaRad,
            Id = scan,
        };
    }
}
