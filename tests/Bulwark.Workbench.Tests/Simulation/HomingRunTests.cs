using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Missiles that are released by carriers, home on radars and put them out of action.</summary>
public sealed class HomingRunTests
{
    private const string Plain = "  - {id: arm, use: anti-radiation-missile, count: 8, rank-interval: 2 s, released-by: strike, homes-on: eye, launch-range: 90 km}";

    private static readonly EcefVector Eye = Wgs84.ToEcef(GeodeticPoint.FromDegrees(35.2, 25.4));

    [Fact]
    public void ARadarThatRadiatesIsHitAndSeesNothingAfterwards()
    {
        var result = Run(Plain, "");
        var departed = Departures(result);
        Assert.Contains(departed, static row => row.Happened.Reason == DepartureReason.ReachedObjective);

        // The first hit takes the radar out of action; the missiles behind it fly on to its place and hit nothing more.
        Assert.Single(departed, static row => row.Happened.Reason == DepartureReason.ReachedObjective);
        var hit = departed.First(static row => row.Happened.Reason == DepartureReason.ReachedObjective).Time;
        var sites = result.Recorder.Events<SiteChanged>();
        Assert.Equal((hit, SitePosture.Destroyed, false), (sites[0].Time, sites[0].Happened.Posture, sites[0].Happened.Radiating));
        var last = result.Recorder.Events<PlotMade>()[^1].Time;
        Assert.True(last <= hit + SimDuration.FromSeconds(12), $"a plot at {last}, destroyed at {hit}");

        // Released at the range that was stated, from where the carrier was.
        ref readonly var appeared = ref result.Recorder.Events<TargetAppeared>()[^1];
        var missile = result.Plan.Targets[^1];
        Assert.InRange(missile.StateAt(missile.AppearsAt).Position.DistanceTo(Eye), 80_000, 90_500);
        Assert.InRange(missile.StateAt(missile.AppearsAt).Position.DistanceTo(result.Plan.Targets[missile.Homing!.Carrier].StateAt(missile.AppearsAt).Position), 0, 0.01);
        Assert.InRange(missile.StateAt(missile.DepartsAt).Position.DistanceTo(Eye), 0, 800);
        Assert.True(appeared.Time >= result.Plan.Targets[4].AppearsAt);
    }

    [Fact]
    public void ARadarThatFallsSilentIsOftenMissed()
    {
        // Released from about 352 s, two minutes of flight; silent from 380 s on, so that they fly a hundred seconds from memory.
        var result = Run(Plain, "orders:\n  - {unit: eye, at: 380 s, do: radars-off}\n");
        var changes = result.Recorder.Events<HomingChanged>().ToArray();
        Assert.NotEmpty(changes);
        Assert.All(changes, static row => Assert.False(row.Happened.Hears));
        var fates = Departures(result).Where(static row => row.Happened.Reason is DepartureReason.MissedRadar or DepartureReason.ReachedObjective).ToList();
        Assert.Contains(fates, static row => row.Happened.Reason == DepartureReason.MissedRadar);

        // The remembered place drifts by a metre a second in each direction: of the order of a hundred metres, not kilometres.
        foreach (var row in changes)
        {
            var aim = new EcefVector(row.Happened.XM, row.Happened.YM, row.Happened.ZM);
            Assert.InRange(aim.DistanceTo(Eye), 1, 600);
            var missile = result.Plan.Targets[row.Happened.Target];
            Assert.InRange(missile.StateAt(missile.DepartsAt).Position.DistanceTo(aim), 0, 1);
            for (var i = 1; i < missile.Segments.Length; i++)
                Assert.InRange(missile.Segments[i].Position(missile.Segments[i].Start).DistanceTo(missile.Segments[i - 1].Position(missile.Segments[i].Start)), 0, 400);
        }

        Assert.Contains(Ledger.Of(result, result.Plan.Targets[changes[0].Happened.Target].Id), static entry => entry.Text.Contains("the radar is silent", StringComparison.Ordinal));
    }

    [Fact]
    public void ARadarThatIsOnAgainIsHomedOnAgain()
    {
        var result = Run(Plain, "orders:\n  - {unit: eye, at: 380 s, do: radars-off}\n  - {unit: eye, at: 400 s, do: radars-on}\n");
        Assert.Contains(result.Recorder.Events<HomingChanged>().ToArray(), static row => row.Happened.Hears);
        Assert.Contains(Departures(result), static row => row.Happened.Reason == DepartureReason.ReachedObjective);
    }

