using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>What every way to give plots to confirmed tracks must keep to, whichever is chosen.</summary>
public class AssociationFamilyTests
{
    private const double PeriodS = 4;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);

    public static TheoryData<AssociationMethod> Methods => [.. Enum.GetValues<AssociationMethod>()];

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_same_plots_give_the_same_tracks_to_the_bit(AssociationMethod method)
    {
        var (left, right) = (Make(method), Make(method));
        foreach (var (plots, now) in Company())
        {
            Assert.Equal(Process(left, plots, now), Process(right, plots, now));
            AssertSame(left, right, 0);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void A_copy_goes_on_as_its_original_and_apart_from_it(AssociationMethod method)
    {
        var scans = Company();
        var tracker = Make(method);
        foreach (var (plots, now) in scans.Take(15)) Process(tracker, plots, now);
        var copy = tracker.Copy();
        foreach (var (plots, now) in scans.Skip(15))
        {
            Process(copy, plots, now);
            Process(tracker, plots, now);
            AssertSame(tracker, copy, 0);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void The_order_of_the_plots_of_a_look_does_not_matter(AssociationMethod method)
    {
        var (left, right) = (Make(method), Make(method));
        foreach (var (plots, now) in Company())
        {
            Process(left, plots, now);
            Process(right, [.. plots.Reverse()], now);
            var other = Confirmed(right, now);
            Assert.All(Confirmed(left, now), place => Assert.InRange(other.Min(place.DistanceTo), 0, 1e-3));
            Assert.Equal(left.ConfirmedCount, right.ConfirmedCount);
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Probabilities_are_probabilities_and_estimates_finite(AssociationMethod method)
    {
        var tracker = Make(method);
        foreach (var (plots, now) in Company())
        {
            Process(tracker, plots, now);
            foreach (var track in tracker.Tracks)
            {
                Assert.InRange(track.ExistenceProbability, 0, 1);
                Assert.True(double.IsFinite(track.Estimate.PositionSigmaM));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void All_agree_where_nothing_is_in_doubt(AssociationMethod method)
    {
        // Four aircraft twenty kilometres apart, every one seen at every look, nothing else.
        var random = new RandomStream(8, 0, 0, RandomPurpose.MeasurementNoise);
        var (one, other) = (Make(AssociationMethod.GlobalNearestNeighbour), Make(method));
        for (var scan = 1; scan <= 20; scan++)
        {
            var now = SimTime.FromSeconds(PeriodS * scan);
            var plots = new Plot[4];
            for (var k = 0; k < 4; k++) plots[k] = See(new EnuVector(20e3 + (20e3 * k), 10e3 + (200 * PeriodS * scan), 5e3), now, k, ref random);
            Process(one, plots, now);
            Process(other, plots, now);
            AssertSame(one, other, 0.5);
        }

        Assert.Equal(4, one.ConfirmedCount);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Aircraft_that_cross_are_both_held_among_false_plots(AssociationMethod method)
    {
        var tracker = Make(method);
        foreach (var (plots, now) in Company()) Process(tracker, plots, now);
        var end = Company()[^1].Now;
        var held = Confirmed(tracker, end);
        for (var target = 0; target < 3; target++) Assert.InRange(held.Min(Frame.Local.ToEcef(Place(target, end.TotalS)).DistanceTo), 0, 700);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Steady_traffic_allocates_only_where_a_table_grows(AssociationMethod method)
    {
        (Plot[] Plots, SimTime Now)[] scans = [.. Company(400)];
        var tracker = Make(method);
        var changes = new List<TrackChange>(1 << 14);
        for (var scan = 0; scan < 300; scan++) tracker.Process(scans[scan].Plots, scans[scan].Now, changes);
        changes.Clear();
        changes.EnsureCapacity(1 << 16);
        // A scan with more doubtful plots than any before may double a table; every other scan must do with what is there.
        var growths = 0;
        for (var scan = 300; scan < scans.Length; scan++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            tracker.Process(scans[scan].Plots, scans[scan].Now, changes);
            if (GC.GetAllocatedBytesForCurrentThread() > before) growths++;
        }

        Assert.InRange(growths, 0, 2);
    }

    private static List<TrackChange> Process(Tracker tracker, Plot[] plots, SimTime now)
    {
        var changes = new List<TrackChange>();
        tracker.Process(plots, now, changes);
        return changes;
    }

    private static void AssertSame(Tracker left, Tracker right, double toleranceM)
    {
        Assert.Equal(left.ConfirmedCount, right.ConfirmedCount);
        foreach (var track in left.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            Assert.True(right.TryGet(track.Id, out var other));
            Assert.InRange(track.Estimate.Position.DistanceTo(other.Estimate.Position), 0, toleranceM);
        }
    }

    private static List<EcefVector> Confirmed(Tracker tracker, SimTime now)
    {
        var places = new List<EcefVector>();
        foreach (var track in tracker.Tracks)
        {
            if (track.Status == TrackStatus.Confirmed && tracker.TryPredict(track.Id, now, out var estimate)) places.Add(estimate.Position);
        }

        return places;
    }

    // Two aircraft that cross at a small angle and a third beside them, seen nine times in ten, among twenty false plots in a small sector.
    private static List<(Plot[] Plots, SimTime Now)> Company(int count = 30)
    {
        var random = new RandomStream(9, 0, 0, RandomPurpose.MeasurementNoise);
        var scans = new List<(Plot[], SimTime)>();
        for (var scan = 1; scan <= count; scan++)
        {
            var now = SimTime.FromSeconds(PeriodS * scan);
            var plots = new List<Plot>();
            for (var target = 0; target < 3; target++)
            {
                // Beyond two minutes they fly the same two minutes again, so that long runs stay in place.
                if (random.NextUnit() < 0.9) plots.Add(See(Place(target, PeriodS * (((scan - 1) % 30) + 1)), now, target, ref random));
            }

            for (var k = 0; k < 20; k++) plots.Add(See(new EnuVector(random.Uniform(35e3, 55e3), random.Uniform(5e3, 45e3), random.Uniform(3e3, 7e3)), now, 100 + k, ref random));
            scans.Add(([.. plots], now));
        }

        return scans;
    }

    private static EnuVector Place(int target, double timeS) => target switch
    {
        0 => new EnuVector(42e3 + (30 * timeS), 10e3 + (200 * timeS), 5e3),
        1 => new EnuVector(45e3 - (30 * timeS), 10e3 + (200 * timeS), 5e3),
        _ => new EnuVector(46e3, 10e3 + (190 * timeS), 5e3),
    };

    private static Tracker Make(AssociationMethod method) => new(
        new TrackerParameters { Association = method, Motion = MotionModelSet.AirSurveillance, MaximumSpeedMPerS = 400, FalsePlotProbability = 1e-6, NewTargetShare = 0.01 },
        [new SensorDescription(Frame, PeriodS, true) { LookSlackShare = 0 }]);

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
