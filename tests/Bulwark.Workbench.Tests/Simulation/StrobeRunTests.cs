using Bulwark.Core.Earth;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>A stand-off jammer that several radars of one picture hear.</summary>
public class StrobeRunTests
{
    private const string Text = """
        bulwark: scenario/1
        title: Two radars and a stand-off jammer
        duration: 8 min
        terrain: none
        surveillance: [{id: south, use: nato-surveillance, at: "39.50 N, 26.10 E", ground: 300 m, superior: battery}]
        batteries: [{id: battery, use: s-300-pmu-1, at: "40.60 N, 26.00 E", ground: 100 m, facing: 270 deg}]
        groups: [{id: jammer, use: stand-off-jammer, route: [{at: "40.20 N, 23.60 E"}, {at: "39.80 N, 23.60 E", speed: 100 m/s}, {at: "38.50 N, 23.60 E"}]}]
        """;

    [Fact]
    public void A_jammer_is_followed_by_each_radar_and_located_where_their_strobes_cross()
    {
        var result = Simulator.Run(ScenarioReader.ReadText(Text, "jam.yaml", Repository.Catalogue), new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal(2, result.Recorder.Events<StrobeTracked>().ToArray().Select(static tracked => tracked.Happened.Node).Distinct().Count());
        var located = result.Recorder.Events<JammerLocated>().ToArray();
        Assert.InRange(located.Length, 30, 1000);
        var inside = 0;
        foreach (var (time, happened) in located.Select(static fix => (fix.Time, fix.Happened)))
        {
            var truth = new LocalFrame(Wgs84.ToGeodetic(result.Plan.Targets[happened.Target].StateAt(time).Position)).ToLocal(new EcefVector(happened.XM, happened.YM, happened.ZM));
            var (sine, cosine) = Math.SinCos(happened.MajorAzimuthRad);
            var (along, across) = (((truth.East * sine) + (truth.North * cosine)) / happened.MajorSigmaM, ((truth.East * cosine) - (truth.North * sine)) / happened.MinorSigmaM);
            inside += (along * along) + (across * across) < 9.21 ? 1 : 0;
            Assert.InRange(happened.MajorSigmaM, 100, 20e3);
        }

        // 99 % ellipses; neighbouring ones are nearly the same draw.
        Assert.InRange(inside, 0.8 * located.Length, located.Length);
    }
}
