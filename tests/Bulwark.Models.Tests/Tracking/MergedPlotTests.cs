using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Two aircraft that close in below the resolution of the radar, fly together, and part again.</summary>
public class MergedPlotTests
{
    private const double PeriodS = 4;
    private const double RangeResolutionM = 400;
    private const double AzimuthResolutionRad = 0.03;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);

    public static TheoryData<AssociationMethod> Methods => [.. Enum.GetValues<AssociationMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_close_pair_is_held_only_where_merged_plots_are_modelled(AssociationMethod method)
    {
        // Thirty pairs, each for two minutes unresolved: one plot for both.
        var (with, without) = (0, 0);
        for (var trial = 0; trial < 30; trial++)
        {
            with += Fly(method, true, (ulong)trial, out var shared) == 2 ? 1 : 0;
            without += Fly(method, false, (ulong)trial, out var none) == 2 ? 1 : 0;
            Assert.InRange(shared, 20, 200);
            Assert.Equal(0, none);
        }

        Assert.InRange(with, 27, 30);
        Assert.InRange(without, 0, 6);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Aircraft_that_are_resolved_are_tracked_the_same_with_and_without(AssociationMethod method)
    {
        var (with, without) = (Make(method, true), Make(method, false));
        var random = new RandomStream(3, 0, 0, RandomPurpose.MeasurementNoise);
        var changes = new List<TrackChange>();
        for (var scan = 1; scan <= 20; scan++)
        {
            var now = SimTime.FromSeconds(PeriodS * scan);
            Plot[] plots = [See(Place(0, 3000, scan), now, ref random), See(Place(1, 3000, scan), now, ref random)];
            with.Process(plots, now, changes);
            without.Process(plots, now, changes);
        }

        Assert.Equal(0, with.Counters.MergedPlots);
        for (var track = 0; track < without.Tracks.Length; track++) Assert.Equal(without.Tracks[track].Estimate.Position, with.Tracks[track].Estimate.Position);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_track_does_not_outlive_its_target_on_its_neighbour_s_plots(AssociationMethod method)
    {
        // Two aircraft 700 m apart, resolved; after 25 looks one is gone. Tracks are dropped by what shared plots say, not only by misses.
        var left = 0;
        for (var trial = 0; trial < 20; trial++)
        {
            var tracker = Make(method, true, ConfirmationRule.SequentialTest);
            var random = new RandomStream((ulong)trial, 0, 9, RandomPurpose.MeasurementNoise);
            var changes = new List<TrackChange>();
            for (var scan = 1; scan <= 70; scan++)
            {
                var now = SimTime.FromSeconds(PeriodS * scan);
                List<Plot> plots = [See(Place(0, 700, scan), now, ref random)];
                if (scan <= 25) plots.Add(See(Place(1, 700, scan), now, ref random));
                tracker.Process([.. plots], now, changes);
                if (scan == 25) Assert.Equal(2, tracker.ConfirmedCount);
            }

            Assert.InRange(tracker.ConfirmedCount, 1, 2);
            left += tracker.ConfirmedCount - 1;
        }

        Assert.InRange(left, 0, 1);
    }

    // The tracks that started before the two met and are still held, each nearest to another aircraft, at the end.
    private static int Fly(AssociationMethod method, bool models, ulong seed, out long shared)
    {
        var tracker = Make(method, models);
        var random = new RandomStream(seed, 0, 7, RandomPurpose.MeasurementNoise);
        var changes = new List<TrackChange>();
        const int Scans = 70;
        for (var scan = 1; scan <= Scans; scan++)
        {
            var now = SimTime.FromSeconds(PeriodS * scan);
            var apart = Math.Max(120, Math.Abs(scan - 35) * 130.0 - 1950);
            var (left, right) = (Place(0, apart, scan), Place(1, apart, scan));
            var plots = new List<Plot>();
            if (apart < RangeResolutionM)
            {
                if (random.NextUnit() < 0.95) plots.Add(See((left + right) * 0.5, now, ref random));
            }
            else
            {
                if (random.NextUnit() < 0.95) plots.Add(See(left, now, ref random));
                if (random.NextUnit() < 0.95) plots.Add(See(right, now, ref random));
            }

            tracker.Process([.. plots], now, changes);
        }

        shared = tracker.Counters.MergedPlots;
        var held = 0;
        for (var side = 0; side < 2; side++)
        {
            foreach (var track in tracker.Tracks)
            {
                if (track.Status == TrackStatus.Confirmed && track.FirstTime < SimTime.FromSeconds(40)
                    && Frame.Local.ToLocal(track.PositionAt(SimTime.FromSeconds(PeriodS * Scans))).DistanceTo(Place(side, 2600, Scans)) < 800)
                {
                    held++;
                    break;
                }
            }
        }

        return held;
    }

    // Flying north sixty kilometres east of the radar, one nearer than the other.
    private static EnuVector Place(int side, double apart, int scan) => new(60e3 + (apart * (side - 0.5)), -20e3 + (200 * PeriodS * scan), 6e3);

    private static Tracker Make(AssociationMethod method, bool models, ConfirmationRule confirmation = ConfirmationRule.Existence) => new(
        new TrackerParameters { Association = method, Motion = MotionModelSet.AirSurveillance, MaximumSpeedMPerS = 400, FalsePlotProbability = 1e-6, DetectionProbability = 0.95, ModelsMergedPlots = models, Confirmation = confirmation },
        [new SensorDescription(Frame, PeriodS, true) { LookSlackShare = 0, RangeResolutionM = RangeResolutionM, AzimuthResolutionRad = AzimuthResolutionRad }]);

    private static Plot See(EnuVector place, SimTime time, ref RandomStream random)
    {
        var seen = Frame.Measure(place);
        return new Plot
        {
            Time = time,
            RangeM = seen.RangeM + (40 * random.Normal()),
            AzimuthRad = seen.AzimuthRad + (0.0017 * random.Normal()),
            ElevationRad = seen.ElevationRad + (0.002 * random.Normal()),
            RangeSigmaM = 40,
            AzimuthSigmaRad = 0.0017,
            ElevationSigmaRad = 0.002,
        };
    }
}
