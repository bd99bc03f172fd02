using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Fusion;
using Bulwark.Tracking.Prediction;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Tracks put together without their plots.</summary>
public class FusionTests
{
    [Theory]
    [InlineData(0.0)]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(-0.9)]
    public void Intersection_is_never_too_certain_whatever_the_correlation(double correlation)
    {
        // Two estimates of one state whose errors hang together: cov(a, b) = ρ LA LBᵀ. Drawn, fused, and compared with the covariance claimed.
        const int Draws = 3000;
        var scene = new TrackingScene(17);
        var (a, b) = (Estimate(scene, 40, 8), Estimate(scene, 25, 12));
        double[] rootA = [.. (ReadOnlySpan<double>)a.Matrix], rootB = [.. (ReadOnlySpan<double>)b.Matrix];
        Assert.True(SmallMatrix.TryCholesky(rootA, 6) && SmallMatrix.TryCholesky(rootB, 6));
        var (sum, share) = (0.0, 0.0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var (one, other) = (a, b);
            double[] common = [.. Enumerable.Range(0, 6).Select(_ => scene.Normal())];
            double[] own = [.. Enumerable.Range(0, 6).Select((_, k) => (correlation * common[k]) + (Math.Sqrt(1 - (correlation * correlation)) * scene.Normal()))];
            Shift(ref one, rootA, common);
            Shift(ref other, rootB, own);
            Assert.True(CovarianceIntersection.TryFuse(in one, in other, out var fused, out share));
            var belief = GaussianBelief.Of(in fused);
            sum += Estimation.FilterConformanceTests.Distance(ref belief, [a.Position.X, a.Position.Y, a.Position.Z, a.Velocity.X, a.Velocity.Y, a.Velocity.Z]);
            Assert.True(fused.PositionSigmaM <= Math.Min(a.PositionSigmaM, b.PositionSigmaM) + 1e-6);
        }

        Assert.InRange(share, 0, 1);

        // Conservative: 6 plus four standard errors of the mean of 3,000 chi-squares, whose own deviation is the root of twelve.
        Assert.InRange(sum / Draws, 0.5, 6 + (4 * Math.Sqrt(12.0 / Draws)));
    }

    [Fact]
    public void Intersection_of_equals_is_the_same_again_and_times_must_agree()
    {
        var a = Estimate(new TrackingScene(3), 30, 5);
        Assert.True(CovarianceIntersection.TryFuse(in a, in a, out var fused, out _));
        Assert.True(fused.Position.DistanceTo(a.Position) < 1e-6);
        for (var k = 0; k < 36; k++) Assert.Equal(a.Covariance[k], fused.Covariance[k], 1e-6);
        var later = a;
        later.Time += SimDuration.FromSeconds(1);
        Assert.False(CovarianceIntersection.TryFuse(in a, in later, out _, out _));
    }

    [Fact]
    public void A_tracklet_gives_another_node_exactly_what_the_plots_would_have_given_it()
    {
        // Without process noise tracklet fusion is exact: a the centre then believes what the node does, who took the plots.
        var scene = new TrackingScene(23);
        var predictor = new NearlyConstantVelocity(0, 0);
        var start = Estimate(scene, 500, 50);
        var (node, centre) = (start, start);
        for (var k = 1; k <= 6; k++)
        {
            var time = SimTime.FromSeconds(4 * k);
            predictor.Predict(ref node, time);
            predictor.Predict(ref centre, time);
            if (k is 2 or 4 or 5) Update(ref node, 40 * scene.Normal(), k % 3);
        }

        var sent = start;
        predictor.Predict(ref sent, SimTime.FromSeconds(24));
        Assert.True(Tracklet.TryMake(in node, in sent, out var tracklet));
        Assert.True(tracklet.TryApply(ref centre));
        Assert.True(centre.Position.DistanceTo(node.Position) < 1e-5);
        Assert.True(centre.Velocity.DistanceTo(node.Velocity) < 1e-6);
        for (var k = 0; k < 6; k++) Assert.Equal(1, centre.Covariance.At(k, k) / node.Covariance.At(k, k), 1e-7);
        Assert.False(Tracklet.TryMake(in sent, in sent, out _));
        Assert.False(tracklet.TryApply(ref start));
    }

    private static void Update(ref KinematicEstimate estimate, double residual, int axis)
    {
        var belief = GaussianBelief.Of(in estimate);
        Assert.True(StateFilters.Extended.TryUpdate(ref belief, new Estimation.LinearMeasurement([axis], [belief.MeanSi[axis] + residual], [900]), out _));
        estimate = belief.ToEstimate();
    }

    private static void Shift(ref KinematicEstimate estimate, double[] root, double[] normals)
    {
        var step = new double[6];
        SmallMatrix.Multiply(root, normals, step, 6, 6, 1);
        estimate.Position += new EcefVector(step[0], step[1], step[2]);
        estimate.Velocity += new EcefVector(step[3], step[4], step[5]);
    }

    private static KinematicEstimate Estimate(TrackingScene scene, double positionSigmaM, double velocitySigma)
    {
        var estimate = new KinematicEstimate { Position = Wgs84.ToEcef(GeodeticPoint.FromDegrees(45, 12, 9000)), Velocity = new EcefVector(100, -150, 60) };
        var root = new double[36];
        for (var row = 0; row < 6; row++)
        {
            for (var column = 0; column <= row; column++)
            {
                var scale = row < 3 ? positionSigmaM : velocitySigma;
                root[(6 * row) + column] = scale * (row == column ? 1 : 0.4 * scene.Normal());
            }
        }

        SmallMatrix.MultiplyTransposed(root, root, estimate.Matrix, 6, 6, 6);
        return estimate;
    }
}
