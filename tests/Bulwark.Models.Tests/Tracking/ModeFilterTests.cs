using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>The filter of several motion models in lanes, against plain arithmetic and against flights.</summary>
public class ModeFilterTests
{
    [Fact]
    public void One_model_in_lanes_equals_the_plain_filter()
    {
        var scene = new TrackingScene(71);
        var parameters = new TrackerParameters();
        var plain = new SingleTargetFilter(parameters, scene.Sensor);
        var tracker = new Tracker(parameters, [scene.Sensor]);
        var estimate = default(KinematicEstimate);
        for (var scan = 0; scan < 20; scan++)
        {
            var plot = scene.Look(scan, new EnuVector(30e3, 40e3, 8000), new EnuVector(180, -90, 3), scan);
            TrackingScene.Rotate(tracker, scan, [plot]);
            if (scan == 0) estimate = tracker.Tracks[0].Estimate;
            else Assert.True(plain.TryUpdate(ref estimate, in plot));
        }

        // The two linearise at different places (the plot's and the estimate's): metres apart, far below the sigmas of a hundred.
        var track = tracker.Tracks[0];
        Assert.Equal(20, track.Hits);
        Assert.True(track.Estimate.Position.DistanceTo(estimate.Position) < 5);
        Assert.True(track.Velocity.DistanceTo(estimate.Velocity) < 0.5);
        for (var k = 0; k < 6; k++) Assert.Equal(1, track.Covariance.At(k, k) / estimate.Covariance.At(k, k), 0.01);
    }

    [Fact]
    public void A_turning_model_flies_the_circle()
    {
        // A quarter turn to the right at 0.1 rad/s and 200 m/s: a circle of 2 km radius about the local vertical.
        var set = new MotionModelSet { Models = [new MotionModel("right", 0.1, 1e-6, 1e-6, 1, 1)] };
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(45, 12, 0));
        var start = new KinematicEstimate { Position = frame.ToEcef(new EnuVector(0, 0, 8000)), Velocity = frame.Rotate(new EnuVector(0, 200, 0)) };
        ModeMoments.Spread(in start, set, out var modes);
        new ModePredictor(set, 4).Predict(in modes, SimTime.FromSeconds(Math.PI / 2 / 0.1), out var turned);
        var result = default(KinematicEstimate);
        ModeMoments.Combine(ref turned, ref result);
        var (place, velocity) = (frame.ToLocal(result.Position), frame.Rotate(result.Velocity));

