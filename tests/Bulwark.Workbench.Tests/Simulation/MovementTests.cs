using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Batteries that move, hide, go silent and come back; what is out of action neither sees nor guides.</summary>
public class MovementTests
{
    private const string Moves = "set: {deploy-time: 5 min, leave-time: 3 min, road-speed: 60 km/h}";

    [Fact]
    public void ABatteryThatMovesGoesThroughItsPosturesAndSeesNothingOnTheWay()
    {
        var result = Run(Moves, "{unit: north, at: 2 min, do: move, to: \"35.5 N, 24.0 E\", facing: 10 deg}");
        var unit = Steps(result, static row => row.Unit == 0 && row.Posture != SitePosture.Firing).SkipWhile(static step => step.Posture == SitePosture.Ready).ToArray();
        Assert.Equal([SitePosture.Leaving, SitePosture.Marching, SitePosture.Deploying, SitePosture.Ready], unit.Take(4).Select(step => step.Posture));
        var movement = result.Plan.FireUnits[0].Unit.Movement!;
        Assert.Equal(120, unit[0].TimeS);
        Assert.InRange(unit[1].TimeS - 120, movement.Leave.LowS, movement.Leave.HighS + 1e-6);

        // 9.08 km in a straight line, 1.3 times that by road, at the speed of the catalogue.
        Assert.Equal(9077 * 1.3 / movement.RoadSpeedMPerS, unit[2].TimeS - unit[1].TimeS, 2.0);
        Assert.InRange(unit[3].TimeS - unit[2].TimeS, movement.Deploy.LowS - 1e-6, movement.Deploy.HighS + 1e-6);
        foreach (var row in result.Recorder.Events<PlotMade>()) Assert.False(row.Time.TotalS > 121 && row.Time.TotalS < unit[3].TimeS, $"a plot at {row.Time}");
        foreach (var row in result.Recorder.Events<MissileLaunched>()) Assert.False(row.Time.TotalS > 120 && row.Time.TotalS < unit[3].TimeS, $"a launch at {row.Time}");
        Assert.Contains(result.Recorder.Events<PlotMade>().ToArray(), row => row.Time.TotalS > unit[3].TimeS && row.Happened.Target >= 0);
        Assert.Contains(result.Recorder.Events<MissileLaunched>().ToArray(), row => row.Time.TotalS > unit[3].TimeS);
    }

    [Fact]
    public void MissilesInFlightAreLostWithTheRadarThatGuidesThem()
    {
        var stays = Run(Moves, "{unit: north, at: 39 min, do: radars-off}");
        var goes = Run(Moves, "{unit: north, when: first-launch, delay: 10 s, do: radars-off}");
        Assert.DoesNotContain(stays.Recorder.Events<MissileEnded>().ToArray(), row => row.Happened.Outcome == MissileOutcome.LostIllumination);
        Assert.Contains(goes.Recorder.Events<MissileEnded>().ToArray(), row => row.Happened.Outcome == MissileOutcome.LostIllumination);
        Assert.DoesNotContain(goes.Recorder.Events<EngagementEnded>().ToArray(), row => row.Happened.Result == EngagementResult.JudgedKilled);
        Assert.True(goes.Summary.Targets.Leaked > stays.Summary.Targets.Leaked);
    }

    [Fact]
    public void TimesAreDrawnFromThePublishedSpreadByTheSeed()
    {
        var scenario = Scenario(Moves, "{unit: north, at: 1 min, do: hide}") with { Groups = [] };
        scenario = scenario with
        {
            Batteries = [.. scenario.Batteries.Select(battery => battery with { FireUnits = [.. battery.FireUnits.Select(unit => unit with { Movement = new Movement(CrewTime.Of(300), new CrewTime(200, 300, 600), 16) })] })],
        };
        double[] times = [.. Enumerable.Range(0, 12).Select(replication => Steps(Simulator.Run(scenario, new RunOptions { Replication = (uint)replication, Threads = 1 }), static row => row.Unit == 0)[1].TimeS - 60)];
        Assert.All(times, time => Assert.InRange(time, 200, 600));
        Assert.Equal(12, times.Distinct().Count());
        Assert.Equal(times[3], Steps(Simulator.Run(scenario, new RunOptions { Replication = 3, Threads = 1 }), static row => row.Unit == 0)[1].TimeS - 60);
    }

    [Theory]
    [InlineData("silent", "radars-on")]
    [InlineData("hidden", "deploy")]
    public void WhatBeginsOutOfActionWaitsForItsOrder(string begins, string order)
    {
        var result = Run($"{Moves}\n    begins: {begins}", $"{{unit: north, at: 2 min, do: {order}}}");
        var ready = Steps(result, static row => row.Node == 0 && row.Radiating)[0].TimeS;
        Assert.InRange(ready, 120, 420.001);
        Assert.DoesNotContain(result.Recorder.Events<PlotMade>().ToArray(), row => row.Time.TotalS < ready);
        Assert.True(result.Summary.RoundsSpent > 0);
    }

