using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Models.Tests.Tracking.Estimation;

/// <summary>Banks of motions of different state sizes, and their smoother.</summary>
public class BankTests
{
    [Fact]
    public void One_motion_is_the_plain_filter()
    {
        var motion = new ConstantVelocityMotion(9, 2);
        var bank = new MotionBank { Motions = [motion], MeanStayS = [10], InitialProbability = [1], InitialExtraSigmaSi = [0] };
        var (belief, filter, plain) = (new BankBelief(bank), new BankFilter(bank), Belief());
        filter.Start(belief, plain.ToEstimate());
        for (var k = 1; k <= 10; k++)
        {
            var measurement = new LinearMeasurement([0, 1], [500.0 * k, 30 * k], [900, 400]);
            Assert.True(filter.TryPredict(belief, SimTime.FromSeconds(4 * k)));
            Assert.True(filter.TryUpdate(belief, measurement, out var fit));
            Assert.True(StateFilters.Extended.TryPredict(in plain, motion, 4, out plain, default));
            Assert.True(StateFilters.Extended.TryUpdate(ref plain, measurement, out var own));
            Assert.Equal(own.LogLikelihoodRatio, fit.LogLikelihoodRatio, 1e-9);
        }

        var estimate = belief.ToEstimate();
        Assert.Equal(plain.Position.X, estimate.Position.X, 1e-6);
        for (var k = 0; k < 36; k++) Assert.Equal(plain.CovarianceSi[k], estimate.Covariance[k], 1e-6);
    }

    [Fact]
    public void A_state_put_into_a_larger_one_keeps_what_the_larger_one_knew()
    {
        var small = Belief();
        var large = GaussianBelief.Of(Belief().ToEstimate(), StateExtra.Acceleration, 7, 3);
        BankMixing.Convert(in small, in large, out var wide);
        Assert.Equal(9, wide.Dimension);
        for (var k = 0; k < 6; k++) Assert.Equal(small.MeanSi[k], wide.MeanSi[k]);
        Assert.Equal(7, wide.MeanSi[8]);
        Assert.Equal(9, wide.CovarianceSi[80]);
        Assert.Equal(0, wide.CovarianceSi[8]);
        BankMixing.Convert(in wide, in small, out var back);
        for (var k = 0; k < 36; k++) Assert.Equal(small.CovarianceSi[k], back.CovarianceSi[k]);
    }

    [Fact]
    public void Smoothing_one_linear_motion_equals_the_least_squares_solution_of_the_whole_track()
    {
        // The state of one axis at all times together is Gaussian; its mean given all plots solves the block-tridiagonal normal equations.
        const int Steps = 7;
        const double T = 3;
        const double Q = 5;
        const double Variance = 250;
        var motion = new ConstantVelocityMotion(Q, Q);
        var bank = new MotionBank { Motions = [motion], MeanStayS = [1], InitialProbability = [1], InitialExtraSigmaSi = [0] };
        var filter = new BankFilter(bank);
        var beliefs = new List<BankBelief>();
        var current = new BankBelief(bank);
        filter.Start(current, Belief().ToEstimate());
        double[] measured = [.. Enumerable.Range(0, Steps).Select(static k => (300 * Math.Sin(1.7 * k)) + (100 * k))];
        for (var k = 0; k < Steps; k++)
        {
            Assert.True(filter.TryPredict(current, SimTime.FromSeconds(T * k)));
            Assert.True(filter.TryUpdate(current, new LinearMeasurement([0], [measured[k]], [Variance]), out _));
            var copy = new BankBelief(bank);
            copy.CopyFrom(current);
            beliefs.Add(copy);
        }

        Assert.Equal(Steps, BankSmoother.Smooth(bank, beliefs));

        const int N = 2 * Steps;
        var (normal, right) = (new double[N * N], new double[N]);
        normal[0] = 1 / 9e4;
        normal[N + 1] = 1 / 4e4;
        double[] noise = [Q * T * T * T / 3, Q * T * T / 2, Q * T * T / 2, Q * T];
        double[] inverse = [1, 0, 0, 1];
        Assert.True(SmallMatrix.TrySolve(noise, inverse, 2, 2));
        double[,] difference = { { -1, -T, 1, 0 }, { 0, -1, 0, 1 } };
        for (var k = 0; k < Steps; k++)
        {
            normal[(N + 1) * 2 * k] += 1 / Variance;
            right[2 * k] += measured[k] / Variance;
            if (k == Steps - 1) continue;
            for (var i = 0; i < 4; i++)
            {
                for (var j = 0; j < 4; j++)
                {
                    for (var a = 0; a < 2; a++)
                    {
                        for (var b = 0; b < 2; b++) normal[(N * ((2 * k) + i)) + (2 * k) + j] += difference[a, i] * inverse[(2 * a) + b] * difference[b, j];
                    }
                }
            }
        }

        double[] covariance = new double[N * N];
        for (var k = 0; k < N; k++) covariance[(N + 1) * k] = 1;
        Assert.True(SmallMatrix.TrySolve([.. normal], covariance, N, N));
        Assert.True(SmallMatrix.TrySolve(normal, right, N));
        for (var k = 0; k < Steps; k++)
        {
            var estimate = beliefs[k].ToEstimate();
            Assert.Equal(right[2 * k], estimate.Position.X, 1e-6);
            Assert.Equal(right[(2 * k) + 1], estimate.Velocity.X, 1e-6);
            Assert.Equal(1, estimate.Covariance.At(0, 0) / covariance[(N + 1) * 2 * k], 1e-9);
            Assert.Equal(1, estimate.Covariance.At(3, 3) / covariance[(N + 1) * ((2 * k) + 1)], 1e-9);
        }
    }

