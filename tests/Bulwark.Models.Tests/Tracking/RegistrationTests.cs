using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Constant errors of radars found from what they see in common.</summary>
public class RegistrationTests
{
    private static readonly (double RangeM, double AzimuthRad, double TimeS)[] Truth = [(120, 0.004, 0), (-80, -0.006, 0.15), (0, 0.002, -0.1)];

    [Fact]
    public void Biases_are_found_within_their_standard_errors()
    {
        var scene = new TrackingScene(61);
        var sensors = Sensors();
        var estimator = new RegistrationEstimator(sensors, new RegistrationSettings());
        foreach (var (first, second, velocity) in Pairs(scene, sensors, 1500)) estimator.TryAdd(in first, in second, velocity, 9000);
        Assert.True(estimator.PairCount > 1400);

        // All clocks shifted together cannot be seen: times are compared with that of the first radar.
        var clock = estimator.BiasOf(0).TimeS;
        var squares = 0.0;
        for (var sensor = 0; sensor < 3; sensor++)
        {
            var bias = estimator.BiasOf(sensor);
            squares += Math.Pow((bias.RangeM - Truth[sensor].RangeM) / bias.RangeSigmaM, 2) + Math.Pow((bias.AzimuthRad - Truth[sensor].AzimuthRad) / bias.AzimuthSigmaRad, 2);
            Assert.InRange(bias.RangeSigmaM, 0.1, 20);
            Assert.InRange(bias.AzimuthSigmaRad, 1e-6, 4e-4);
            Assert.True(Math.Abs(bias.TimeS - clock - Truth[sensor].TimeS) < 0.05);
            Assert.True(bias.TimeSigmaS > 0.2);
        }

        // Six values, each within its standard error on average: chi-square with six degrees of freedom stays below 22.5 in 99.9 %.
        Assert.InRange(squares, 0.1, 22.5);
        var plot = new Plot { Sensor = 1, RangeM = 100_000, AzimuthRad = 1, Time = SimTime.FromSeconds(10) };
        var corrected = estimator.Correct(in plot);
        Assert.Equal(100_080, corrected.RangeM, 30.0);
        Assert.Equal(1.006, corrected.AzimuthRad, 1e-3);
    }

    [Fact]
    public void What_cannot_be_compared_changes_nothing()
    {
        var scene = new TrackingScene(62);
        var sensors = Sensors();
        var estimator = new RegistrationEstimator(sensors, new RegistrationSettings());
        var (first, second, velocity) = Pairs(scene, sensors, 1).Single();
        var late = second with { Time = first.Time + SimDuration.FromSeconds(60) };
        var same = second with { Sensor = first.Sensor };
        var elsewhere = second with { AzimuthRad = second.AzimuthRad + 0.2 };
        Assert.False(estimator.TryAdd(in first, in late, velocity, 9000));
        Assert.False(estimator.TryAdd(in first, in same, velocity, 9000));
        Assert.False(estimator.TryAdd(in first, in elsewhere, velocity, 9000));
        Assert.Equal(0, estimator.PairCount);
        Assert.Equal(new RegistrationSettings().RangeSigmaM, estimator.BiasOf(0).RangeSigmaM, 1e-6);
        Assert.Equal(first, estimator.Correct(in first));
    }

    [Fact]
    public void A_tracker_of_several_radars_registers_them_and_its_tracks_are_better_for_it()
    {
        var (plain, count) = Track(registers: false, out _);
        var (registered, again) = Track(registers: true, out var tracker);

        // Without registration the radars' errors tear tracks of one aircraft apart.
        Assert.Equal(12, again);
        Assert.True(count >= 12);
        Assert.True(registered < 0.7 * plain, $"{registered} m against {plain} m");
        for (var sensor = 0; sensor < 3; sensor++)
        {
            Assert.True(tracker.TryRegister(sensor, out var bias));
            Assert.True(Math.Abs(bias.AzimuthRad - Truth[sensor].AzimuthRad) < Math.Max(6e-4, 5 * bias.AzimuthSigmaRad), $"{sensor}: {bias}");
        }

        Assert.False(new Tracker(new TrackerParameters(), [Sensors()[0]]).TryRegister(0, out _));
    }

