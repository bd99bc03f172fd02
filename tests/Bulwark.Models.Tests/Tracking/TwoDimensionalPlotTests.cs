using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class TwoDimensionalPlotTests
{
    private static readonly EnuVector Velocity = new(-200, 60, 0);

    [Fact]
    public void Secondary_radar_plots_with_height_and_code()
    {
        var scene = new TrackingScene(61, elevation: false);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var starts = new[] { new EnuVector(60e3, 20e3, 9000), new EnuVector(60e3, 20.4e3, 9000) };
        var owner = new Dictionary<int, long>();
        for (var scan = 0; scan < 40; scan++)
        {
            // Two 400 m apart, about four sigma of azimuth: only their codes tell them apart surely.
            var plots = starts.Select((start, target) => Secondary(scene, scene.Look(scan, start, Velocity, target), start, 64 + target)).ToList();
            foreach (var change in TrackingScene.Rotate(tracker, scan, plots))
            {
                if (change.Kind == TrackChangeKind.Started) owner[change.TrackId] = change.PlotId;
                if (change.Kind == TrackChangeKind.Updated) Assert.Equal(owner[change.TrackId], change.PlotId);
            }
        }

        Assert.Equal(2, tracker.ConfirmedCount);
        foreach (var track in tracker.Tracks)
        {
            Assert.Equal((40, 40), (track.Hits, track.Replies));
            var truth = scene.Truth(starts[track.Code - 64], Velocity, track.LastUpdate.TotalS);
            Assert.True(track.PositionAt(track.LastUpdate).DistanceTo(truth) < 350);
        }
    }

    [Fact]
    public void Without_height_the_ground_position_is_found_and_the_height_stays_bounded()
    {
        var scene = new TrackingScene(62, elevation: false);
        var parameters = new TrackerParameters();
        var tracker = new Tracker(parameters, [scene.Sensor]);
        var start = new EnuVector(60e3, 20e3, 9000);
        for (var scan = 0; scan < 100; scan++)
        {
            TrackingScene.Rotate(tracker, scan, [scene.Look(scan, start, new EnuVector(-20, 180, 0), 1) with { ElevationRad = double.NaN }]);
        }

        var track = Assert.Single(tracker.Tracks.ToArray());
        Assert.Equal(100, track.Hits);
        var truth = scene.Frame.Local.ToLocal(scene.Truth(start, new EnuVector(-20, 180, 0), track.LastUpdate.TotalS));
        var found = scene.Frame.Local.ToLocal(track.PositionAt(track.LastUpdate));
        Assert.True(Math.Abs(found.East - truth.East) < 800 && Math.Abs(found.North - truth.North) < 800);
        var up = scene.Frame.Local.Up;
        Assert.True(up.Dot(track.Estimate.BlockTimes(0, 0, up)) < 2.3 * parameters.AssumedHeightSigmaM * parameters.AssumedHeightSigmaM);
    }

    private static Plot Secondary(TrackingScene scene, Plot plot, EnuVector start, int code) => plot with
    {
        ElevationRad = double.NaN,
        HeightM = 30.48 * Math.Round(Wgs84.ToGeodetic(scene.Truth(start, Velocity, plot.Time.TotalS)).HeightM / 30.48),
        HeightSigmaM = 20,
        Code = code,
        Replied = true,
    };
}
