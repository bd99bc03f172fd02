using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>What tracks in runs gain from a radar that measures range rate, and what they are taken for.</summary>
public class RangeRateRunTests
{
    private static readonly GeodeticPoint Place = GeodeticPoint.FromDegrees(35, 24);

    [Fact]
    public void VelocitiesAreBetterWithRangeRateAndTracksAreTakenForAircraft()
    {
        var radar = ParameterBuilder.Radar(CatalogueStore.LoadEmbedded().Find("64n6e")!);
        Assert.Equal(0, radar.RangeRateSigmaMPerS);
        var (plain, doppler) = (Run(radar), Run(radar with { RangeRateSigmaMPerS = 3 }));
        Assert.True(Error(doppler) < 0.7 * Error(plain), $"{Error(doppler)} against {Error(plain)}");

        var last = new Dictionary<int, TrackClass>();
        foreach (var judged in doppler.Recorder.Events<TrackClassified>()) last[judged.Happened.Target] = judged.Happened.Class;
        Assert.Equal(8, last.Count);
        Assert.All(last.Values, static kind => Assert.Equal(TrackClass.CombatAircraft, kind));
        Assert.True(doppler.Recorder.Events<ImpactPredicted>().IsEmpty);
    }

    [Fact]
    public void TheCatalogueSaysWhichRadarsMeasureIt() =>
        Assert.Equal(5, ParameterBuilder.Radar(CatalogueStore.LoadEmbedded().Find("x-surveillance")!).RangeRateSigmaMPerS);

    // Along the line of sight, where range rate tells.
    private static double Error(RunResult result)
    {
        var (sum, count) = (0.0, 0);
        foreach (var updated in result.Recorder.Events<TrackUpdated>())
        {
            if (updated.Happened.Target < 0) continue;
            var truth = result.Plan.Targets[updated.Happened.Target].StateAt(updated.Time);
            var line = (truth.Position - Wgs84.ToEcef(Place)).Normalized();
            var error = line.Dot(truth.Velocity - new EcefVector(updated.Happened.VelocityXMPerS, updated.Happened.VelocityYMPerS, updated.Happened.VelocityZMPerS));
            sum += error * error;
            count++;
        }

        return Math.Sqrt(sum / count);
    }

    // Aircraft that come in from all sides, higher and faster than airliners.
    private static RunResult Run(RadarParameters radar)
    {
        var groups = new List<FlightGroup>();
        for (var target = 0; target < 8; target++)
        {
            var azimuthRad = target * Math.PI / 16;
            var start = Geodesic.Direct(Place, azimuthRad, 140e3).Point.WithHeight(15_000);
            groups.Add(new FlightGroup
            {
                Id = $"t{target}",
                Class = new TargetClass($"t{target}", $"t{target}", "test", 5, 420, 15_000, 5, HasTransponder: false),
                Count = 1,
                Route = [new Waypoint(start, 420), new Waypoint(Geodesic.Direct(Place, azimuthRad, 20e3).Point.WithHeight(15_000), 420)],
            });
        }

        return Simulator.Run(
            new Scenario
            {
                Id = "rate",
                Title = "A radar that measures range rate",
                Seed = 7,
                Duration = SimDuration.FromSeconds(240),
                Surveillance = [new SurveillanceSite("radar", radar.Name, Place, 0, radar, new TrackerParameters())],
                Groups = groups,
            },
            new RunOptions { Threads = 1 },
            TestContext.Current.CancellationToken);
    }
}
