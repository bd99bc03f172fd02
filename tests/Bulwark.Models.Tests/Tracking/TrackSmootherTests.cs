using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Whole tracks smoothed afterwards, and plots out of sequence.</summary>
public class TrackSmootherTests
{
    [Fact]
    public void Smoothed_tracks_are_better_than_the_trackers_own_whatever_the_order_of_plots()
    {
        var (filtered, smoothed, count) = (0.0, 0.0, 0);
        for (var run = 0; run < 8; run++)
        {
            var scene = new TrackingScene(300 + (ulong)run);
            var tracker = new Tracker(new TrackerParameters { Motion = MotionModelSet.AirSurveillance }, [scene.Sensor]);
            var (start, velocity) = (new EnuVector(30e3, 40e3, 8000), new EnuVector(180, -90, 3));
            var plots = new List<Plot>();
            for (var scan = 0; scan < 30; scan++)
            {
                var plot = scene.Look(scan, start, velocity, scan);
                plots.Add(plot);
                TrackingScene.Rotate(tracker, scan, [plot]);
                var truth = scene.Truth(start, velocity, plot.Time.TotalS);
                if (scan >= 5) filtered += (tracker.Tracks[0].Estimate.Position - truth).LengthSquared;
            }

            var whole = TrackSmoother.Smooth(MotionBank.Transport, plots, [scene.Sensor], new TrackerParameters());
            plots.Reverse();
            var again = TrackSmoother.Smooth(MotionBank.Transport, plots, [scene.Sensor], new TrackerParameters());
            Assert.Equal(whole.Select(static state => (state.PlotId, state.Estimate.Position)), again.Select(static state => (state.PlotId, state.Estimate.Position)));
            Assert.Equal(30, whole.Count);
            foreach (var (id, estimate) in whole)
            {
                if (id < 5) continue;
                smoothed += (estimate.Position - scene.Truth(start, velocity, estimate.Time.TotalS)).LengthSquared;
                count++;
            }
        }

        Assert.True(smoothed < 0.5 * filtered, $"{Math.Sqrt(smoothed / count):0} m against {Math.Sqrt(filtered / count):0} m");
    }

    [Fact]
    public void Unusable_plots_are_left_out_and_none_is_no_track()
    {
        var scene = new TrackingScene(2);
        Assert.Empty(TrackSmoother.Smooth(MotionBank.Agile, [], [scene.Sensor], new TrackerParameters()));
        var plot = scene.Look(0, new EnuVector(30e3, 40e3, 8000), new EnuVector(180, -90, 3), 7);
        var one = Assert.Single(TrackSmoother.Smooth(MotionBank.Agile, [plot, plot with { RangeM = double.NaN }, plot with { Sensor = 9 }], [scene.Sensor], new TrackerParameters()));
        Assert.Equal(7, one.PlotId);
    }

    [Fact]
    public void A_plot_one_look_late_is_nearly_as_good_as_in_order()
    {
        // The late plot's process noise over its lag is left out, so that the two differ, but by far less than their own error.
        var scene = new TrackingScene(91);
        var (start, velocity) = (new EnuVector(30e3, 40e3, 8000), new EnuVector(180, -90, 3));
        SensorDescription[] sensors = [scene.Sensor, scene.Sensor];
        var parameters = new TrackerParameters { MaximumLatenessS = 10, AccelerationSigmaMPerS2 = 0.5, VerticalAccelerationSigmaMPerS2 = 0.1 };
        var (inOrder, late) = (new Tracker(parameters, sensors), new Tracker(parameters, sensors));
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < 12; scan++)
        {
            var first = scene.LookAt((4 * scan) + 1, start, velocity, scan);
            var second = scene.LookAt((4 * scan) + 3, start, velocity, 100 + scan) with { Sensor = 1 };
            inOrder.Process([first], SimTime.FromSeconds((4 * scan) + 2), changes);
            inOrder.Process([second], SimTime.FromSeconds((4 * scan) + 4), changes);
            var isLate = scan == 11;
            late.Process([isLate ? second : first], SimTime.FromSeconds((4 * scan) + (isLate ? 4 : 2)), changes);
            late.Process([isLate ? first : second], SimTime.FromSeconds((4 * scan) + 4), changes);
        }

        Assert.Equal(1, late.Counters.OutOfSequencePlots);
        Assert.Equal(0, inOrder.Counters.OutOfSequencePlots);
        Assert.Equal(24, late.Tracks[0].Hits);
        var (one, other) = (inOrder.Tracks[0].Estimate, late.Tracks[0].Estimate);
        Assert.Equal(one.Time, other.Time);
        Assert.True(one.Position.DistanceTo(other.Position) < 0.1 * one.PositionSigmaM, $"{one.Position.DistanceTo(other.Position):0.0} m of {one.PositionSigmaM:0.0} m");
        Assert.Equal(1, other.PositionSigmaM / one.PositionSigmaM, 0.05);
    }
}