    [Fact]
    public void Smoothing_a_manoeuvring_flight_is_better_than_filtering_it_and_says_how_good_it_is()
    {
        var scene = new TrackingScene(77);
        var (filtered, smoothed, nees, count) = (0.0, 0.0, 0.0, 0);
        for (var flight = 0; flight < 25; flight++)
        {
            var bank = MotionBank.Agile;
            var (filter, current, measurement) = (new BankFilter(bank), new BankBelief(bank), new RadarMeasurement());
            var beliefs = new List<BankBelief>();
            var truths = new List<double[]>();
            double[] truth = MotionConformanceTests.State(new TurnMotion(1, 1, 1));
            var place = scene.Frame.Local.ToEcef(new EnuVector(20e3, 50e3 + (500 * flight), 7000));
            (truth[0], truth[1], truth[2]) = (place.X, place.Y, place.Z);
            for (var scan = 0; scan < 40; scan++)
            {
                truth[6] = scan / 10 % 2 == 1 ? 0.06 : 0;
                if (scan > 0) new TurnMotion(0, 0, 0).Move(truth, 4, truth);
                var plot = FilterConformanceTests.Look(scene, truth) with { RangeRateMPerS = double.NaN };
                measurement.Set(in plot, scene.Sensor);
                if (scan == 0)
                {
                    var start = new KinematicEstimate { Position = place, Velocity = new EcefVector(truth[3], truth[4], truth[5]) };
                    for (var k = 0; k < 6; k++) start.Matrix[7 * k] = k < 3 ? 4e4 : 1e4;
                    filter.Start(current, in start);
                }

                Assert.True(filter.TryPredict(current, SimTime.FromSeconds(4 * scan)));
                Assert.True(filter.TryUpdate(current, measurement, out _));
                var copy = new BankBelief(bank);
                copy.CopyFrom(current);
                beliefs.Add(copy);
                truths.Add([.. truth]);
                filtered += Squared(current, truth);
            }

            Assert.Equal(40, BankSmoother.Smooth(bank, beliefs));
            for (var k = 0; k < 40; k++)
            {
                smoothed += Squared(beliefs[k], truths[k]);
                var belief = GaussianBelief.Of(beliefs[k].ToEstimate());
                nees += FilterConformanceTests.Distance(ref belief, truths[k].AsSpan(0, 6));
                count++;
            }
        }

        // A fixed scene: the ratio of squares is far from the limit, so that luck does not decide. The model is wider than this flight needs.
        Assert.True(smoothed < 0.6 * filtered, $"{Math.Sqrt(smoothed / count)} against {Math.Sqrt(filtered / count)}");
        Assert.InRange(nees / count, 1.5, 7);
    }

    private static double Squared(BankBelief belief, double[] truth)
    {
        var error = belief.ToEstimate().Position - new EcefVector(truth[0], truth[1], truth[2]);
        return error.LengthSquared;
    }

    private static GaussianBelief Belief()
    {
        var belief = new GaussianBelief(StateExtra.None);
        belief.MeanSi[2] = 6.4e6;
        for (var k = 0; k < 6; k++) belief.CovarianceSi[7 * k] = k < 3 ? 9e4 : 4e4;
        return belief;
    }
}