        // The ellipsoid's normal used for the vertical is good to 1e-5 rad: a few centimetres here.
        Assert.Equal(2000, place.East, 0.1);
        Assert.Equal(2000, place.North, 0.1);
        Assert.Equal(200, velocity.East, 0.01);
        Assert.Equal(0, velocity.North, 0.01);
    }

    [Fact]
    public void One_straight_model_gives_the_same_bits_in_one_lane_as_in_eight()
    {
        var set = MotionModelSet.Single(8, 1);
        var start = Some();
        ModeMoments.Spread(in start, set, out var one);
        Assert.True(one.IsOne);
        var all = one with { IsOne = false };
        var predictor = new ModePredictor(set, 4);
        for (var look = 1; look <= 6; look++)
        {
            var time = SimTime.FromSeconds(3.7 * look);
            predictor.Predict(in one, time, out var oneMoved);
            predictor.Predict(in all, time, out var allMoved);
            var (oneTaken, allTaken) = (oneMoved, allMoved);
            var measurement = new Linearization { Dimension = look % 2 == 0 ? 3 : 2, LagS = look % 3 == 0 ? -0.4 : 0 };
            for (var k = 0; k < 3; k++)
            {
                measurement.Residual[k] = 20 - (15 * k) + look;
                measurement.Noise[k] = 900 + (100 * k);
                measurement.Gradient[k] = new EcefVector(k == 0 ? 1 : 0.2, k == 1 ? 1 : -0.1, k == 2 ? 1 : 0.3);
            }

            Assert.True(ModeUpdater.TryUpdate(ref oneTaken, in measurement, out var oneLikelihood, out var oneDistance));
            Assert.True(ModeUpdater.TryUpdate(ref allTaken, in measurement, out var allLikelihood, out var allDistance));
            Assert.Equal((allLikelihood, allDistance), (oneLikelihood, oneDistance));
            (one.Modes, all.Modes) = (default, default);
            ModeMoments.AddWeighted(ref one, in oneTaken, 0.7);
            ModeMoments.AddWeighted(ref one, in oneMoved, 0.3);
            ModeMoments.AddWeighted(ref all, in allTaken, 0.7);
            ModeMoments.AddWeighted(ref all, in allMoved, 0.3);
            ModeMoments.Finish(ref one);
            ModeMoments.Finish(ref all);
            var (oneResult, allResult) = (default(KinematicEstimate), default(KinematicEstimate));
            ModeMoments.Combine(ref one, ref oneResult);
            ModeMoments.Combine(ref all, ref allResult);
            for (var k = 0; k < ModeHalf.Length; k++) Assert.Equal(all.Modes[k, 0], one.Modes[k, 0]);
            Assert.Equal((allResult.Position, allResult.Velocity), (oneResult.Position, oneResult.Velocity));
            for (var k = 0; k < 36; k++) Assert.Equal(allResult.Covariance[k], oneResult.Covariance[k]);
        }
    }

    [Fact]
    public void Mixing_keeps_the_moments_of_the_mixture()
    {
        // Straight models of equal noise that differ in belief only: mixing and moving must give what one Gaussian of the mixture's moments gives.
        var set = new MotionModelSet { Models = [new MotionModel("a", 0, 1, 1, 10, 0.3), new MotionModel("b", 0, 1, 1, 5, 0.7)] };
        var start = Some();
        ModeMoments.Spread(in start, set, out var modes);
        for (var k = 0; k < 6; k++) (modes.Modes[k, 0], modes.Modes[k, 1]) = (k + 1.0, -k);
        var whole = default(KinematicEstimate);
        var copy = modes;
        ModeMoments.Combine(ref copy, ref whole);
        new ModePredictor(set, 4).Predict(in modes, SimTime.FromSeconds(3), out var moved);
        var found = default(KinematicEstimate);
        ModeMoments.Combine(ref moved, ref found);
        new NearlyConstantVelocity(4, 4).Predict(ref whole, SimTime.FromSeconds(3));
        Assert.True(found.Position.DistanceTo(whole.Position) < 1e-6);
        Assert.True(found.Velocity.DistanceTo(whole.Velocity) < 1e-9);
        for (var k = 0; k < 36; k++) Assert.Equal(whole.Covariance[k], found.Covariance[k], 1e-6);
    }

    [Fact]
    public void An_update_equals_the_matrix_form_and_weighs_the_models_by_their_likelihood()
    {
        var set = new MotionModelSet { Models = [new MotionModel("a", 0, 1, 1, 10, 0.4), new MotionModel("b", 0, 1, 1, 5, 0.6)] };
        var start = Some();
        ModeMoments.Spread(in start, set, out var modes);
        (modes.Modes[0, 0], modes.Modes[0, 1]) = (30, -40);
        var measurement = new Linearization { Dimension = 3 };
        for (var k = 0; k < 3; k++)
        {
            measurement.Residual[k] = 20 - (15 * k);
            measurement.Noise[k] = 900 + (100 * k);
            measurement.Gradient[k] = new EcefVector(k == 0 ? 1 : 0.2, k == 1 ? 1 : -0.1, k == 2 ? 1 : 0.3);
        }

        double[] odds = [0.4, 0.6];
        var expected = new KinematicEstimate[2];
        for (var mode = 0; mode < 2; mode++)
        {
            expected[mode] = start;
            var offset = new EcefVector(mode == 0 ? 30 : -40, 0, 0);
            expected[mode].Position += offset;
            var own = measurement;
            for (var k = 0; k < 3; k++) own.Residual[k] -= own.Gradient[k].Dot(offset);
            var innovation = default(Innovation);
            Assert.True(innovation.TryCompute(in own, in expected[mode], new double[9]));
            odds[mode] *= Math.Exp(-0.5 * (innovation.DistanceSquared + innovation.LogVolume));
            Assert.True(KalmanUpdater.TryUpdate(ref expected[mode], in own));
        }

        Assert.True(ModeUpdater.TryUpdate(ref modes, in measurement, out var likelihood, out _));
        Assert.Equal(odds[0] + odds[1], likelihood, 1e-12);
        for (var mode = 0; mode < 2; mode++)
        {
            Assert.Equal(odds[mode] / (odds[0] + odds[1]), modes.Modes[ModeHalf.Probability, mode], 1e-12);
            Assert.Equal(expected[mode].Position.X - start.Position.X, modes.Modes[0, mode], 1e-6);
            Assert.Equal(expected[mode].Velocity.Y - start.Velocity.Y, modes.Modes[4, mode], 1e-9);
            Assert.Equal(expected[mode].Covariance.At(0, 0), modes.Modes[6, mode], 1e-8);
            Assert.Equal(expected[mode].Covariance.At(1, 4), modes.Modes[16, mode], 1e-8);
            Assert.Equal(expected[mode].Covariance.At(5, 5), modes.Modes[26, mode], 1e-8);
        }
    }

    private static KinematicEstimate Some()
    {
        var estimate = new KinematicEstimate { Position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(40, 20, 5000)), Velocity = new EcefVector(100, -50, 80) };
        var root = new double[36];
        for (var k = 0; k < 36; k++) root[k] = (k % 7 == 0 ? 40 : 3 * Math.Sin(k)) * (k >= 18 ? 0.1 : 1);
        SmallMatrix.MultiplyTransposed(root, root, estimate.Matrix, 6, 6, 6);
        return estimate;
    }
}
