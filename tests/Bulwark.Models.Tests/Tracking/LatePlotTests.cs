using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>One aircraft and two radars, the plots of the second of which come after later ones of the first.</summary>
public class LatePlotTests
{
    private static readonly SensorFrame[] Frames = [new(GeodeticPoint.FromDegrees(50, -30, 0), 10), new(GeodeticPoint.FromDegrees(50.2, -30.3, 0), 10)];

    [Theory]
    [InlineData(0, false, AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(0, true, AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(1, false, AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(1, true, AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(1, true, AssociationMethod.MultipleHypothesis)]
    public void Exact_updates_equal_plots_in_order(int scansLate, bool several, AssociationMethod method)
    {
        var (inOrder, late, rough) = (Make(several, true, method), Make(several, true, method), Make(several, false, method));
        var plots = new Plot[2, 30];
        var random = new RandomStream(4, 0, 0, RandomPurpose.MeasurementNoise);
        for (var scan = 0; scan < 30; scan++)
        {
            for (var sensor = 0; sensor < 2; sensor++) plots[sensor, scan] = See(sensor, 4 + (4 * scan) - sensor, ref random);
        }

        for (var scan = 0; scan < 30; scan++)
        {
            Process(inOrder, plots[1, scan]);
            Process(inOrder, plots[0, scan]);

            // The track is there before plots are late.
            if (scan < 8) Process(late, rough, plots[1, scan]);
            Process(late, rough, plots[0, scan]);
            if (scan >= 8 + scansLate) Process(late, rough, plots[1, scan - scansLate]);
        }

        for (var scan = 30 - scansLate; scan < 30; scan++) Process(late, rough, plots[1, scan]);
        Assert.Equal(22, late.Counters.OutOfSequencePlots);
        Assert.Equal(1, late.ConfirmedCount);
        var (expected, exact, approximate) = (inOrder.Tracks[0], late.Tracks[0], rough.Tracks[0]);
        Assert.Equal(60, exact.Hits);
        Assert.Equal(0, expected.Estimate.Position.DistanceTo(exact.Estimate.Position), 1e-9);
        Assert.Equal(0, expected.Velocity.DistanceTo(exact.Velocity), 1e-9);
        for (var k = 0; k < 36; k++) Assert.Equal(expected.Covariance[k], exact.Covariance[k], 1e-9 * Math.Abs(expected.Covariance[k]));
        Assert.InRange(expected.Estimate.Position.DistanceTo(approximate.Estimate.Position), 0.1, 500);
    }

    [Fact]
    public void A_plot_older_than_all_that_is_remembered_is_used_as_before()
    {
        var (exact, rough) = (Make(true, true, AssociationMethod.GlobalNearestNeighbour), Make(true, false, AssociationMethod.GlobalNearestNeighbour));
        var random = new RandomStream(4, 0, 0, RandomPurpose.MeasurementNoise);
        for (var scan = 0; scan < 10; scan++) Process(exact, rough, See(0, 4 + (4 * scan), ref random));
        Process(exact, rough, See(1, 25, ref random));
        Assert.Equal(11, exact.Tracks[0].Hits);
        Assert.Equal(rough.Tracks[0].Estimate.Position, exact.Tracks[0].Estimate.Position);
        var copy = exact.Copy();
        for (var scan = 10; scan < 14; scan++)
        {
            var (first, second) = (See(0, 4 + (4 * scan), ref random), See(1, 3 + (4 * scan), ref random));
            Process(exact, copy, first);
            Process(exact, copy, second);
        }

        Assert.Equal(exact.Tracks[0].Estimate.Position, copy.Tracks[0].Estimate.Position);
    }

    private static void Process(Tracker one, Tracker other, Plot plot)
    {
        Process(one, plot);
        Process(other, plot);
    }

    // A call's time is that of the latest plot so far.
    private static void Process(Tracker tracker, Plot plot)
    {
        var latest = plot.Time;
        foreach (var track in tracker.Tracks) latest = SimTime.Max(latest, track.LastUpdate);
        tracker.Process([plot], latest, []);
    }

    private static Tracker Make(bool several, bool exact, AssociationMethod method) => new(
        new TrackerParameters
        {
            Association = method,
            UpdatesLateExactly = exact,
            Motion = several ? MotionModelSet.AirSurveillance : null,
            MaximumLatenessS = 20,
            AccelerationSigmaMPerS2 = 3,
            MaximumBallisticSpeedMPerS = 1200,
        },
        [.. Frames.Select(static frame => new SensorDescription(frame, 4, true))]);

    private static Plot See(int sensor, double timeS, ref RandomStream random)
    {
        var turn = 0.01 * timeS;
        var seen = Frames[sensor].Measure(Frames[0].Local.ToEcef(new EnuVector(30e3 + (20e3 * Math.Sin(turn)), 40e3 + (20e3 * Math.Cos(turn)), 6e3)));
        return new Plot
        {
            Time = SimTime.FromSeconds(timeS),
            Sensor = sensor,
            RangeM = seen.RangeM + (40 * random.Normal()),
            AzimuthRad = seen.AzimuthRad + (0.002 * random.Normal()),
            ElevationRad = seen.ElevationRad + (0.003 * random.Normal()),
            RangeSigmaM = 40,
            AzimuthSigmaRad = 0.002,
            ElevationSigmaRad = 0.003,
        };
    }
}
