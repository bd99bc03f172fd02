using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Range rates (Doppler) and Mode S addresses in gate and update.</summary>
public class RangeRateTests
{
    [Fact]
    public void The_rate_in_lanes_the_plain_one_and_the_filter_of_states_agree()
    {
        var scene = new TrackingScene(12);
        var place = scene.Frame.Local.ToEcef(new EnuVector(30e3, 40e3, 8000));
        var estimate = new KinematicEstimate { Position = place, Velocity = scene.Frame.Local.Rotate(new EnuVector(150, -100, 5)) };
        for (var k = 0; k < 6; k++) estimate.Matrix[7 * k] = k < 3 ? 2500 : 400;
        estimate.Matrix[3] = estimate.Matrix[18] = 600;
        var seen = scene.Frame.Measure(place);
        var plot = new Plot { RangeM = seen.RangeM, AzimuthRad = seen.AzimuthRad, ElevationRad = seen.ElevationRad, RangeSigmaM = 50, AzimuthSigmaRad = 1e-3, ElevationSigmaRad = 1e-3, RangeRateMPerS = 20, RangeRateSigmaMPerS = 3 };
        Assert.True(PlotPreparation.TryPrepare(in plot, [scene.Sensor], new TrackerParameters(), out var prepared));
        var rate = new RangeRate(in prepared, scene.Frame.Local.OriginEcefM, estimate.Position, estimate.Velocity);
        var plain = estimate;
        rate.Update(ref plain);

        var set = MotionModelSet.Single(1, 1);
        ModeMoments.Spread(in estimate, set, out var modes);
        var (likelihood, distance) = (1.0, 0.0);
        Assert.True(rate.TryUpdate(ref modes, ref likelihood, ref distance));
        var lanes = default(KinematicEstimate);
        ModeMoments.Combine(ref modes, ref lanes);

        var belief = GaussianBelief.Of(in estimate);
        var line = place - scene.Frame.Local.OriginEcefM;
        var expected = line.Dot(estimate.Velocity) / line.Length;
        Assert.True(StateFilters.Extended.TryUpdate(ref belief, new RateOnly(scene.Frame, 20, 9), out var fit));
        Assert.Equal(fit.DistanceSquaredRatio, distance, 1e-9);
        Assert.Equal(fit.LogLikelihoodRatio, Math.Log(likelihood), 1e-9);
        Assert.True(Math.Abs(expected - 20) > 5);
        var states = belief.ToEstimate();
        foreach (var other in (KinematicEstimate[])[lanes, states])
        {
            Assert.True(plain.Position.DistanceTo(other.Position) < 1e-6);
            Assert.True(plain.Velocity.DistanceTo(other.Velocity) < 1e-9);
            for (var k = 0; k < 36; k++) Assert.Equal(plain.Covariance[k], other.Covariance[k], 1e-6);
        }

        Assert.Equal(1, Enumerable.Range(0, ModeState.Lanes).Sum(lane => modes.Modes[ModeHalf.Probability, lane]), 1e-12);
    }

    [Fact]
    public void With_range_rate_velocities_are_better_and_crossing_targets_are_not_swapped()
    {
        var (plain, doppler) = (Velocities(hasRate: false, out _), Velocities(hasRate: true, out var switches));
        Assert.True(doppler < 0.75 * plain, $"{doppler} against {plain}");
        Assert.Equal(0, switches);
    }

    [Fact]
    public void An_address_keeps_a_track_to_its_aircraft_and_a_wrong_rate_is_no_plot()
    {
        var scene = new TrackingScene(14);
        var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
        var (start, velocity) = (new EnuVector(20e3, 30e3, 8000), new EnuVector(200, 0, 0));
        for (var scan = 0; scan < 6; scan++) TrackingScene.Rotate(tracker, scan, [scene.Look(scan, start, velocity, 1) with { Address = 0xABC123 }]);
        var track = Assert.Single(tracker.Tracks.ToArray());
        Assert.Equal(0xABC123, track.Address);

        // The same place with another address belongs to another aircraft; so does one with an impossible range rate.
        TrackingScene.Rotate(tracker, 6, [scene.Look(6, start, velocity, 2) with { Address = 0xDEF456 }]);
        Assert.True(tracker.TryGet(track.Id, out var after));
        Assert.Equal(6, after.Hits);
        TrackingScene.Rotate(tracker, 7, [scene.Look(7, start, velocity, 3) with { RangeRateMPerS = -600, RangeRateSigmaMPerS = 2 }]);
        Assert.True(tracker.TryGet(track.Id, out after));
        Assert.Equal(6, after.Hits);
        TrackingScene.Rotate(tracker, 8, [scene.Look(8, start, velocity, 4) with { RangeRateMPerS = double.PositiveInfinity, RangeRateSigmaMPerS = 2 }]);
        Assert.Equal(1, tracker.Counters.InvalidPlots);
    }

