using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Clutter;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class ClutterMapTests
{
    private const double PeriodS = 5;
    private const double Stated = 1e-7;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);
    private static readonly SensorDescription[] Sensors = [new(Frame, PeriodS, true)];

    [Fact]
    public void The_density_of_false_plots_is_found_where_it_differs()
    {
        // East of the radar twenty times as many as west of it: 2,000 and 100 a look, out to 80 km, uniform in elevation over 0.2 rad.
        var map = new ClutterMap(Stated, PeriodS);
        var random = new RandomStream(1, 0, 0, RandomPurpose.FalseAlarms);
        for (var look = 0; look < 80; look++)
        {
            for (var k = 0; k < 2100; k++)
            {
                var azimuth = (k < 2000 ? 0 : Math.PI) + (Math.PI * random.NextUnit());
                map.Learn(At(random.Uniform(1e3, 80e3), azimuth, random.Uniform(0, 0.2), look), 1);
            }
        }

        var sides = new double[2];
        for (var k = 0; k < 200; k++)
        {
            var (range, elevation) = (random.Uniform(10e3, 75e3), 0.1);
            for (var side = 0; side < 2; side++) sides[side] += Stated * Math.Exp(map.LogExcess(At(range, (side + random.NextUnit()) * Math.PI, elevation, 80))) / 200;
        }

        for (var side = 0; side < 2; side++)
        {
            // (2 pi)^(3/2) times the sigmas, over the volume in which the plots of a look fall.
            var expected = (side == 0 ? 2000 : 100) * Math.Pow(2 * Math.PI, 1.5) * 50 * 0.002 * 0.003 / (79e3 * Math.PI * 0.2);

            // The stated density, a hundredth and a twentieth of these, stands for four looks of nearly 39.
            Assert.InRange(sides[side] / expected, 0.87, 1.0);
        }
    }

    [Fact]
    public void Without_plots_the_stated_density_stands_and_fades_only_with_looks()
    {
        var map = new ClutterMap(Stated, PeriodS);
        Assert.Equal(0, map.LogExcess(At(20e3, 1, 0.1, 0)));
        for (var k = 0; k < 10; k++) map.Learn(At(20e3, 1, 0.02 * k, 0), 1);

        // A cell that stays empty: 4 looks' worth of the stated density over 4 + n looks.
        var empty = At(50e3, 4, 0.1, 40);
        Assert.Equal(Math.Log(4 / (4 + (40 * (1 - Math.Exp(-1))))), map.LogExcess(empty), 1e-9);
    }

    [Fact]
    public void Plots_of_known_targets_do_not_count()
    {
        var (map, other) = (new ClutterMap(Stated, PeriodS), new ClutterMap(Stated, PeriodS));
        for (var look = 0; look < 50; look++)
        {
            for (var k = 0; k < 20; k++)
            {
                map.Learn(At(20e3 + (20e3 * (k % 2)), k, 0.01 * k, look), 1);
                other.Learn(At(20e3 + (20e3 * (k % 2)), k, 0.01 * k, look), 1);
            }

            other.Learn(At(25e3, 1, 0.1, look), 0);
        }

        Assert.Equal(map.LogExcess(At(25e3, 1, 0.1, 50)), other.LogExcess(At(25e3, 1, 0.1, 50)), 1e-12);
        var copy = map.Copy();
        map.Learn(At(25e3, 1, 0.1, 50), 1);
        Assert.True(map.LogExcess(At(25e3, 1, 0.1, 51)) > copy.LogExcess(At(25e3, 1, 0.1, 51)));
    }

    [Fact]
    public void A_tracker_that_was_told_too_little_clutter_learns_and_makes_fewer_false_tracks()
    {
        var (stated, learnt) = (Run(ClutterModel.Stated), Run(ClutterModel.Map));
        Assert.InRange(learnt.Counters.Confirmed, 1, 0.5 * stated.Counters.Confirmed);
        Assert.Contains(learnt.Tracks.ToArray(), static track => track.Status == TrackStatus.Confirmed && track.Hits > 100);
    }

    // One aircraft among 300 false plots a look, for two hundred looks; a hundredth of them is what the settings say.
    private static Tracker Run(ClutterModel clutter)
    {
        var random = new RandomStream(2, 0, 0, RandomPurpose.FalseAlarms);
        var density = 300 * Math.Pow(2 * Math.PI, 1.5) * 50 * 0.002 * 0.003 / (79e3 * 2 * Math.PI * 0.2);
        var tracker = new Tracker(
            new TrackerParameters { Clutter = clutter, FalsePlotProbability = 0.01 * density, MaximumSpeedMPerS = 400, MaximumBallisticSpeedMPerS = 400, AccelerationSigmaMPerS2 = 2 },
            [Sensors[0] with { LookSlackShare = 0 }]);
        for (var look = 1; look <= 200; look++)
        {
            var plots = new List<Plot>();
            for (var k = 0; k < 300; k++) plots.Add(PlotAt(random.Uniform(1e3, 80e3), 2 * Math.PI * random.NextUnit(), random.Uniform(0, 0.2), look));
            var angle = 0.006 * look;
            var seen = Frame.Measure(new EnuVector(40e3 * Math.Sin(angle), 40e3 * Math.Cos(angle), 5e3));
            if (random.NextUnit() < 0.9) plots.Add(PlotAt(seen.RangeM + (50 * random.Normal()), seen.AzimuthRad + (0.002 * random.Normal()), seen.ElevationRad + (0.003 * random.Normal()), look));
            tracker.Process([.. plots], SimTime.FromSeconds(PeriodS * look), []);
        }

        return tracker;
    }

    private static PreparedPlot At(double rangeM, double azimuthRad, double elevationRad, int look)
    {
        Assert.True(PlotPreparation.TryPrepare(PlotAt(rangeM, azimuthRad, elevationRad, look), Sensors, new TrackerParameters(), out var prepared));
        return prepared;
    }

    private static Plot PlotAt(double rangeM, double azimuthRad, double elevationRad, int look) => new()
    {
        Time = SimTime.FromSeconds(PeriodS * look),
        RangeM = rangeM,
        AzimuthRad = azimuthRad,
        ElevationRad = elevationRad,
        RangeSigmaM = 50,
        AzimuthSigmaRad = 0.002,
        ElevationSigmaRad = 0.003,
    };
}
