using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

public class TrackerTests
{
    [Fact]
    public void Estimation_error_is_what_the_covariance_says()
    {
        // Normalised estimation error squared of 200 targets flying exactly straight, six degrees of freedom each: the mean over the
        // targets is chi-square with 1200 degrees over 200, 95 % between 5.53 and 6.49 (Bar-Shalom et al. 2001, section 5.4.2).
        const int Targets = 200;
        var parameters = new TrackerParameters { AccelerationSigmaMPerS2 = 0.001, VerticalAccelerationSigmaMPerS2 = 0.001 };
        var sums = new double[3];
        for (var target = 0; target < Targets; target++)
        {
            var scene = new TrackingScene((ulong)(1000 + target));
            var (start, velocity) = RandomTarget(scene);
            var tracker = new Tracker(parameters, [scene.Sensor]);
            for (var scan = 0; scan < 25; scan++)
            {
                TrackingScene.Rotate(tracker, scan, [scene.Look(scan, start, velocity, 1)]);
                if (scan is not (8 or 16 or 24)) continue;
                Assert.Equal(1, tracker.Tracks.Length);
                var track = tracker.Tracks[0];
                var position = track.PositionAt(track.LastUpdate) - scene.Truth(start, velocity, track.LastUpdate.TotalS);
                var speed = track.Velocity - scene.Frame.Local.Rotate(velocity);
                double[] error = [position.X, position.Y, position.Z, speed.X, speed.Y, speed.Z];
                double[] solved = [.. error];
                var factor = new double[36];
                for (var k = 0; k < 36; k++) factor[k] = track.Covariance.At(k / 6, k % 6);
                Assert.True(SmallMatrix.TryCholesky(factor, 6));
                SmallMatrix.CholeskySolve(factor, solved, 6);
                for (var k = 0; k < 6; k++) sums[(scan / 8) - 1] += error[k] * solved[k] / Targets;
            }
        }

        Assert.All(sums, static mean => Assert.InRange(mean, 5.53, 6.49));
    }

    [Fact]
    public void Crossing_targets_keep_their_identity()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var scene = new TrackingScene((ulong)(200 + seed)) { PhaseRad = Math.PI, DetectionProbability = 0.95 };
            var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
            var owner = new Dictionary<int, long>();
            for (var scan = 0; scan < 30; scan++)
            {
                // Both pass the same point north of the radar (where azimuth wraps) at the same time, at right angles and 250 m/s.
                var plots = new List<Plot>();
                if (scene.IsSeen()) plots.Add(scene.Look(scan, new EnuVector(-10600, 39400, 8000), new EnuVector(177, 177, 0), 1));
                if (scene.IsSeen()) plots.Add(scene.Look(scan, new EnuVector(10600, 39400, 8000), new EnuVector(-177, 177, 0), 2));
                foreach (var change in TrackingScene.Rotate(tracker, scan, plots))
                {
                    if (change.Kind == TrackChangeKind.Started) owner[change.TrackId] = change.PlotId;
                    if (change.Kind == TrackChangeKind.Updated && Math.Abs(scan - 15) > 2) Assert.Equal(owner[change.TrackId], change.PlotId);
                }
            }

