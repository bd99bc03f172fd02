using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Models.Tests.Tracking;

public class FilterTests
{
    // Relative difference that roundings of a few hundred operations on well-scaled numbers may leave.
    private const double Tolerance = 1e-9;

    [Fact]
    public void Linear_measurements_give_the_closed_form_information_solution()
    {
        // Without process noise the Kalman filter is weighted least squares: after n position fixes z_k along an axis at t_k with
        // variance R, P^-1 = P0^-1 + sum h h'/R and x = P (P0^-1 x0 + sum h z/R), h = (1, t_k - t_n) for the state at t_n.
        var estimate = Start(100, 9e4, 4e4);
        var predictor = new NearlyConstantVelocity(0, 0);
        double[] measured = [120, 350, 480, 760, 930, 1210];
        double[] at = [1, 2, 3.5, 5, 6, 7.5];
        const double Variance = 400;
        for (var k = 0; k < at.Length; k++)
        {
            predictor.Predict(ref estimate, SimTime.FromSeconds(at[k]));
            Assert.True(Apply(ref estimate, measured[k] - estimate.Position.X, Variance, 0));
        }

        var last = at[^1];

        // The prior at time zero, moved to the last time: h = (1, -last) for position, (0, 1) for velocity.
        double[] information = [0, 0, 0, 0];
        double[] weighted = [0, 0];
        Add(information, weighted, 1, -last, 100, 9e4);
        Add(information, weighted, 0, 1, 0, 4e4);
        for (var k = 0; k < at.Length; k++) Add(information, weighted, 1, at[k] - last, measured[k], Variance);
        double[] covariance = [1, 0, 0, 1];
        double[] work = [.. information];
        Assert.True(SmallMatrix.TrySolve(work, covariance, 2, 2));
        var position = (covariance[0] * weighted[0]) + (covariance[1] * weighted[1]);
        var velocity = (covariance[2] * weighted[0]) + (covariance[3] * weighted[1]);

        Assert.Equal(1, estimate.Position.X / position, Tolerance);
        Assert.Equal(1, estimate.Velocity.X / velocity, Tolerance);
        Assert.Equal(1, estimate.Covariance.At(0, 0) / covariance[0], Tolerance);
        Assert.Equal(1, estimate.Covariance.At(0, 3) / covariance[1], Tolerance);
        Assert.Equal(1, estimate.Covariance.At(3, 3) / covariance[3], Tolerance);

        // Nothing was measured along the other axes.
        Assert.Equal(9e4 + (last * last * 4e4), estimate.Covariance.At(1, 1), 1e-3);
    }

    [Fact]
    public void Steady_state_is_the_alpha_beta_filter_of_the_tracking_index()
    {
        // Kalata's relation, Bar-Shalom, Li and Kirubarajan (2001) section 6.5.2 with the continuous model: the steady gains
        // satisfy the algebraic Riccati equation; checked by P+ = P- - K S K' being carried back to P- by prediction.
        var estimate = Start(0, 1e6, 1e6);
        var predictor = new NearlyConstantVelocity(100, 100);
        for (var k = 1; k <= 400; k++)
        {
            predictor.Predict(ref estimate, SimTime.FromSeconds(4 * k));
            Apply(ref estimate, -estimate.Position.X, 2500, 0);
        }

        var (p, c, v) = (estimate.Covariance.At(0, 0), estimate.Covariance.At(0, 3), estimate.Covariance.At(3, 3));
        const double T = 4;
        var (pm, cm, vm) = (p + (2 * T * c) + (T * T * v) + (100 * T * T * T / 3), c + (T * v) + (100 * T * T / 2), v + (100 * T));
        var s = pm + 2500;
        Assert.Equal(1, p / (pm - (pm * pm / s)), Tolerance);
        Assert.Equal(1, c / (cm - (pm * cm / s)), Tolerance);
        Assert.Equal(1, v / (vm - (cm * cm / s)), Tolerance);
    }

    [Fact]
    public void Late_measurement_without_process_noise_equals_the_measurement_in_order()
    {
        var predictor = new NearlyConstantVelocity(0, 0);
        var (inOrder, late) = (Start(0, 1e4, 1e4), Start(0, 1e4, 1e4));
        predictor.Predict(ref inOrder, SimTime.FromSeconds(2));
        Apply(ref inOrder, 70 - inOrder.Position.X, 100, 0);
        predictor.Predict(ref inOrder, SimTime.FromSeconds(3));
        Apply(ref inOrder, 150 - inOrder.Position.X, 100, 0);

        predictor.Predict(ref late, SimTime.FromSeconds(3));
        Apply(ref late, 150 - late.Position.X, 100, 0);
        Apply(ref late, 70 - (late.Position.X - late.Velocity.X), 100, -1);

        Assert.Equal(inOrder.Position.X, late.Position.X, 1e-7);
        Assert.Equal(inOrder.Velocity.X, late.Velocity.X, 1e-7);
        for (var k = 0; k < 6; k++) Assert.Equal(1, late.Covariance.At(k, k) / inOrder.Covariance.At(k, k), Tolerance);
    }

