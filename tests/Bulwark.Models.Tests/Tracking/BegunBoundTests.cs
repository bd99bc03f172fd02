using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Initiation;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;
using Bulwark.Tracking.Updating;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>A plot may be passed over only if it could not have been taken: the bound must not lie below any likelihood, and it must be worth having.</summary>
public class BegunBoundTests
{
    [Fact]
    public void No_second_plot_is_likelier_than_the_bound_says()
    {
        var frame = new SensorFrame(GeodeticPoint.FromDegrees(47, 9, 300), 20);
        SensorDescription[] sensors = [new(frame, 4, true), new(frame, 10, false)];
        var random = new RandomStream(5, 0, 0, RandomPurpose.General);
        var (tested, told, tight) = (0, 0, 0);
        foreach (var motion in (MotionModelSet?[])[null, MotionModelSet.AirSurveillance])
        {
            foreach (var speed in (double[])[400, 1200])
            {
                var parameters = new TrackerParameters { Motion = motion, MaximumSpeedMPerS = speed, MaximumVerticalSpeedMPerS = 0.25 * speed };
                var bound = new BegunBound(parameters);
                var predictor = new ModePredictor(parameters);
                for (var k = 0; k < 3000; k++)
                {
                    var sensor = k % 2;
                    var (range, azimuth, elevation, seconds) = (8000 + (250e3 * random.NextUnit()), Math.Tau * random.NextUnit(), 0.01 + (0.5 * random.NextUnit()), 0.5 + (40 * random.NextUnit()));
                    var first = At(sensor, frame, range, azimuth, elevation, 0);

                    // The likeliest place of all is the one where it was.
                    var second = At(sensor, frame, range + (k % 3 == 0 ? 0 : 3000 * random.Normal()), azimuth + (k % 3 == 0 ? 0 : 0.02 * random.Normal()), elevation, seconds);
                    if (!PlotPreparation.TryPrepare(in first, sensors, parameters, out var begun) || !PlotPreparation.TryPrepare(in second, sensors, parameters, out var plot) || !plot.IsCentred) continue;
                    var track = new Track { Belief = OnePointInitiator.Start(in begun, frame, parameters), IsVelocityOpen = true };
                    ModeMoments.Spread(in track.Belief, parameters.EffectiveMotion, out var modes);
                    predictor.Predict(in modes, plot.Plot.Time, out var predicted);
                    plot.SeenFrom(predicted.Position, out var measurement);
                    if (!ModeUpdater.TryUpdate(ref predicted, in measurement, out var likelihood, out _)) continue;
                    var most = bound.LogLikelihood(in track, in plot);
                    Assert.True(Math.Log(likelihood) <= most + 1e-9, $"{Math.Log(likelihood)} above {most} after {seconds} s");
                    tested++;
                    told += most < -3 ? 1 : 0;
                    tight += k % 3 == 0 && Math.Log(likelihood) > most - 3 ? 1 : 0;
                }
            }
        }

        Assert.True(tested > 6000, $"{tested}");
        Assert.True(told > tested / 2, $"{told} of {tested}");
        Assert.True(tight > tested / 10, $"{tight} of {tested}");
    }

    private static Plot At(int sensor, SensorFrame frame, double rangeM, double azimuthRad, double elevationRad, double seconds) => new()
    {
        Time = SimTime.FromSeconds(100 + seconds),
        Sensor = sensor,
        RangeM = rangeM,
        AzimuthRad = azimuthRad,
        ElevationRad = sensor == 0 ? elevationRad : double.NaN,
        HeightM = sensor == 0 ? double.NaN : Wgs84.ToGeodetic(frame.Locate(new SphericalMeasurement(rangeM, azimuthRad, elevationRad))).HeightM,
        RangeSigmaM = 50,
        AzimuthSigmaRad = 0.001,
        ElevationSigmaRad = 0.0015,
        HeightSigmaM = 30,
    };
}
