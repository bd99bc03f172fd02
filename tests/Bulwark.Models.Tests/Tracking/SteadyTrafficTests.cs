using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>The tracker as it is used for real: several radars, false plots, seven motion models.</summary>
public class SteadyTrafficTests
{
    private const double DeliveryS = 0.5;
    private const int Targets = 60;
    private const int FalsePlots = 6;

    [Theory]
    [InlineData(AssociationMethod.JointProbabilistic, 1)]
    [InlineData(AssociationMethod.JointProbabilistic, 2)]
    [InlineData(AssociationMethod.GlobalNearestNeighbour, 1)]
    [InlineData(AssociationMethod.NearestFirst, 1)]
    [InlineData(AssociationMethod.MultipleHypothesis, 1)]
    [InlineData(AssociationMethod.MultipleHypothesis, 2)]
    public void Several_radars_with_false_plots_allocate_nothing_once_the_tables_have_grown(AssociationMethod method, int threads)
    {
        var frames = (SensorFrame[])[new(GeodeticPoint.FromDegrees(45, 12, 100), 20), new(GeodeticPoint.FromDegrees(45.4, 12.5, 50), 20), new(GeodeticPoint.FromDegrees(44.8, 11.6, 10), 20)];
        SensorDescription[] sensors = [.. frames.Select(static frame => new SensorDescription(frame, 4, true))];
        var settings = new TrackerParameters
        {
            Association = method,
            Threads = threads,
            Motion = MotionModelSet.AirSurveillance,
            FalsePlotProbability = 1e-5,
            ConfirmationHits = 2,
            ConfirmationProbability = 0.9,
            AbandonmentProbability = 1e-3,
        };
        var tracker = new Tracker(settings, sensors);
        var deliveries = Deliveries(frames, 400);
        var changes = new List<TrackChange>(10_000);
        var (before, plots) = (0L, 0);
        for (var delivery = 0; delivery < deliveries.Length; delivery++)
        {
            if (delivery == deliveries.Length / 2) before = GC.GetAllocatedBytesForCurrentThread();
            if (delivery >= deliveries.Length / 2) plots += deliveries[delivery].Length;
            changes.Clear();
            tracker.Process(deliveries[delivery], SimTime.FromSeconds((delivery + 1) * DeliveryS), changes);
        }

        // A table may still double once in a while; nothing is allocated for a plot.
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(plots > 4000, $"{plots}");
        Assert.InRange(tracker.ConfirmedCount, Targets - 5, Targets + 10);
        Assert.True(bytes < 2 * plots, $"{bytes} bytes for {plots} plots");
    }

    // Each radar turns once in four seconds and sees an eighth of the aircraft in each delivery.
    private static Plot[][] Deliveries(SensorFrame[] frames, int count)
    {
        var random = new RandomStream(3, 0, 0, RandomPurpose.General);
        var deliveries = new Plot[count][];
        for (var delivery = 0; delivery < count; delivery++)
        {
            var plots = new List<Plot>();
            var timeS = (delivery + 0.5) * DeliveryS;
            for (var radar = 0; radar < frames.Length; radar++)
            {
                for (var target = 0; target < Targets; target++)
                {
                    if (target % 8 != (delivery + radar) % 8 || random.NextUnit() > 0.95) continue;
                    var place = new EnuVector(-60e3 + (6000 * (target % 20)), -20e3 + (20e3 * (target / 20)) + (150 * timeS), 3000 + (100 * target));
                    plots.Add(Plot(frames[radar].Measure(frames[0].Local.ToEcef(place)), timeS, radar, ref random, 1));
                }

                for (var k = 0; k < FalsePlots / 2; k++) plots.Add(Plot(new SphericalMeasurement(10e3 + (90e3 * random.NextUnit()), Math.Tau * random.NextUnit(), 0.3 * random.NextUnit()), timeS, radar, ref random, 0));
            }

            deliveries[delivery] = [.. plots];
        }

        return deliveries;
    }

    private static Plot Plot(SphericalMeasurement at, double timeS, int radar, ref RandomStream random, double noise) => new()
    {
        Time = SimTime.FromSeconds(timeS),
        Sensor = radar,
        RangeM = at.RangeM + (50 * noise * random.Normal()),
        AzimuthRad = at.AzimuthRad + (0.001 * noise * random.Normal()),
        ElevationRad = at.ElevationRad + (0.0015 * noise * random.Normal()),
        RangeSigmaM = 50,
        AzimuthSigmaRad = 0.001,
        ElevationSigmaRad = 0.0015,
    };
}