    // Mean error of velocity over ten crossings of two aircraft, after the crossing; and how often they were swapped.
    private static double Velocities(bool hasRate, out int switches)
    {
        switches = 0;
        var (sum, count) = (0.0, 0);
        for (var run = 0; run < 10; run++)
        {
            var scene = new TrackingScene(500 + (ulong)run);
            var tracker = new Tracker(new TrackerParameters(), [scene.Sensor]);
            (EnuVector Start, EnuVector Velocity)[] targets =
                [(new EnuVector(-12e3, 40e3, 8000), new EnuVector(200, 60, 0)), (new EnuVector(12e3, 46e3, 8000), new EnuVector(-200, -40, 0))];
            for (var scan = 0; scan < 30; scan++)
            {
                var plots = new List<Plot>();
                for (var k = 0; k < 2; k++)
                {
                    var plot = scene.Look(scan, targets[k].Start, targets[k].Velocity, k);
                    var line = scene.Truth(targets[k].Start, targets[k].Velocity, plot.Time.TotalS) - scene.Frame.Local.OriginEcefM;
                    var rate = line.Dot(scene.Frame.Local.Rotate(targets[k].Velocity)) / line.Length;
                    plots.Add(hasRate ? plot with { RangeRateMPerS = rate + (2 * scene.Normal()), RangeRateSigmaMPerS = 2 } : plot);
                }

                TrackingScene.Rotate(tracker, scan, plots);
                if (scan < 8) continue;
                foreach (var track in tracker.Tracks)
                {
                    if (track.Status != TrackStatus.Confirmed) continue;
                    sum += track.Velocity.DistanceTo(scene.Frame.Local.Rotate(targets[(int)track.LastPlotId].Velocity));
                    count++;

                    // The second aircraft stands to the right of north and is met first, so that its track has number 1.
                    if (scan == 29 && (track.Id > 2 || track.Id + track.LastPlotId != 2)) switches++;
                }
            }
        }

        return sum / count;
    }

    private sealed class RateOnly(SensorFrame frame, double measured, double variance) : IStateMeasurement
    {
        private readonly double[] _values = [measured, variance];

        public int Dimension => 1;

        public ReadOnlySpan<double> MeasuredSi => _values.AsSpan(0, 1);

        public ReadOnlySpan<double> NoiseSi => _values.AsSpan(1, 1);

        public void Expect(ReadOnlySpan<double> stateSi, Span<double> valuesSi)
        {
            var line = new EcefVector(stateSi[0], stateSi[1], stateSi[2]) - frame.Local.OriginEcefM;
            valuesSi[0] = line.Dot(new EcefVector(stateSi[3], stateSi[4], stateSi[5])) / line.Length;
        }

        public void Differentiate(ReadOnlySpan<double> stateSi, Span<double> jacobianSi)
        {
            double[] moved = [.. stateSi];
            Span<double> above = [0], below = [0];
            for (var k = 0; k < 6; k++)
            {
                var step = k < 3 ? 10 : 0.1;
                moved[k] = stateSi[k] + step;
                Expect(moved, above);
                moved[k] = stateSi[k] - step;
                Expect(moved, below);
                moved[k] = stateSi[k];
                jacobianSi[k] = (above[0] - below[0]) / (2 * step);
            }
        }

        public double DifferenceSi(int index, double leftSi, double rightSi) => leftSi - rightSi;
    }
}
