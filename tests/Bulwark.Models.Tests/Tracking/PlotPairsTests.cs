using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class PlotPairsTests
{
    private static readonly EnuVector Start = new(20e3, 60e3, 8000);
    private static readonly EnuVector Velocity = new(-150, -100, 0);

    [Fact]
    public void Each_plot_is_compared_once_with_the_nearest_in_time_of_another_radar()
    {
        var (scene, track) = Track();
        var registration = new JointRegistration([new StatedErrors(100, 0.003, 0.003), new StatedErrors(100, 0.003, 0.003)]);
        var pairs = new PlotPairs();
        Assert.False(pairs.TryNewest(track.Id, 0, 2, out _));

        // Two of one radar say nothing of each other; the third makes a pair with the nearer of them, the same plot again is none, and the farther one is left for the fourth.
        Take(0, 100);
        Take(0, 103);
        Assert.Equal(0, registration.PairsOf(0));
        Take(1, 102.5);
        Assert.Equal((1, 1), (registration.PairsOf(0), registration.PairsOf(1)));
        Take(1, 102.5);
        Take(1, 103.2);
        Assert.Equal((2, 2), (registration.PairsOf(0), registration.PairsOf(1)));
        Take(1, 104);
        Assert.Equal((2, 2), (registration.PairsOf(0), registration.PairsOf(1)));

        // Too long after the others.
        Take(0, 120);
        Assert.Equal(2, registration.PairsOf(0));
        Assert.True(pairs.TryNewest(track.Id, 0, 2, out var newest));
        Assert.Equal(SimTime.FromSeconds(120), newest.Plot.Time);
        Assert.True(pairs.TryNewest(track.Id, 1, 1, out newest));
        Assert.Equal(SimTime.FromSeconds(104), newest.Plot.Time);

        var copy = pairs.Copy();
        pairs.Forget(track.Id);
        Assert.False(pairs.TryNewest(track.Id, 0, 2, out _));
        Assert.True(copy.TryNewest(track.Id, 0, 2, out _));
        Take(1, 121);
        Assert.Equal(2, registration.PairsOf(1));

        void Take(int radar, double timeS) =>
            pairs.Take(in track, new SitedPlot(radar, scene.Frame, scene.LookAt(timeS, Start, Velocity, 1), true), registration);
    }

    private static (TrackingScene Scene, Track Track) Track()
    {
        var scene = new TrackingScene(71);
        var tracker = new Tracker(new TrackerParameters { Motion = MotionModelSet.AirSurveillance }, [scene.Sensor]);
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < 25; scan++)
        {
            var plot = scene.Look(scan, Start, Velocity, 1);
            tracker.Process([plot], plot.Time, changes);
        }

        return (scene, tracker.Tracks[0]);
    }
}