    [Fact]
    public void NothingIsReleasedAtARadarThatNeverRadiates()
    {
        var result = Run(Plain, "orders:\n  - {unit: eye, at: 10 s, do: radars-off}\n");
        Assert.Equal(8, Departures(result).Count(static row => row.Happened.Reason == DepartureReason.NotReleased));
        Assert.Empty(result.Recorder.Events<HomingChanged>().ToArray());
        Assert.Equal(4, result.Recorder.Events<TargetAppeared>().Length);
    }

    [Fact]
    public void ABranchAndAnyNumberOfThreadsFlyTheSame()
    {
        var scenario = Scenario(Plain, "orders:\n  - {unit: eye, at: 380 s, do: radars-off}\n");
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var simulator = new Simulator(plan);
        simulator.RunUntil(SimTime.FromSeconds(390));
        var continued = simulator.Snapshot().Continue();
        continued.RunUntil(plan.End);
        Assert.Equal(RunHash.Compute(Run(Plain, "orders:\n  - {unit: eye, at: 380 s, do: radars-off}\n").Recorder), RunHash.Compute(continued.Result().Recorder));
    }

    [Theory]
    [InlineData("homes-on: eye, ", "", "the key 'homes-on' is missing: 'anti-radiation-missile' needs a carrier and a radar to home on")]
    [InlineData("released-by: strike, ", "", "the key 'released-by' is missing")]
    [InlineData("homes-on: eye", "homes-on: ear", "there is no battery or surveillance site 'ear'; expected one of eye; did you mean 'eye'?")]
    [InlineData("released-by: strike", "released-by: strikes", "there is no group 'strikes' that flies a route; expected one of strike; did you mean 'strike'?")]
    [InlineData("launch-range: 90 km", "launch-range: 300 km", "'anti-radiation-missile' does not reach that far; expected at most 110 km")]
    [InlineData("homes-on: eye", "homes-on: eye, radar: engagement", "'eye' has no engagement radar; expected radar: search")]
    [InlineData("homes-on: eye", "homes-on: eye, from: \"33 N, 25 E\"", "'from' is not for 'anti-radiation-missile'; expected released-by and homes-on")]
    public void AReleaseThatIsWrong(string good, string bad, string expected)
    {
        Assert.Contains(good, Plain, StringComparison.Ordinal);
        var problems = Repository.Check(Text(Plain.Replace(good, bad, StringComparison.Ordinal), ""));
        Assert.Contains(problems, problem => problem.StartsWith("x.yaml:8:", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void ACarrierThatNeverComesNearIsToldByTheCheckerWithThePlace()
    {
        var far = Plain.Replace("launch-range: 90 km", "launch-range: 20 km", StringComparison.Ordinal);
        var problem = Assert.Single(Repository.Check(Text(far, "")));
        Assert.Equal(
            $"x.yaml:8:{far.IndexOf("20 km", StringComparison.Ordinal) + 1}: error: 'strike-01' is never within 20 km of the radar of 'eye' when it should release; expected at least 63.5 km and a release before it leaves, at most 110 km; lead its route nearer, or give a greater launch-range",
            problem);

        // What it says is needed is enough.
        Assert.Empty(Repository.Check(Text(Plain.Replace("launch-range: 90 km", "launch-range: 63.5 km", StringComparison.Ordinal), "")));
    }

    [Fact]
    public void AScenarioMadeInCodeIsToldByThePlanner()
    {
        var scenario = Scenario(Plain, "");
        var near = scenario with { Groups = [.. scenario.Groups.Select(static group => group.Homing is { } launch ? group with { Homing = launch with { LaunchRangeM = 20_000 } } : group)] };
        var problem = Assert.Throws<ArgumentException>(() => RunPlanner.Plan(near, new RunOptions { Threads = 1 }));
        Assert.Contains("group 'arm': 'strike-01' is never within 20 km of the radar of 'eye'", problem.Message, StringComparison.Ordinal);
    }

    private static List<RecordedEvent<TargetDeparted>> Departures(RunResult result) => [.. result.Recorder.Events<TargetDeparted>()];

    private static RunResult Run(string group, string orders) => Simulator.Run(Scenario(group, orders), new RunOptions { Threads = 1 });

    private static Scenario Scenario(string group, string orders) => ScenarioReader.ReadText(Text(group, orders), "x.yaml", Repository.Catalogue);

    private static string Text(string group, string orders) =>
        "bulwark: scenario/1\ntitle: Homing\nterrain: none\nduration: 20 min\nsurveillance: [{id: eye, use: s-surveillance, at: \"35.2 N, 25.4 E\"}]\ngroups:\n"
        + "  - {id: strike, use: fighter, count: 4, formation: line, spacing: 5 km, route: [{at: \"33.5 N, 25.2 E\", height: 9 km, speed: 270 m/s}, {at: \"34.7 N, 25.3 E\"}, {at: \"33.6 N, 25.9 E\"}]}\n"
        + group + "\n" + orders;
}
