using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Small relatives of the benchmark's scenes A (manoeuvring aircraft far apart) and C (a close flight in dense false plots).</summary>
public class SmallBenchmarkTests
{
    private const double PeriodS = 4;
    private static readonly SensorFrame Frame = new(GeodeticPoint.FromDegrees(50, -30, 0), 0, 1);
    private static readonly double AzimuthSigmaRad = double.DegreesToRadians(0.1);
    private static readonly double ElevationSigmaRad = double.DegreesToRadians(0.15);

    [Fact]
    public void Manoeuvring_aircraft_are_followed_better_by_several_models_than_by_one()
    {
        // 24 aircraft, half of them turning at 2.5 g for 10 s out of 40. Measured: 150 m against 174 m, completeness 0.97.
        var several = Run(Turning(), 60, MotionModelSet.AirSurveillance, AssociationMethod.JointProbabilistic);
        var single = Run(Turning(), 60, MotionModelSet.Single(8, 1), AssociationMethod.JointProbabilistic);
        Assert.InRange(several.MeanErrorM, 50, 0.93 * single.MeanErrorM);
        Assert.InRange(several.CompletenessShare, 0.95, 1);
        Assert.InRange(several.SpuriousShare, 0, 0.02);
    }

    [Theory]
    [InlineData(AssociationMethod.JointProbabilistic)]
    [InlineData(AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(AssociationMethod.MultipleHypothesis)]
    public void A_close_flight_is_found_and_held_among_false_plots(AssociationMethod method)
    {
        // Four aircraft 300 m apart among 300 false plots in a tenth of the benchmark's sector: twice its density.
        var result = Run(Flight(), 300, MotionModelSet.AirSurveillance, method);
        Assert.InRange(result.CompletenessShare, 0.75, 1);
        Assert.InRange(result.SpuriousShare, 0, 0.12);
        Assert.InRange(result.MeanErrorM, 20, 130);
    }

    private static List<Func<double, EnuVector>> Turning()
    {
        var targets = new List<Func<double, EnuVector>>();
        for (var target = 0; target < 24; target++)
        {
            var (angle, range, turns) = (target * 0.9, 30e3 + (3e3 * target), target % 2 == 0);
            var start = new EnuVector(range * Math.Sin(angle), range * Math.Cos(angle), 3000 + (200 * target));
            targets.Add(timeS => start + Path(timeS, target, turns));
        }

        return targets;
    }

    // Straight legs of 30 s and, for those that turn, arcs of 10 s at 2.5 g, integrated in steps of 0.05 s.
    private static EnuVector Path(double timeS, int target, bool turns)
    {
        var (east, north, heading) = (0.0, 0.0, 1.7 * target);
        const double Speed = 250, Step = 0.05;
        for (var t = 0.0; t < timeS - 1e-9; t += Step)
        {
            if (turns && (t + (4 * target)) % 40 < 10) heading += 2.5 * 9.80665 / Speed * Step * (target % 4 == 0 ? 1 : -1);
            east += Speed * Math.Sin(heading) * Step;
            north += Speed * Math.Cos(heading) * Step;
        }

        return new EnuVector(east, north, 0);
    }

    private static List<Func<double, EnuVector>> Flight()
    {
        var targets = new List<Func<double, EnuVector>>();
        for (var target = 0; target < 4; target++)
        {
            var start = new EnuVector(33e3 + (300 * target), 38e3 - (150 * (target % 2)), 4000 + (20 * target));
            targets.Add(timeS => start + (new EnuVector(0, -200, 0) * timeS));
        }

        return targets;
    }

    private static (double MeanErrorM, double CompletenessShare, double SpuriousShare) Run(
        List<Func<double, EnuVector>> targets, int falsePlots, MotionModelSet motion, AssociationMethod method)
    {
        var (low, high, span) = falsePlots > 100 ? (30e3, 60e3, 0.3) : (10e3, 110e3, 2 * Math.PI);
        var (start, tall) = (falsePlots > 100 ? 0.56 : 0, 0.14);
        var random = new RandomStream(77, 0, (uint)targets.Count, RandomPurpose.MeasurementNoise);
        var cell = Math.Pow(2 * Math.PI, 1.5) * 50 * AzimuthSigmaRad * ElevationSigmaRad;
        var parameters = new TrackerParameters
        {
            Motion = motion,
            Association = method,
            FalsePlotProbability = falsePlots * cell / ((high - low) * span * tall),
            FirstLookTargetShare = targets.Count / (targets.Count + (double)falsePlots),
            NewTargetShare = 0.002,
            MeanStayS = 1000,
            ConfirmationHits = 2,
            ConfirmationWindow = 6,
            ConfirmationProbability = 0.75,
            DeletionProbability = 0.3,
            DeletionMisses = 10,
            AbandonmentProbability = 1e-3,
            MaximumSpeedMPerS = 400,
            MaximumVerticalSpeedMPerS = 60,
        };
        var tracker = new Tracker(parameters, [new SensorDescription(Frame, PeriodS, true) { LookSlackShare = 0 }]);
        var (error, matched, truths, tracks) = (0.0, 0, 0, 0);
        var changes = new List<TrackChange>();
        for (var scan = 1; scan <= 30; scan++)
        {
            var time = SimTime.FromSeconds(scan * PeriodS);
            EnuVector[] places = [.. targets.Select(path => path(scan * PeriodS))];
            var plots = new List<Plot>();
            foreach (var place in places)
            {
                if (random.NextUnit() < 0.9) plots.Add(Plot(time, Frame.Measure(place), ref random, 1));
            }

            for (var k = 0; k < falsePlots; k++)
            {
                var at = new SphericalMeasurement(random.Uniform(low, high), start + (span * random.NextUnit()), 0.01 + (tall * random.NextUnit()));
                plots.Add(Plot(time, at, ref random, 0));
            }

            changes.Clear();
            tracker.Process([.. plots], time, changes);
            var held = new List<EnuVector>();
            foreach (ref readonly var track in tracker.Tracks)
            {
                if (track.Status != TrackStatus.Confirmed) continue;
                Assert.True(tracker.TryPredict(track.Id, time, out var estimate));
                held.Add(Frame.Local.ToLocal(estimate.Position));
            }

            truths += places.Length;
            tracks += held.Count;
            if (held.Count == 0) continue;
            var costs = new double[held.Count * places.Length];
            for (var k = 0; k < costs.Length; k++) costs[k] = Math.Min(0, held[k / places.Length].DistanceTo(places[k % places.Length]) - 500);
            var column = new int[held.Count];
            new AssignmentSolver().Solve(costs, held.Count, places.Length, column, out _);
            for (var row = 0; row < held.Count; row++)
            {
                var cost = column[row] < 0 ? 0 : costs[(row * places.Length) + column[row]];
                if (cost >= 0) continue;
                matched++;
                error += cost + 500;
            }
        }

        return (error / matched, (double)matched / truths, (double)(tracks - matched) / tracks);
    }

    private static Plot Plot(SimTime time, SphericalMeasurement at, ref RandomStream random, double noise) => new()
    {
        Time = time,
        RangeM = at.RangeM + (50 * noise * random.Normal()),
        AzimuthRad = at.AzimuthRad + (AzimuthSigmaRad * noise * random.Normal()),
        ElevationRad = at.ElevationRad + (ElevationSigmaRad * noise * random.Normal()),
        RangeSigmaM = 50,
        AzimuthSigmaRad = AzimuthSigmaRad,
        ElevationSigmaRad = ElevationSigmaRad,
    };
}
