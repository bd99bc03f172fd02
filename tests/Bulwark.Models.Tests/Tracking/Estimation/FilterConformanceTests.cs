using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;

namespace Bulwark.Models.Tests.Tracking.Estimation;

/// <summary>What every filter must do, put to each of them.</summary>
public class FilterConformanceTests
{
    public static TheoryData<int> Places => [.. Enumerable.Range(0, StateFilters.All.Count)];

    [Theory]
    [MemberData(nameof(Places))]
    public void Linear_and_Gaussian_equals_the_closed_form(int place)
    {
        // Without process noise the filter is weighted least squares: P⁻¹ = P0⁻¹ + Σ hhᵀ/R for position fixes along each axis.
        var filter = StateFilters.All[place];
        var motion = new ConstantVelocityMotion(0, 0);
        var belief = Start();
        double[] at = [1, 2, 3.5, 5, 6, 7.5];
        const double Variance = 400;
        var last = at[^1];
        double[] information = [1 / 9e4, -last / 9e4, -last / 9e4, (last * last / 9e4) + (1 / 4e4)];
        double[] weighted = [100 / 9e4, (-last * 100 / 9e4) + (5 / 4e4)];
        for (var k = 0; k < at.Length; k++)
        {
            var measured = 120 + (180 * Math.Sin(k + 1.0)) + (200 * at[k]);
            Assert.True(filter.TryPredict(in belief, motion, k == 0 ? at[0] : at[k] - at[k - 1], out belief, default));
            Assert.True(filter.TryUpdate(ref belief, new LinearMeasurement([0], [measured], [Variance]), out _));
            var h = at[k] - last;
            information[0] += 1 / Variance;
            information[1] += h / Variance;
            information[2] += h / Variance;
            information[3] += h * h / Variance;
            weighted[0] += measured / Variance;
            weighted[1] += h * measured / Variance;
        }

        double[] covariance = [1, 0, 0, 1];
        Assert.True(SmallMatrix.TrySolve([.. information], covariance, 2, 2));
        Assert.Equal(1, belief.MeanSi[0] / ((covariance[0] * weighted[0]) + (covariance[1] * weighted[1])), 1e-9);
        Assert.Equal(1, belief.MeanSi[3] / ((covariance[2] * weighted[0]) + (covariance[3] * weighted[1])), 1e-9);
        Assert.Equal(1, belief.CovarianceSi[0] / covariance[0], 1e-9);
        Assert.Equal(1, belief.CovarianceSi[3] / covariance[1], 1e-9);
        Assert.Equal(1, belief.CovarianceSi[21] / covariance[3], 1e-9);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Covariance_stays_positive_when_measurements_are_a_million_times_better(int place)
    {
        var filter = StateFilters.All[place];
        var belief = Start();
        for (var k = 0; k < 50; k++)
        {
            Assert.True(filter.TryPredict(in belief, new ConstantVelocityMotion(0.1, 0.1), 1, out belief, default));
            var mean = belief.MeanSi;
            Assert.True(filter.TryUpdate(ref belief, new LinearMeasurement([0, 1, 2], [mean[0], mean[1], mean[2]], [1e-6, 1e-6, 1e-6]), out _));
            for (var j = 0; j < 6; j++) Assert.True(belief.CovarianceSi[7 * j] > 0);
            double[] copy = [.. belief.CovarianceSi];
            Assert.True(SmallMatrix.TryCholesky(copy, 6));
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Errors_of_turning_flights_lie_in_the_band_of_their_covariance(int place)
    {
        // Two hundred flights drawn from the model itself: turn rate in the state, radar plots with range rate. The mean of the normalised
        // error squared is chi-square with 200 * 7 degrees of freedom over 200; its 95 % band.
        const int Flights = 200;
        var filter = StateFilters.All[place];
        var motion = new TurnMotion(4, 1, 4e-6);
        var scene = new TrackingScene(1009);
        var measurement = new RadarMeasurement();
        var sum = 0.0;
        var root = new double[49];
        for (var flight = 0; flight < Flights; flight++)
        {
            var belief = new GaussianBelief(StateExtra.TurnRate);
            var start = scene.Frame.Local.ToEcef(new EnuVector(30e3 * scene.Normal(), 60e3, 8000));
            var velocity = scene.Frame.Local.Rotate(new EnuVector(150 * scene.Normal(), 150, 0));
            double[] mean = [start.X, start.Y, start.Z, velocity.X, velocity.Y, velocity.Z, 0];
            mean.CopyTo(belief.MeanSi);
            for (var k = 0; k < 7; k++) belief.CovarianceSi[8 * k] = k < 3 ? 1e4 : k < 6 ? 400 : 9e-4;
            double[] truth = [.. mean];
            for (var k = 0; k < 7; k++) truth[k] += Math.Sqrt(belief.CovarianceSi[8 * k]) * scene.Normal();
            for (var scan = 0; scan < 12; scan++)
            {
                var noise = new double[49];
                motion.AddNoise(truth, 4, noise);
                for (var k = 0; k < 7; k++) noise[8 * k] *= 1 + 1e-9;
                noise.CopyTo(root, 0);
                Assert.True(SmallMatrix.TryCholesky(root, 7));
                motion.Move(truth, 4, truth);
                double[] normals = [.. Enumerable.Range(0, 7).Select(_ => scene.Normal())];
                for (var row = 0; row < 7; row++)
                {
                    for (var k = 0; k <= row; k++) truth[row] += root[(7 * row) + k] * normals[k];
                }

                var plot = Look(scene, truth);
                measurement.Set(in plot, scene.Sensor);
                Assert.True(filter.TryPredict(in belief, motion, 4, out belief, default));
                Assert.True(filter.TryUpdate(ref belief, measurement, out _));
            }

            sum += Distance(ref belief, truth);
        }

        Assert.Equal(4, measurement.Dimension);
        var (low, high) = (ChiSquareQuantile(0.025, 7 * Flights) / Flights, ChiSquareQuantile(0.975, 7 * Flights) / Flights);
        Assert.InRange(sum / Flights, low, high);
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void What_is_no_number_changes_nothing(int place)
    {
        var belief = Start();
        double[] before = [.. belief.MeanSi];
        Assert.False(StateFilters.All[place].TryUpdate(ref belief, new LinearMeasurement([0], [double.NaN], [1]), out _));
        Assert.Equal(before, belief.MeanSi.ToArray());
    }

    [Fact]
    public void Filters_allocate_nothing()
    {
        var scene = new TrackingScene(5);
        var measurement = new RadarMeasurement();
        var plot = scene.Look(0, new EnuVector(20e3, 30e3, 7000), new EnuVector(200, 0, 0), 1);
        measurement.Set(in plot, scene.Sensor);
        var filter = new BankFilter(MotionBank.Agile);
        var belief = new BankBelief(MotionBank.Agile);
        var start = new KinematicEstimate { Position = scene.Frame.Local.ToEcef(new EnuVector(20e3, 30e3, 7000)) };
        for (var k = 0; k < 6; k++) start.Matrix[7 * k] = 1e4;
        filter.Start(belief, in start);
        for (var warm = 1; warm < 50; warm++)
        {
            filter.TryPredict(belief, SimTime.FromSeconds(warm));
            filter.TryUpdate(belief, measurement, out _);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 50; k < 150; k++)
        {
            filter.TryPredict(belief, SimTime.FromSeconds(k));
            filter.TryUpdate(belief, measurement, out _);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    internal static double Distance(ref GaussianBelief belief, ReadOnlySpan<double> truth)
    {
        var size = belief.Dimension;
        double[] root = [.. belief.CovarianceSi];
        Assert.True(SmallMatrix.TryCholesky(root, size));
        var error = new double[size];
        for (var k = 0; k < size; k++) error[k] = truth[k] - belief.MeanSi[k];
        double[] solved = [.. error];
        SmallMatrix.CholeskySolve(root, solved, size);
        return error.Zip(solved, static (a, b) => a * b).Sum();
    }

    internal static double ChiSquareQuantile(double probability, int degrees)
    {
        // Wilson and Hilferty's cube, good to 1e-3 of the band's width at these degrees (Abramowitz and Stegun, 26.4.17).
        var z = Core.Randomness.Quantiles.Normal(probability, 0, 1);
        var h = 2.0 / (9 * degrees);
        return degrees * Math.Pow(1 - h + (z * Math.Sqrt(h)), 3);
    }

    internal static Plot Look(TrackingScene scene, ReadOnlySpan<double> truth)
    {
        var position = new EcefVector(truth[0], truth[1], truth[2]);
        var seen = scene.Frame.Measure(position);
        var line = position - scene.Frame.Local.OriginEcefM;
        return new Plot
        {
            RangeM = seen.RangeM + (TrackingScene.RangeSigmaM * scene.Normal()),
            AzimuthRad = seen.AzimuthRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            ElevationRad = seen.ElevationRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            RangeRateMPerS = (line.Dot(new EcefVector(truth[3], truth[4], truth[5])) / line.Length) + (2 * scene.Normal()),
            RangeSigmaM = TrackingScene.RangeSigmaM,
            AzimuthSigmaRad = TrackingScene.AngleSigmaRad,
            ElevationSigmaRad = TrackingScene.AngleSigmaRad,
            RangeRateSigmaMPerS = 2,
        };
    }

    private static GaussianBelief Start()
    {
        var belief = new GaussianBelief(StateExtra.None);
        (belief.MeanSi[0], belief.MeanSi[2], belief.MeanSi[3]) = (100, 6.4e6, 5);
        for (var k = 0; k < 6; k++) belief.CovarianceSi[7 * k] = k < 3 ? 9e4 : 4e4;
        return belief;
    }
}