            Assert.Equal(2, tracker.ConfirmedCount);
            Assert.Equal(2, owner.Count);
        }
    }

    [Fact]
    public void A_target_north_of_the_radar_is_one_track_through_the_wrap_of_azimuth()
    {
        var scene = new TrackingScene(5) { PhaseRad = Math.PI };
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var truth = (Start: new EnuVector(-4000, 50e3, 9000), Velocity: new EnuVector(200, 0, 0));
        for (var scan = 0; scan < 12; scan++) TrackingScene.Rotate(tracker, scan, [scene.Look(scan, truth.Start, truth.Velocity, scan)], 1);
        Assert.Equal(1, tracker.Counters.Started);
        Assert.Equal(12, tracker.Tracks[0].Hits);
        Assert.True(tracker.Tracks[0].PositionAt(SimTime.FromSeconds(44)).DistanceTo(scene.Truth(truth.Start, truth.Velocity, 44)) < 500);
    }

    [Fact]
    public void Tracks_are_confirmed_by_hits_and_dropped_by_misses_on_time()
    {
        var scene = new TrackingScene(6);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var (start, velocity) = (new EnuVector(30e3, 30e3, 5000), new EnuVector(100, 0, 0));
        var changes = new List<TrackChange>();
        for (var scan = 0; scan < 6; scan++) changes.AddRange(TrackingScene.Rotate(tracker, scan, [scene.Look(scan, start, velocity, scan)]));
        Assert.Equal(
            [TrackChangeKind.Started, TrackChangeKind.Updated, TrackChangeKind.Updated, TrackChangeKind.Confirmed, TrackChangeKind.Updated, TrackChangeKind.Updated, TrackChangeKind.Updated],
            changes.Select(static change => change.Kind));
        Assert.Equal([0L, 1, 2, 2, 3, 4, 5], changes.Select(static change => change.PlotId));
        var last = tracker.Tracks[0].LastUpdate;

        changes.Clear();
        tracker.AdvanceTo(SimTime.FromSeconds(100), changes);
        Assert.Equal(
            [TrackChangeKind.Missed, TrackChangeKind.Missed, TrackChangeKind.Missed, TrackChangeKind.Missed, TrackChangeKind.Dropped],
            changes.Select(static change => change.Kind));
        Assert.Equal(last + SimDuration.FromSeconds(4.5 * TrackingScene.PeriodS), changes[^1].Time);
        Assert.Equal(0, tracker.Tracks.Length);
        Assert.Equal(0, tracker.ConfirmedCount);

        // One plot alone is given up after three missed looks: three hits in five can no longer be reached.
        changes.Clear();
        tracker.Process([scene.LookAt(101, start, velocity, 9)], SimTime.FromSeconds(102), changes);
        tracker.AdvanceTo(SimTime.FromSeconds(114.9), changes);
        Assert.Equal(1, tracker.Tracks.Length);
        tracker.AdvanceTo(SimTime.FromSeconds(115.1), changes);
        Assert.Equal(0, tracker.Tracks.Length);
    }

    [Fact]
    public void A_full_table_refuses_once_and_takes_the_refused_when_a_place_is_free()
    {
        var scene = new TrackingScene(7);
        var tracker = new Tracker(new TrackerParameters { MaximumTracks = 5 }, [scene.Sensor]);
        var changes = new List<TrackChange>();
        var confirmedWhenLeaving = 0;
        for (var scan = 0; scan < 24; scan++)
        {
            var plots = new List<Plot>();
            for (var target = 0; target < 8; target++)
            {
                // The first target is seen no more after the tenth rotation.
                if (target > 0 || scan < 10) plots.Add(scene.Look(scan, Spread(target), new EnuVector(0, 150, 0), target));
            }

            changes.AddRange(TrackingScene.Rotate(tracker, scan, plots));
            Assert.InRange(tracker.ConfirmedCount, 0, 5);
            if (scan == 10) confirmedWhenLeaving = changes.Count(static change => change.Kind == TrackChangeKind.Confirmed);
        }

        Assert.Equal(5, confirmedWhenLeaving);
        Assert.Equal(3, changes.Count(static change => change.Kind == TrackChangeKind.RefusedFull));
        Assert.Equal(3, changes.Where(static change => change.Kind == TrackChangeKind.RefusedFull).Select(static change => change.TrackId).Distinct().Count());
        Assert.Equal(6, changes.Count(static change => change.Kind == TrackChangeKind.Confirmed));
        var confirmed = changes.Where(static change => change.Kind == TrackChangeKind.Confirmed).Select(static change => change.TrackId).ToHashSet();
        Assert.Equal(1, changes.Count(change => change.Kind == TrackChangeKind.Dropped && confirmed.Contains(change.TrackId)));
        Assert.Equal(5, tracker.ConfirmedCount);
        Assert.Equal(7, tracker.Tracks.Length);
    }

    [Fact]
    public void A_full_table_holds_the_others_without_branches()
    {
        // Forty targets in line, 600 m apart, places for ten: plots of neighbours lie in every gate of a young track.
        var scene = new TrackingScene(9);
        var tracker = new Tracker(new TrackerParameters { MaximumTracks = 10 }, [scene.Sensor]);
        var changes = new List<TrackChange>();
        var (branched, full) = (0L, -1);
        for (var scan = 0; scan < 30; scan++)
        {
            var plots = new List<Plot>();
            for (var target = 0; target < 40; target++) plots.Add(scene.Look(scan, new EnuVector(-12e3 + (600 * target), 40e3, 6000), new EnuVector(0, 150, 0), target));
            changes.AddRange(TrackingScene.Rotate(tracker, scan, plots));
            if (full < 0 && tracker.ConfirmedCount == 10) full = scan;
            if (scan == full + 1) branched = tracker.Counters.Branched;
        }

        Assert.InRange(full, 2, 8);
        Assert.Equal(branched, tracker.Counters.Branched);
        Assert.Equal(10, tracker.ConfirmedCount);

        // Every target is followed, nearly all of them once, and most for a long time.
        var tracks = tracker.Tracks.ToArray();
        Assert.InRange(tracks.Length, 40, 46);
        Assert.InRange(tracks.Select(static track => track.LastPlotId).Distinct().Count(), 38, 40);
        Assert.InRange(tracks.Count(static track => track.Hits > 10), 36, 40);
    }

    [Fact]
    public void A_copy_goes_on_bit_for_bit_and_apart()
    {
        var scene = new TrackingScene(8) { DetectionProbability = 0.8 };
        var original = new Tracker(new TrackerParameters(), [scene.Sensor]);
        for (var scan = 0; scan < 8; scan++) TrackingScene.Rotate(original, scan, Plots(scene, scan));
        var copy = original.Copy();
        var elsewhere = original.Copy();
        for (var scan = 8; scan < 20; scan++)
        {
            var plots = Plots(scene, scan);
            TrackingScene.Rotate(elsewhere, scan, [.. plots.Skip(plots.Count / 2)]);
            Assert.Equal(TrackingScene.Rotate(original, scan, [.. plots]), TrackingScene.Rotate(copy, scan, [.. plots]));
        }

        Assert.True(original.Tracks.Length > 10);
        Assert.Equal(original.Tracks.Length, copy.Tracks.Length);
        Assert.Equal(original.Counters, copy.Counters);
        for (var row = 0; row < original.Tracks.Length; row++)
        {
            var (left, right) = (original.Tracks[row], copy.Tracks[row]);
            Assert.Equal((left.Id, left.Hits, left.Misses, left.LastUpdate), (right.Id, right.Hits, right.Misses, right.LastUpdate));
            Assert.Equal(left.Estimate.Position, right.Estimate.Position);
            Assert.Equal(left.Velocity, right.Velocity);
            for (var k = 0; k < 36; k++) Assert.Equal(left.Covariance.At(k / 6, k % 6), right.Covariance.At(k / 6, k % 6));
            Assert.True(original.TryGet(left.Id, out var found));
            Assert.Equal(left.Hits, found.Hits);
        }

        Assert.NotEqual(original.Counters.ConfirmedUpdates, elsewhere.Counters.ConfirmedUpdates);
        Assert.False(original.TryGet(0, out _));
    }

    [Fact]
    public void Steady_traffic_allocates_nothing()
    {
        var scene = new TrackingScene(9);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var scans = Enumerable.Range(0, 30).Select(scan => Plots(scene, scan).OrderBy(static plot => plot.Time).ToArray()).ToArray();
        var changes = new List<TrackChange>(1000);
        long before = 0;
        for (var scan = 0; scan < scans.Length; scan++)
        {
            if (scan == 10) before = GC.GetAllocatedBytesForCurrentThread();
            changes.Clear();
            tracker.Process(scans[scan], SimTime.FromSeconds((scan + 1) * TrackingScene.PeriodS), changes);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(40, tracker.ConfirmedCount);
    }

    private static List<Plot> Plots(TrackingScene scene, int scan)
    {
        var plots = new List<Plot>();
        for (var target = 0; target < 40; target++)
        {
            if (scene.IsSeen()) plots.Add(scene.Look(scan, Spread(target), new EnuVector(0, 150 + target, 0), target));
        }

        return plots;
    }

    private static EnuVector Spread(int target) => new(-60e3 + (6000 * (target % 20)), 20e3 + (30e3 * (target / 20)), 3000 + (200 * target));

    private static (EnuVector Start, EnuVector Velocity) RandomTarget(TrackingScene scene)
    {
        var (azimuthRad, courseRad) = (Math.PI * (0.5 + scene.Uniform()), 2 * Math.PI * scene.Uniform());
        var (rangeM, speed) = (40e3 + (60e3 * scene.Uniform()), 120 + (180 * scene.Uniform()));
        return (new EnuVector(rangeM * Math.Sin(azimuthRad), rangeM * Math.Cos(azimuthRad), 4000 + (6000 * scene.Uniform())),
            new EnuVector(speed * Math.Sin(courseRad), speed * Math.Cos(courseRad), 0));
    }
}
