using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>What every way to start and to confirm tracks must keep to, whichever is chosen.</summary>
public class InitiationFamilyTests
{
    private const double PeriodS = 4;
    private const double LowM = 10e3;
    private const double HighM = 60e3;
    private const double AzimuthSigmaRad = 0.0017;
    private const double ElevationSigmaRad = 0.0026;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);

    public static TheoryData<StartMethod, ConfirmationRule> Ways
    {
        get
        {
            var ways = new TheoryData<StartMethod, ConfirmationRule>();
            foreach (var start in Enum.GetValues<StartMethod>())
            {
                foreach (var rule in Enum.GetValues<ConfirmationRule>()) ways.Add(start, rule);
            }

            return ways;
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_target_alone_is_confirmed_soon_and_stays_one_track(StartMethod start, ConfirmationRule rule)
    {
        for (var trial = 0UL; trial < 50; trial++)
        {
            var random = new RandomStream(trial, 0, 2, RandomPurpose.MeasurementNoise);
            var tracker = Make(start, rule, 1e-6);
            for (var scan = 1; scan <= 12; scan++)
            {
                Process(tracker, [See(Place(trial, scan), scan, ref random)], scan);
                if (scan == 5) Assert.Equal(1, tracker.ConfirmedCount);
            }

            Assert.Equal(1, tracker.ConfirmedCount);
            Assert.Equal(1, tracker.Tracks.Length);
        }
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void The_covariance_of_a_young_track_is_honest(StartMethod start, ConfirmationRule rule)
    {
        // Normalised error squared after the second plot and after the fifth, six degrees of freedom, 300 flights at speeds within the bound.
        var (second, fifth) = (0.0, 0.0);
        const int Trials = 300;
        for (var trial = 0UL; trial < Trials; trial++)
        {
            var random = new RandomStream(trial, 0, 3, RandomPurpose.MeasurementNoise);
            var tracker = Make(start, rule, 1e-6);
            for (var scan = 1; scan <= 5; scan++)
            {
                Process(tracker, [See(Place(trial, scan), scan, ref random)], scan);
                if (scan == 2) second += Nees(tracker.Tracks[0], trial, scan);
                if (scan == 5) fifth += Nees(tracker.Tracks[0], trial, scan);
            }
        }

        Assert.InRange(second / Trials, 2.5, 7.5);
        Assert.InRange(fifth / Trials, 2.5, 7.5);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void False_plots_alone_make_few_tracks_and_the_same_ones_again(StartMethod start, ConfirmationRule rule)
    {
        var (tracker, again) = (Make(start, rule, FalsePlotProbability(60)), Make(start, rule, FalsePlotProbability(60)));
        foreach (var (plots, scan) in FalsePlots(60, 60))
        {
            Process(tracker, plots, scan);
            Process(again, plots, scan);
        }

        Assert.Equal(again.Counters, tracker.Counters);
        Assert.InRange(tracker.Counters.Started, 2000, 3600);

        // Counting knows nothing of likelihood: it is what the other two are there to better.
        Assert.InRange(tracker.Counters.Confirmed, 0, rule == ConfirmationRule.Count ? 400 : 0.01 * tracker.Counters.Started);
    }

    [Fact]
    public void The_sequential_test_confirms_no_more_false_tracks_than_stated()
    {
        // Wald: of tracks of false plots at most alpha / (1 - beta) are confirmed, whatever the density.
        foreach (var alpha in (double[])[0.05, 0.005])
        {
            var tracker = Make(StartMethod.OnePoint, ConfirmationRule.SequentialTest, FalsePlotProbability(120), alpha);
            foreach (var (plots, scan) in FalsePlots(120, 40)) Process(tracker, plots, scan);
            Assert.InRange(tracker.Counters.Confirmed / (double)tracker.Counters.Started, 0, alpha / 0.99);
        }
    }

    [Fact]
    public void Two_points_give_the_difference_of_the_plots_and_its_covariance()
    {
        var parameters = new TrackerParameters { AccelerationSigmaMPerS2 = 3, VerticalAccelerationSigmaMPerS2 = 3, ManoeuvreTimeS = 2, MaximumBallisticSpeedMPerS = 1200 };
        var random = new RandomStream(1, 0, 4, RandomPurpose.MeasurementNoise);
        SensorDescription[] sensors = [new(Frame, PeriodS, true)];
        Assert.True(PlotPreparation.TryPrepare(See(Place(0, 1), 1, ref random), sensors, parameters, out var one));
        Assert.True(PlotPreparation.TryPrepare(See(Place(0, 2), 2, ref random), sensors, parameters, out var two));
        var (first, second) = (OnePointInitiator.Start(in one, Frame, parameters), OnePointInitiator.Start(in two, Frame, parameters));
        Assert.True(TwoPointInitiator.TryStart(in first, in two, Frame, parameters, out var estimate));
        Assert.Equal(0, estimate.Position.DistanceTo(two.Position), 1e-9);
        Assert.Equal(0, estimate.Velocity.DistanceTo((two.Position - one.Position) / PeriodS), 1e-9);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var noise = row == column ? 3 * 3 * 2 * PeriodS / 3 : 0;
                Assert.Equal(second.Covariance.At(row, column), estimate.Covariance.At(row, column), 1e-9);
                Assert.Equal(second.Covariance.At(row, column) / PeriodS, estimate.Covariance.At(row, column + 3), 1e-9);
                Assert.Equal(((first.Covariance.At(row, column) + second.Covariance.At(row, column)) / (PeriodS * PeriodS)) + noise, estimate.Covariance.At(row + 3, column + 3), 1e-7);
            }
        }

        Assert.False(TwoPointInitiator.TryStart(in second, in two, Frame, parameters, out _));
    }

    private static double Nees(Track track, ulong trial, int scan)
    {
        var (position, velocity) = (Frame.Local.ToEcef(Place(trial, scan)), Frame.Local.Rotate(Velocity(trial)));
        var (p, v) = (track.Estimate.Position - position, track.Velocity - velocity);
        double[] error = [p.X, p.Y, p.Z, v.X, v.Y, v.Z];
        var lower = new double[36];
        for (var k = 0; k < 36; k++) lower[k] = track.Covariance.At(k / 6, k % 6);
        var solved = (double[])error.Clone();
        Assert.True(Bulwark.Core.Numerics.SmallMatrix.TryCholesky(lower, 6));
        Bulwark.Core.Numerics.SmallMatrix.CholeskySolve(lower, solved, 6);
        return error.Zip(solved, static (left, right) => left * right).Sum();
    }

    private static EnuVector Velocity(ulong trial)
    {
        var random = new RandomStream(trial, 0, 5, RandomPurpose.General);
        return new EnuVector(random.Uniform(-230, 230), random.Uniform(-230, 230), random.Uniform(-20, 20));
    }

    private static EnuVector Place(ulong trial, int scan) => new EnuVector(30e3, 25e3, 6e3) + (Velocity(trial) * (PeriodS * scan));

    private static double FalsePlotProbability(int count) =>
        count * Math.Pow(2 * Math.PI, 1.5) * 50 * AzimuthSigmaRad * ElevationSigmaRad / ((HighM - LowM) * 2 * Math.PI * 0.2);

    private static IEnumerable<(Plot[] Plots, int Scan)> FalsePlots(int count, int scans)
    {
        var random = new RandomStream(11, 0, (uint)count, RandomPurpose.FalseAlarms);
        for (var scan = 1; scan <= scans; scan++)
        {
            var plots = new Plot[count];
            for (var k = 0; k < count; k++) plots[k] = PlotAt(random.Uniform(LowM, HighM), random.Uniform(0, 2 * Math.PI), random.Uniform(0.01, 0.21), scan);
            yield return (plots, scan);
        }
    }

    private static void Process(Tracker tracker, Plot[] plots, int scan) => tracker.Process(plots, SimTime.FromSeconds(PeriodS * scan), []);

    private static Tracker Make(StartMethod start, ConfirmationRule rule, double falsePlotProbability, double alpha = 1e-3) => new(
        new TrackerParameters
        {
            Start = start,
            Confirmation = rule,
            FalseTrackProbability = alpha,
            FalsePlotProbability = falsePlotProbability,
            MaximumSpeedMPerS = 400,
            MaximumVerticalSpeedMPerS = 60,
            MaximumBallisticSpeedMPerS = 400,
            NewTargetShare = 0.01,
            AccelerationSigmaMPerS2 = 2,
        },
        [new SensorDescription(Frame, PeriodS, true) { LookSlackShare = 0 }]);

    private static Plot See(EnuVector place, int scan, ref RandomStream random)
    {
        var seen = Frame.Measure(place);
        return PlotAt(seen.RangeM + (50 * random.Normal()), seen.AzimuthRad + (AzimuthSigmaRad * random.Normal()), seen.ElevationRad + (ElevationSigmaRad * random.Normal()), scan);
    }

    private static Plot PlotAt(double rangeM, double azimuthRad, double elevationRad, int scan) => new()
    {
        Time = SimTime.FromSeconds(PeriodS * scan),
        RangeM = rangeM,
        AzimuthRad = azimuthRad,
        ElevationRad = elevationRad,
        RangeSigmaM = 50,
        AzimuthSigmaRad = AzimuthSigmaRad,
        ElevationSigmaRad = ElevationSigmaRad,
    };
}