    [Fact]
    public void WhatIsNeverInActionIsWhyTargetsLeak()
    {
        var result = Run($"{Moves}\n    begins: hidden", "{unit: north, at: 39 min, do: deploy}");
        Assert.Equal(0, result.Summary.RoundsSpent);
        Assert.True(result.Summary.Targets.Leaked > 0);
        Assert.All(result.Losses.Values, cause => Assert.Equal(Bulwark.Simulation.Outcomes.LossCause.NotReady, cause));
    }

    [Fact]
    public void RulesGivenByAnOrderHold()
    {
        var result = Run(Moves, "{unit: north, at: 0 s, do: rules-hold}");
        Assert.Equal(0, result.Summary.RoundsSpent);
        var freed = Run(Moves, "{unit: north, at: 0 s, do: rules-hold}", "{unit: north, when: first-track, delay: 90 s, do: rules-free}");
        Assert.True(freed.Summary.RoundsSpent > 0);
    }

    [Fact]
    public void AMastSeesLowTargetsEarlierAndTakesLongerToSetUp()
    {
        var onTruck = Low("");
        var onMast = Low("\n    masts: 64n6e");
        Assert.True(FirstPlotS(onMast) < FirstPlotS(onTruck) - 20, $"{FirstPlotS(onMast)} s on the mast, {FirstPlotS(onTruck)} s on the truck");
        static double SetUp(RunResult result) => result.Plan.Nodes[0].Movement!.Deploy.TypicalS;
        Assert.Equal((300.0, 1200.0), (SetUp(onTruck), SetUp(onMast)));
        static RunResult Low(string masts) => Simulator.Run(
            Read("set: {deploy-time: 5 min, road-speed: 60 km/h, 64n6e.mast-height: 39 m, 64n6e.mast-time: 15 min}" + masts, [], "50 m"), new RunOptions { Threads = 1 });
        static double FirstPlotS(RunResult result) => result.Recorder.Events<PlotMade>().ToArray().First(row => row.Happened.Target >= 0).Time.TotalS;
    }

    [Fact]
    public void ABranchInTheMiddleOfAMoveReproducesTheRun()
    {
        var scenario = Scenario(Moves, "{unit: north, when: first-launch, delay: 20 s, do: move, to: \"35.48 N, 24.05 E\"}");
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var trunk = new Simulator(plan);
        trunk.RunUntil(SimTime.FromSeconds(500));
        var branch = trunk.Snapshot().Continue();
        trunk.RunUntil(plan.End);
        branch.RunUntil(plan.End);
        Assert.Equal(trunk.Result().Summary.Hash, branch.Result().Summary.Hash);
    }

    [Theory]
    [InlineData(Moves, "{unit: north.76n6e, at: 2 min, do: radars-off}", "there is no battery or radar 'north.76n6e'")]
    [InlineData(Moves + "\n    masts: 76n6e", "{unit: north, at: 2 min, do: hide}", "the battery has no radar '76n6e'")]
    [InlineData(Moves + "\n    masts: 64n6e", "{unit: north, at: 2 min, do: hide}", "the radar '64n6e' has no mast")]
    [InlineData(Moves + "\n    begins: asleep", "{unit: north, at: 2 min, do: hide}", "'asleep' is not a valid 'begins'")]
    public void WhatCannotBeOrderedIsToldWithItsPlace(string battery, string order, string message)
    {
        var problems = Files.Repository.Catch(() => Scenario(battery, order));
        Assert.Contains(problems, problem => problem.StartsWith("x.yaml:", StringComparison.Ordinal) && problem.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void WhatIsNotKnownToMoveCannotBeOrderedTo()
    {
        var text = """
            bulwark: scenario/1
            title: Site
            duration: 10 min
            terrain: none
            surveillance: [{id: site, use: s-surveillance, at: "35.5 N, 24.1 E"}]
            orders: [{unit: site, at: 2 min, do: hide}]

            """;
        var problems = Files.Repository.Check(text);
        Assert.Contains(problems, problem => problem.StartsWith("x.yaml:6:10: error: nothing says how 'site' moves", StringComparison.Ordinal));
    }

    private static RunResult Run(string battery, params string[] orders) => Simulator.Run(Scenario(battery, orders), new RunOptions { Threads = 1 });

    private static Scenario Scenario(string battery, params string[] orders) => Read(battery, orders, "6 km");

    private static Scenario Read(string battery, string[] orders, string height) => ScenarioReader.ReadText(
        $$"""
        bulwark: scenario/1
        title: Movement
        duration: 40 min
        terrain: none
        seed: 5
        assets: [{id: town, at: "35.5 N, 24.1 E"}]
        batteries:
          - id: north
            use: s-300-pmu-1
            at: 35.5 N, 24.1 E
            facing: 0 deg
            {{battery}}
        orders: [{{string.Join(", ", orders)}}]
        groups:
          - {id: raid, use: fighter, count: 6, abreast: 1, rank-interval: 5 min, objective: town, route: [{at: "36.5 N, 24.1 E", height: {{height}}}, {at: "35.5 N, 24.1 E"}]}

        """,
        "x.yaml",
        CatalogueStore.LoadEmbedded());

    private static (double TimeS, SitePosture Posture)[] Steps(RunResult result, Predicate<SiteChanged> which) =>
        [.. result.Recorder.Events<SiteChanged>().ToArray().Where(row => which(row.Happened)).Select(row => (row.Time.TotalS, row.Happened.Posture))];
}
