using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class TrackerInputTests
{
    private static readonly EnuVector Start = new(40e3, 20e3, 7000);
    private static readonly EnuVector Velocity = new(-150, 120, 0);

    [Fact]
    public void Unusable_plots_are_counted_and_change_nothing()
    {
        var scene = new TrackingScene(51);
        var good = scene.LookAt(1, Start, Velocity, 1);
        Plot[] bad =
        [
            good with { RangeM = double.NaN }, good with { RangeM = 0 }, good with { RangeM = -5 }, good with { RangeM = double.PositiveInfinity },
            good with { AzimuthRad = double.NaN }, good with { AzimuthRad = double.NegativeInfinity },
            good with { ElevationRad = double.PositiveInfinity }, good with { ElevationRad = 3 }, good with { ElevationSigmaRad = 0 }, good with { ElevationSigmaRad = double.NaN },
            good with { RangeSigmaM = 0 }, good with { RangeSigmaM = double.NaN }, good with { AzimuthSigmaRad = -1 }, good with { AzimuthSigmaRad = 1e-200 },
            good with { HeightM = double.PositiveInfinity }, good with { HeightM = 5000, HeightSigmaM = double.NaN },
            good with { Sensor = 1 }, good with { Sensor = -1 },
        ];
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var changes = new List<TrackChange>();
        tracker.Process(bad, SimTime.FromSeconds(2), changes);
        Assert.Empty(changes);
        Assert.Equal((bad.Length, bad.Length), (tracker.Counters.Plots, tracker.Counters.InvalidPlots));

        tracker.Process([good], SimTime.FromSeconds(2), changes);
        Assert.Single(changes);
    }

    [Fact]
    public void Plots_of_another_time_are_refused_and_counted()
    {
        var scene = new TrackingScene(52);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var changes = new List<TrackChange>();
        tracker.AdvanceTo(SimTime.FromSeconds(1000), changes);
        var good = scene.LookAt(1000, Start, Velocity, 1);
        Plot[] plots =
        [
            good with { Time = SimTime.FromSeconds(997.9) }, good with { Time = new SimTime(long.MinValue) }, good with { Time = SimTime.FromSeconds(1001.1) },
            good with { Time = SimTime.Never }, good with { Time = SimTime.FromSeconds(998.1) },
        ];
        tracker.Process(plots, SimTime.FromSeconds(1001), changes);
        Assert.Equal((2, 2, 0), (tracker.Counters.LatePlots, tracker.Counters.FuturePlots, tracker.Counters.InvalidPlots));
        Assert.Single(changes);

        // A clock that goes back stays where it was; one that runs to the end of time drops everything and throws nothing.
        tracker.AdvanceTo(SimTime.Start, changes);
        Assert.Equal(1, tracker.Counters.BackwardClocks);
        tracker.Process([good with { Time = SimTime.Never }], SimTime.Never, changes);
        Assert.Equal(1, tracker.Counters.InvalidPlots);
        Assert.Equal(0, tracker.Tracks.Length);

        var early = new Tracker(new TrackerParameters(), [scene.Sensor]);
        early.Process([good with { Time = new SimTime(long.MinValue) }], SimTime.Start, changes);
        Assert.Equal(1, early.Counters.InvalidPlots);
    }

    [Fact]
    public void Any_numbers_at_all_leave_the_tracker_standing()
    {
        var scene = new TrackingScene(53);
        var tracker = new Tracker(new TrackerParameters { MaximumTracks = 20 }, [scene.Sensor, new SensorDescription(scene.Frame, 10, false)]);
        var changes = new List<TrackChange>();
        double[] values = [double.NaN, double.PositiveInfinity, -1, 0, 1e-9, 1, 1e-3, 100, 1e4, 1e7, 1e18, double.MaxValue];
        double Any() => values[(int)(values.Length * scene.Uniform())];
        for (var call = 0; call < 2000; call++)
        {
            var plots = new Plot[4];
            for (var k = 0; k < plots.Length; k++)
            {
                plots[k] = new Plot
                {
                    Time = SimTime.FromSeconds(call + (4 * scene.Uniform()) - 2),
                    Sensor = (int)(3 * scene.Uniform()),
                    RangeM = Any(),
                    AzimuthRad = Any(),
                    ElevationRad = Any(),
                    HeightM = Any(),
                    RangeSigmaM = Any(),
                    AzimuthSigmaRad = Any(),
                    ElevationSigmaRad = Any(),
                    HeightSigmaM = Any(),
                };
            }

            tracker.Process(plots, SimTime.FromSeconds(call), changes);
        }

        var counters = tracker.Counters;
        Assert.Equal(8000, counters.Plots);
        Assert.True(counters.Started > 20);
        Assert.Equal(counters.Plots, counters.InvalidPlots + counters.LatePlots + counters.FuturePlots + counters.Started + counters.ConfirmedUpdates + counters.TentativeUpdates);
        foreach (var track in tracker.Tracks) Assert.True(double.IsFinite(track.Estimate.Position.Length + track.Velocity.Length));
    }

    [Fact]
    public void Two_radars_out_of_step_give_one_track_for_each_target()
    {
        // The sectors of the second arrive interleaved with plots up to half a second older than those already used.
        var scene = new TrackingScene(54);
        var second = new SensorDescription(new SensorFrame(GeodeticPoint.FromDegrees(45.5, 12.5, 50), 15), TrackingScene.PeriodS, true);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor, second]);
        var changes = new List<TrackChange>();
        for (var step = 0; step < 200; step++)
        {
            var timeS = step * 0.5;
            if (step % 8 == 3) tracker.Process([scene.LookAt(timeS, Start, Velocity, 1)], SimTime.FromSeconds(timeS), changes);
            if (step % 8 != 4) continue;
            var truth = second.Frame.Measure(scene.Truth(Start, Velocity, timeS - 0.9));
            tracker.Process(
                [
                    new Plot
                    {
                        Time = SimTime.FromSeconds(timeS - 0.9), Sensor = 1, RangeM = truth.RangeM + (30 * scene.Normal()), AzimuthRad = truth.AzimuthRad + (1e-3 * scene.Normal()),
                        ElevationRad = truth.ElevationRad + (1e-3 * scene.Normal()), RangeSigmaM = 30, AzimuthSigmaRad = 1e-3, ElevationSigmaRad = 1e-3,
                    },
                ],
                SimTime.FromSeconds(timeS),
                changes);
        }

        Assert.Equal(1, tracker.Counters.Started);
        Assert.Equal(25, tracker.Counters.OutOfSequencePlots);
        Assert.Equal(50, tracker.Tracks[0].Hits);
        Assert.True(tracker.Tracks[0].PositionAt(SimTime.FromSeconds(100)).DistanceTo(scene.Truth(Start, Velocity, 100)) < 300);
    }

    [Fact]
    public void A_second_plot_of_the_same_look_is_not_taken()
    {
        var scene = new TrackingScene(55);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        for (var scan = 0; scan < 5; scan++) TrackingScene.Rotate(tracker, scan, [scene.Look(scan, Start, Velocity, scan)]);
        var again = scene.LookAt(tracker.Tracks[0].LastUpdate.TotalS + 1.9, Start, Velocity, 99);
        var changes = new List<TrackChange>();
        tracker.Process([again], SimTime.FromSeconds(20), changes);
        Assert.Equal(TrackChangeKind.Started, Assert.Single(changes).Kind);
        Assert.Equal(5, tracker.Tracks[0].Hits);
    }

    [Fact]
    public void Settings_out_of_range_are_named()
    {
        var scene = new TrackingScene(56);
        Assert.Contains("GateProbability", Refused(new TrackerParameters { GateProbability = 1 }), StringComparison.Ordinal);
        Assert.Contains("ConfirmationWindow", Refused(new TrackerParameters { ConfirmationWindow = 2 }), StringComparison.Ordinal);
        Assert.Contains("MaximumSpeedMPerS", Refused(new TrackerParameters { MaximumSpeedMPerS = double.NaN }), StringComparison.Ordinal);
        Assert.Contains("RevisitPeriodS", Assert.Throws<ArgumentException>(() => new Tracker(new TrackerParameters(), [scene.Sensor with { RevisitPeriodS = 0 }])).Message, StringComparison.Ordinal);

        string Refused(TrackerParameters parameters) => Assert.Throws<ArgumentException>(() => new Tracker(parameters, [scene.Sensor])).Message;
    }
}