    private static SensorDescription[] Sensors() =>
    [
        new(new SensorFrame(GeodeticPoint.FromDegrees(45, 12, 100), 20), 4, true),
        new(new SensorFrame(GeodeticPoint.FromDegrees(45.5, 13.2, 100), 20), 5, true),
        new(new SensorFrame(GeodeticPoint.FromDegrees(44.4, 13, 100), 20), 6, true),
    ];

    private static (double ErrorM, int Count) Track(bool registers, out Tracker tracker)
    {
        var scene = new TrackingScene(63);
        var sensors = Sensors();
        tracker = new Tracker(new TrackerParameters { EstimatesRegistration = registers, AccelerationSigmaMPerS2 = 2 }, sensors);
        var changes = new List<TrackChange>();
        var targets = new List<(EnuVector Start, EnuVector Velocity)>();
        for (var k = 0; k < 12; k++)
        {
            targets.Add((new EnuVector((-40e3) + (15e3 * k), (50e3 * Math.Sin(k)) + 10e3, 9000), new EnuVector(200 * Math.Cos(2.1 * k), 200 * Math.Sin(2.1 * k), 0)));
        }

        var (sum, count) = (0.0, 0);
        for (var step = 1; step <= 240; step++)
        {
            var plots = new List<Plot>();
            for (var sensor = 0; sensor < 3; sensor++)
            {
                if (step % (4 + sensor) != 0) continue;
                for (var k = 0; k < targets.Count; k++)
                {
                    var plot = Look(scene, sensors, sensor, targets[k].Start, targets[k].Velocity, step - 0.5, k);
                    plots.Add(plot);
                }
            }

            tracker.Process(plots.ToArray(), SimTime.FromSeconds(step), changes);
            if (step < 200) continue;
            foreach (var track in tracker.Tracks)
            {
                if (track.Status != TrackStatus.Confirmed) continue;
                var (start, velocity) = targets[(int)track.LastPlotId];
                var truth = scene.Frame.Local.ToEcef(start + (velocity * track.LastUpdate.TotalS));
                var error = scene.Frame.Local.Rotate(track.Estimate.Position - truth);
                sum += (error.East * error.East) + (error.North * error.North);
                count++;
            }
        }

        return (Math.Sqrt(sum / count), tracker.ConfirmedCount);
    }

    private static IEnumerable<(Plot First, Plot Second, EcefVector Velocity)> Pairs(TrackingScene scene, SensorDescription[] sensors, int count)
    {
        for (var pair = 0; pair < count; pair++)
        {
            var start = new EnuVector((scene.Uniform() - 0.3) * 150e3, (scene.Uniform() - 0.5) * 150e3, 9000);
            var heading = 2 * Math.PI * scene.Uniform();
            var velocity = new EnuVector(220 * Math.Sin(heading), 220 * Math.Cos(heading), 0);
            var (one, two) = (pair % 3, (pair + 1) % 3);
            yield return (
                Look(scene, sensors, one, start, velocity, 100, pair),
                Look(scene, sensors, two, start, velocity, 100 + (3 * (scene.Uniform() - 0.5)), pair),
                scene.Frame.Local.Rotate(velocity));
        }
    }

    // The plot a biased radar makes: range and azimuth too large, and the target where it will be after the bias of its clock.
    private static Plot Look(TrackingScene scene, SensorDescription[] sensors, int sensor, EnuVector start, EnuVector velocity, double timeS, long id)
    {
        var truth = scene.Frame.Local.ToEcef(start + (velocity * (timeS + Truth[sensor].TimeS)));
        var height = Wgs84.ToGeodetic(truth);
        truth = Wgs84.ToEcef(height.WithHeight(9000));
        var seen = sensors[sensor].Frame.Measure(truth);
        return new Plot
        {
            Sensor = sensor,
            Time = SimTime.FromSeconds(timeS),
            RangeM = seen.RangeM + Truth[sensor].RangeM + (TrackingScene.RangeSigmaM * scene.Normal()),
            AzimuthRad = seen.AzimuthRad + Truth[sensor].AzimuthRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            ElevationRad = seen.ElevationRad + (TrackingScene.AngleSigmaRad * scene.Normal()),
            RangeSigmaM = TrackingScene.RangeSigmaM,
            AzimuthSigmaRad = TrackingScene.AngleSigmaRad,
            ElevationSigmaRad = TrackingScene.AngleSigmaRad,
            Id = id,
        };
    }
}