    [Fact]
    public void Predicting_in_two_steps_equals_one()
    {
        var predictor = new NearlyConstantVelocity(200, 4);
        var once = Start(0, 1e4, 1e4);
        once.Position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(45, 12, 8000));
        var twice = once;
        predictor.Predict(ref once, SimTime.FromSeconds(5));
        predictor.Predict(ref twice, SimTime.FromSeconds(2));
        predictor.Predict(ref twice, SimTime.FromSeconds(5));
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column < 6; column++) Assert.Equal(once.Covariance.At(row, column), twice.Covariance.At(row, column), 1e-6);
        }

        // The vertical gets the vertical density: q t³/3 beside the part carried from the start.
        var up = new LocalFrame(GeodeticPoint.FromDegrees(45, 12, 0)).Up;
        Assert.Equal(1e4 + (25 * 1e4) + (4 * 125 / 3.0), up.Dot(once.BlockTimes(0, 0, up)), 0.1);
    }

    [Fact]
    public void Gradients_match_finite_differences_and_azimuth_wraps_at_north()
    {
        var frame = new SensorFrame(GeodeticPoint.FromDegrees(50, 10, 200), 30);
        var parameters = new TrackerParameters();
        SensorDescription[] sensors = [new(frame, 4, true)];
        foreach (var height in new[] { double.NaN, 9000.0 })
        {
            foreach (var local in new[] { new EnuVector(-30, 60e3, 8000), new EnuVector(40e3, -20e3, 3000), new EnuVector(-70e3, 10e3, 11000) })
            {
                var truth = frame.Measure(local);
                var plot = new Plot
                {
                    RangeM = truth.RangeM,
                    AzimuthRad = truth.AzimuthRad + 0.002,
                    ElevationRad = double.IsNaN(height) ? truth.ElevationRad : double.NaN,
                    HeightM = height,
                    RangeSigmaM = 50,
                    AzimuthSigmaRad = 1e-3,
                    ElevationSigmaRad = 1e-3,
                    HeightSigmaM = 30,
                };
                Assert.True(PlotPreparation.TryPrepare(in plot, sensors, parameters, out var prepared));
                var estimate = new KinematicEstimate { Position = frame.Local.ToEcef(local) };
                MeasurementModel.Linearize(in prepared, frame, in estimate, out var at);

                // Just west of north the truth is 6.2827 rad and the plot beyond 2 pi: the residual stays small.
                Assert.Equal(0.002, at.Residual[1], 1e-9);
                for (var axis = 0; axis < 3; axis++)
                {
                    var step = new EcefVector(axis == 0 ? 10 : 0, axis == 1 ? 10 : 0, axis == 2 ? 10 : 0);
                    var moved = new KinematicEstimate { Position = estimate.Position + step };
                    MeasurementModel.Linearize(in prepared, frame, in moved, out var after);
                    for (var k = 0; k < 3; k++)
                    {
                        // Second-order terms over 10 m, and the refraction that the gradients leave out: 2e-3 of a sigma at most.
                        var difference = at.Residual[k] - after.Residual[k];
                        Assert.True(Math.Abs(difference - at.Gradient[k].Dot(step)) < 2e-3 * Math.Sqrt(at.Noise[k]));
                    }
                }
            }
        }
    }

    // Quantiles as printed in Abramowitz and Stegun, table 26.8.
    [Theory]
    [InlineData(0.95, 1, 3.84146)]
    [InlineData(0.99, 1, 6.63490)]
    [InlineData(0.95, 2, 5.99147)]
    [InlineData(0.999, 2, 13.8155)]
    [InlineData(0.95, 3, 7.81473)]
    [InlineData(0.99, 3, 11.3449)]
    [InlineData(0.999, 3, 16.2662)]
    public void Gate_thresholds_are_the_printed_quantiles(double probability, int degrees, double printed) =>
        Assert.Equal(printed, ChiSquareGate.Threshold(probability, degrees), 6e-5);

    [Fact]
    public void Height_and_range_fix_a_position()
    {
        var frame = new SensorFrame(GeodeticPoint.FromDegrees(39.5, -0.5, 100), 20);
        foreach (var (rangeM, heightM) in new[] { (300e3, 11000.0), (12e3, 10000.0), (5e3, 400.0), (150e3, 0.0) })
        {
            var position = PlotPreparation.LocateAtHeight(frame, rangeM, 4.0, heightM);
            Assert.Equal(heightM, Wgs84.ToGeodetic(position).HeightM, 0.01);
            Assert.Equal(rangeM, position.DistanceTo(frame.Local.OriginEcefM), 1e-6);
            Assert.Equal(4.0, frame.Measure(position).AzimuthRad, 1e-9);
        }

        // A height above the slant range cannot be: straight up is the nearest.
        var above = PlotPreparation.LocateAtHeight(frame, 5000, 1, 9000);
        Assert.Equal(5120, Wgs84.ToGeodetic(above).HeightM, 0.01);
    }

    private static KinematicEstimate Start(double x, double positionVariance, double velocityVariance)
    {
        var estimate = new KinematicEstimate { Position = new EcefVector(x, 0, 6.4e6) };
        for (var k = 0; k < 6; k++) estimate.Matrix[7 * k] = k < 3 ? positionVariance : velocityVariance;
        return estimate;
    }

    private static bool Apply(ref KinematicEstimate estimate, double residual, double variance, double lagS)
    {
        var fix = Fix(residual, variance, lagS);
        return KalmanUpdater.TryUpdate(ref estimate, in fix);
    }

    // A measured position along x, a second measured value along x too vague to count.
    private static Linearization Fix(double residual, double variance, double lagS)
    {
        var result = new Linearization { Dimension = 2, LagS = lagS };
        result.Residual[0] = residual;
        result.Noise[0] = variance;
        result.Noise[1] = 1;
        result.Gradient[0] = new EcefVector(1, 0, 0);
        return result;
    }

    private static void Add(double[] information, double[] weighted, double h0, double h1, double measured, double variance)
    {
        information[0] += h0 * h0 / variance;
        information[1] += h0 * h1 / variance;
        information[2] += h0 * h1 / variance;
        information[3] += h1 * h1 / variance;
        weighted[0] += h0 * measured / variance;
        weighted[1] += h1 * measured / variance;
    }
}
