using Bulwark.Core.Earth;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>The innovations that a tracker tells of.</summary>
public class InnovationTests
{
    private static readonly TrackerParameters Quiet = new() { AccelerationSigmaMPerS2 = 0.05, VerticalAccelerationSigmaMPerS2 = 0.05, MeasuresInnovations = true };

    [Theory]
    [InlineData(AssociationMethod.GlobalNearestNeighbour)]
    [InlineData(AssociationMethod.MultipleHypothesis)]
    public void Of_a_filter_that_knows_the_errors_they_lie_in_the_band_of_chi_square(AssociationMethod method)
    {
        var score = Innovations(Quiet with { Association = method }, 1);
        Assert.True(score.Errors > 3000);
        Assert.InRange(score.MeanRatio, score.LowRatio, score.HighRatio);
    }

    [Fact]
    public void Of_one_that_is_told_too_small_errors_they_are_as_much_too_large()
    {
        // Errors twice as large as stated: squares four times as large, less at first, when the speeds allowed count for more than the errors.
        var score = Innovations(Quiet, 0.5);
        Assert.InRange(score.MeanRatio, 3.2, 4);
        Assert.True(score.MeanRatio > score.HighRatio);
    }

    [Fact]
    public void Nothing_else_depends_on_whether_they_are_worked_out()
    {
        foreach (var motion in (MotionModelSet?[])[null, MotionModelSet.AirSurveillance])
        {
            var (left, right) = (Run(Quiet with { Motion = motion }, 1, null), Run(Quiet with { Motion = motion, MeasuresInnovations = false }, 1, null));
            Assert.Equal(left, right);
        }
    }

    private static Consistency Innovations(TrackerParameters parameters, double statedShare)
    {
        var score = new ConsistencyScore(3);
        Run(parameters, statedShare, score);
        return score.Finish();
    }

    private static List<double> Run(TrackerParameters parameters, double statedShare, ConsistencyScore? score)
    {
        var states = new List<double>();
        for (var flight = 0; flight < 40; flight++)
        {
            var scene = new TrackingScene((ulong)(700 + flight));
            var tracker = new Tracker(parameters, [scene.Sensor]);
            for (var scan = 0; scan < 40; scan++)
            {
                var plots = Enumerable.Range(0, 3).Select(k => scene.Look(scan, new EnuVector(-30e3, 40e3 + (15e3 * k), 6e3), new EnuVector(200, 10 * k, 0), k)).Select(plot => plot with
                {
                    RangeSigmaM = statedShare * plot.RangeSigmaM,
                    AzimuthSigmaRad = statedShare * plot.AzimuthSigmaRad,
                    ElevationSigmaRad = statedShare * plot.ElevationSigmaRad,
                });
                foreach (var change in TrackingScene.Rotate(tracker, scan, [.. plots]))
                {
                    if (change.Kind != TrackChangeKind.Updated || !tracker.TryGet(change.TrackId, out var track)) continue;
                    if (!parameters.MeasuresInnovations || track.Status == TrackStatus.Tentative) Assert.Equal(0, track.InnovationValues);
                    if (track.InnovationValues > 0) score?.AddSquared(track.InnovationSquaredRatio, track.InnovationValues);
                    states.AddRange([track.Estimate.Position.X, track.Estimate.Position.Y, track.Covariance[0], track.ExistenceProbability]);
                }
            }
        }

        return states;
    }
}
