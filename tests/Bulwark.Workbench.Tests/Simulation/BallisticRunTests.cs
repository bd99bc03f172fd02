using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>What runs foretell of ballistic missiles.</summary>
public class BallisticRunTests
{
    private static readonly RunResult Salvo = Simulator.Run(Runs.Load("s-500"), new RunOptions { Threads = 1 });

    [Fact]
    public void A_run_with_ballistic_missiles_records_where_they_will_strike()
    {
        var last = new Dictionary<int, ImpactPredicted>();
        foreach (ref readonly var row in Salvo.Recorder.Events<ImpactPredicted>()) last[row.Happened.Target] = row.Happened;
        last.Remove(-1);
        Assert.True(last.Count >= 4, $"{last.Count}");
        foreach (var (target, forecast) in last)
        {
            // Where it would have come down had nobody fired: the end of its planned path, on the ground.
            var planned = Salvo.Plan.Targets[target];
            var truth = Wgs84.ToGeodetic(planned.StateAt(planned.DepartsAt).Position);
            var foretold = new GeodeticPoint(forecast.ImpactLatitudeRad, forecast.ImpactLongitudeRad, truth.HeightM);
            var missM = Wgs84.ToEcef(foretold).DistanceTo(Wgs84.ToEcef(truth));
            Assert.True(missM < (5 * forecast.ImpactMajorSigmaM) + 500, $"target {target}: {missM:0} m off, sigma {forecast.ImpactMajorSigmaM:0} m");
            Assert.InRange(Math.Abs(forecast.ImpactTimeS - planned.DepartsAt.TotalS), 0, 20);
        }
    }

    [Fact]
    public void Forecasts_grow_better_as_the_missile_comes_down()
    {
        var (first, latest) = (new Dictionary<int, double>(), new Dictionary<int, double>());
        foreach (ref readonly var row in Salvo.Recorder.Events<ImpactPredicted>())
        {
            first.TryAdd(row.Happened.Track, row.Happened.ImpactMajorSigmaM);
            latest[row.Happened.Track] = row.Happened.ImpactMajorSigmaM;
        }

        Assert.NotEmpty(first);
        Assert.True(latest.Values.Average() < 0.5 * first.Values.Average(), $"{latest.Values.Average()} against {first.Values.Average()}");
    }
}
