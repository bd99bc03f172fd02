using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>
/// A quiet scene of four aircraft, and what a broken or hostile source may add to it, for every way to associate: nothing throws, what
/// is refused is counted, and the aircraft stay tracked.
/// </summary>
public class HostileTrafficTests
{
    private const double PeriodS = 4;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);

    public static TheoryData<AssociationMethod> Methods => [.. Enum.GetValues<AssociationMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Plots_from_the_future_are_refused_and_counted(AssociationMethod method) =>
        Assert.Equal(4 * 20, Run(method, (plots, _, now) => Repeat(plots, plot => plot with { Time = now + SimDuration.FromSeconds(3600) })).Counters.FuturePlots);

    [Theory]
    [MemberData(nameof(Methods))]
    public void Plots_from_the_past_are_refused_and_counted(AssociationMethod method)
    {
        // Before the first call there is no clock to be late for.
        Assert.Equal(4 * 19, Run(method, (plots, scan, now) => scan == 0 ? [] : Repeat(plots, plot => plot with { Time = now - SimDuration.FromSeconds(3600) })).Counters.LatePlots);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Values_that_are_none_are_refused_and_counted(AssociationMethod method)
    {
        var tracker = Run(method, (plots, scan, _) => Repeat(plots, plot => (scan % 5) switch
        {
            0 => plot with { RangeM = double.NaN },
            1 => plot with { AzimuthRad = double.PositiveInfinity },
            2 => plot with { ElevationRad = 7 },
            3 => plot with { RangeM = plot.RangeM + 1, RangeSigmaM = 0 },
            _ => plot with { Sensor = 99 },
        }));
        Assert.Equal(4 * 20, tracker.Counters.InvalidPlots);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Plots_given_twice_make_no_second_track_of_an_aircraft(AssociationMethod method)
    {
        var tracker = Run(method, static (plots, _, _) => plots);
        Assert.Equal(4, tracker.ConfirmedCount);
        Assert.Equal(4 * 20, tracker.Counters.RepeatedPlots);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Far_more_false_plots_than_expected_are_borne(AssociationMethod method)
    {
        // A hundred times the four plots expected, for ten scans: the aircraft are held, and the tables shrink again afterwards.
        var random = new RandomStream(3, 0, 0, RandomPurpose.FalseAlarms);
        var most = 0;
        var tracker = Run(
            method,
            (plots, scan, now) =>
            {
                if (scan is < 5 or >= 15) return [];
                var flood = new Plot[400];
                for (var k = 0; k < flood.Length; k++)
                {
                    flood[k] = plots[0] with { RangeM = random.Uniform(5e3, 130e3), AzimuthRad = random.Uniform(0, 2 * Math.PI), ElevationRad = random.Uniform(0.01, 0.3) };
                }

                return flood;
            },
            tracker => most = Math.Max(most, tracker.Tracks.Length),
            scans: 40);
        Assert.InRange(most, 400, 4000);
        Assert.InRange(tracker.Tracks.Length, 4, 12);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_radar_whose_azimuth_jumps_loses_its_tracks_and_starts_new_ones(AssociationMethod method)
    {
        // From scan 10 on, every azimuth is wrong by 40 degrees: the old tracks end, four new ones live, none is left over.
        var tracker = Run(method, static (_, _, _) => [], jumpAtScan: 10, scans: 30, expectHeld: false);
        Assert.Equal(4, tracker.ConfirmedCount);
        Assert.InRange(tracker.Counters.Dropped, 4, 200);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_clock_that_runs_backward_stops_nothing(AssociationMethod method)
    {
        var tracker = Run(method, static (_, _, _) => []);
        var changes = new List<TrackChange>();
        tracker.Process([], SimTime.FromSeconds(1), changes);
        tracker.AdvanceTo(new SimTime(long.MinValue), changes);
        Assert.Equal(2, tracker.Counters.BackwardClocks);
        Assert.Equal(4, tracker.ConfirmedCount);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_plot_goes_to_two_confirmed_tracks_of_a_call(AssociationMethod method)
    {
        // Two aircraft that close in to forty metres, far inside the radar's resolution of a place.
        var (tracker, random) = (Make(method), new RandomStream(6, 0, 0, RandomPurpose.MeasurementNoise));
        var changes = new List<TrackChange>();
        for (var scan = 1; scan <= 40; scan++)
        {
            var now = SimTime.FromSeconds(scan * PeriodS);
            var apart = Math.Max(40, 1600 - (50 * scan));
            Plot[] plots = [See(new EnuVector(40e3, 10e3 + (200 * scan), 5e3), now, 1, ref random), See(new EnuVector(40e3 + apart, 10e3 + (200 * scan), 5e3), now, 2, ref random)];
            changes.Clear();
            tracker.Process(plots, now, changes);
            var confirmed = new HashSet<long>();
            foreach (var change in changes)
            {
                if (change.Kind != TrackChangeKind.Updated || !tracker.TryGet(change.TrackId, out var track) || track.Status != TrackStatus.Confirmed || track.FirstTime > SimTime.FromSeconds(12)) continue;
                Assert.True(confirmed.Add(change.PlotId), $"plot {change.PlotId} went twice at scan {scan}");
            }
        }
    }

    private static Plot[] Repeat(Plot[] plots, Func<Plot, Plot> change) => Array.ConvertAll(plots, plot => change(plot));

    private static Tracker Make(AssociationMethod method) => new(
        new TrackerParameters { Association = method, Motion = MotionModelSet.AirSurveillance, MaximumSpeedMPerS = 400, FalsePlotProbability = 1e-6 },
        [new SensorDescription(Frame, PeriodS, true) { LookSlackShare = 0 }]);

    private static Tracker Run(
        AssociationMethod method, Func<Plot[], int, SimTime, Plot[]> more, Action<Tracker>? after = null, int jumpAtScan = int.MaxValue, int scans = 20, bool expectHeld = true)
    {
        var tracker = Make(method);
        var random = new RandomStream(4, 0, 0, RandomPurpose.MeasurementNoise);
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < scans; scan++)
        {
            var now = SimTime.FromSeconds((scan + 1) * PeriodS);
            var plots = new Plot[4];
            for (var k = 0; k < 4; k++)
            {
                plots[k] = See(new EnuVector(20e3 + (20e3 * k), 30e3 - (200 * PeriodS * scan), 4e3 + (1e3 * k)), now, k, ref random);
                if (scan >= jumpAtScan) plots[k] = plots[k] with { AzimuthRad = plots[k].AzimuthRad + 0.7 };
            }

            changes.Clear();
            tracker.Process([.. plots, .. more(plots, scan, now)], now, changes);
            after?.Invoke(tracker);
            if (!expectHeld || scan < 6) continue;
            for (var k = 0; k < 4; k++)
            {
                var truth = new EnuVector(20e3 + (20e3 * k), 30e3 - (200 * PeriodS * scan), 4e3 + (1e3 * k));
                var nearest = double.MaxValue;
                foreach (ref readonly var track in tracker.Tracks)
                {
                    if (track.Status == TrackStatus.Confirmed) nearest = Math.Min(nearest, Frame.Local.ToLocal(track.PositionAt(now)).DistanceTo(truth));
                }

                Assert.InRange(nearest, 0, 1500);
            }
        }

        return tracker;
    }

    private static Plot See(EnuVector place, SimTime time, long id, ref RandomStream random)
    {
        var seen = Frame.Measure(place);
        return new Plot
        {
            Time = time,
            RangeM = seen.RangeM + (50 * random.Normal()),
            AzimuthRad = seen.AzimuthRad + (0.0017 * random.Normal()),
            ElevationRad = seen.ElevationRad + (0.0026 * random.Normal()),
            RangeSigmaM = 50,
            AzimuthSigmaRad = 0.0017,
            ElevationSigmaRad = 0.0026,
            Id = id,
        };
    }
}
