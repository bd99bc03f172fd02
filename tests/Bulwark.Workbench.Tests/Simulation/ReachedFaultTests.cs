using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Any node can be what attackers destroy: a relay stands beside an asset, and goes when so many of those that have it as their objective reach it.</summary>
public class ReachedFaultTests
{
    private const string Scene = """
        bulwark: scenario/1
        title: A relay on the hill
        duration: 8 min
        terrain: none
        assets:
          - {id: hill-top, at: "35.70 N, 24.12 E", radius: 500 m}
        batteries:
          - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg, doctrine: {rules: hold}}
          - {id: east, use: s-300-pmu-1, at: "35.45 N, 24.20 E", facing: 0 deg, doctrine: {rules: hold}}
        groups:
          - {id: raid, use: fighter, count: 3, rank-interval: 30 s, objective: hill-top, release-range: 500 m, route: [{at: "36.10 N, 24.10 E", height: 7 km, speed: 270 m/s}, {at: "35.70 N, 24.12 E"}]}
        network:
          relays: [hill]
          links: [{from: west, to: hill}, {from: hill, to: east}]
        faults:
          - {reached: hill-top, hits: 2, node: hill, do: destroy}
        """;

    [Fact]
    public void The_relay_goes_with_the_second_attacker_and_nothing_crosses_it_any_more()
    {
        var result = Run(Scene);
        var arrivals = result.Recorder.Events<TargetDeparted>().ToArray().Where(static row => row.Happened.Reason == DepartureReason.ReachedObjective).Select(static row => row.Time).ToArray();
        Assert.Equal(3, arrivals.Length);
        var change = Assert.Single(result.Recorder.Events<NodeChanged>().ToArray(), static row => !row.Happened.Works);
        Assert.Equal((arrivals[1], 2), (change.Time, change.Happened.Node));
        var delivered = result.Recorder.Events<MessageEnded>().ToArray().Where(static row => row.Happened.Fate == Operations.Networks.MessageFate.Delivered).ToArray();
        Assert.Contains(delivered, row => row.Time < change.Time);
        Assert.DoesNotContain(delivered, row => row.Time > change.Time);

        // Four would have to come: it stands.
        Assert.Empty(Run(Scene.Replace("hits: 2", "hits: 4", StringComparison.Ordinal)).Recorder.Events<NodeChanged>().ToArray());
    }

    [Theory]
    [InlineData("reached: hill-top, hits: 2", "reached: hilltop", "there is no asset")]
    [InlineData("reached: hill-top, hits: 2", "reached: hill-top, at: 5 s", "both 'at' and 'reached'")]
    [InlineData("reached: hill-top, hits: 2, ", "", "neither 'at' nor 'reached'")]
    [InlineData("reached: hill-top, hits: 2", "at: 5 s, hits: 2", "'hits' belongs to")]
    public void Wrong_faults_are_told(string right, string wrong, string message)
    {
        var reading = ScenarioReader.CheckText(Scene.Replace(right, wrong, StringComparison.Ordinal), "relay.yaml", Repository.Catalogue);
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static RunResult Run(string text) =>
        Simulator.Run(ScenarioReader.ReadText(text, "relay.yaml", Repository.Catalogue), new RunOptions { Seed = 1, Threads = 1 }, TestContext.Current.CancellationToken);
}
