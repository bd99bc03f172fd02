using Bulwark.Operations.Networks;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Two batteries that share nothing, positions, or everything.</summary>
public class SharingTests
{
    private const string Scene = """
        bulwark: scenario/1
        title: Two batteries
        duration: 8 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg}
          - {id: east, use: s-300-pmu-1, at: "35.20 N, 24.20 E", facing: 0 deg, doctrine: {evaluation-period: 5 s}}
        network:
          sharing: integrated
          report-period: 2 s
          links:
            - {from: west, to: east, delay: 100 ms}
        groups:
          - id: raid
            use: fighter
            count: 6
            abreast: 3
            spacing: 3 km
            rank-interval: 15 s
            objective: harbour
            release-range: 5 km
            route:
              - {at: "36.30 N, 24.10 E", height: 7 km, speed: 270 m/s}
              - {at: "35.49 N, 24.12 E"}
        """;

    [Fact]
    public void EngagementStatusKeepsTwoBatteriesFromTheSameTarget()
    {
        var (alone, together) = (0, 0);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            alone += Run(Scene.Replace("integrated", "stand-alone", StringComparison.Ordinal), seed).Summary.DoubleEngagements;
            together += Run(Scene, seed).Summary.DoubleEngagements;
        }

        Assert.True(alone >= 6, $"{alone}");
        Assert.True(together <= alone / 2, $"{together} of {alone}");
    }

    [Fact]
    public void WhatArrivesWasSentEarlierAndTheLinkThatFailsCarriesNothing()
    {
        var result = Run(Scene.Replace("delay: 100 ms", "delay: 700 ms, fails: 40 s, repaired: 70 s", StringComparison.Ordinal), 1);
        var (delivered, failed) = (0, 0);
        foreach (ref readonly var row in result.Recorder.Events<MessageEnded>())
        {
            var timeS = row.Time.TotalS;
            var isDown = timeS is > 40 and < 70;
            if (row.Happened.Fate == MessageFate.Delivered)
            {
                delivered++;
                Assert.True(row.Happened.AgeS >= 0.7);
                Assert.False(isDown);
                Assert.NotEqual(row.Happened.From, row.Happened.To);
            }
            else
            {
                failed++;
                Assert.InRange(timeS, 40, 71);
            }
        }

        Assert.True(delivered > 30 && failed > 5, $"{delivered} arrived, {failed} did not");
    }

    [Fact]
    public void ABranchWithMessagesUnderWayIsTheSameRun()
    {
        var scenario = Read(Scene.Replace("delay: 100 ms", "delay: 3 s, jitter: 2 s, loss: 0.2, bits-per-second: 2000", StringComparison.Ordinal));
        var plan = PlanOf(scenario);
        var whole = new Simulator(plan);
        whole.RunUntil(plan.End, TestContext.Current.CancellationToken);
        var first = new Simulator(plan);
        first.RunUntil(Core.Timing.SimTime.FromSeconds(100), TestContext.Current.CancellationToken);
        var second = first.Snapshot().Continue();
        second.RunUntil(plan.End, TestContext.Current.CancellationToken);
        Assert.Equal(whole.Result().Summary.Hash, second.Result().Summary.Hash);
    }

    [Fact]
    public void ABatteryWhoseRadarsAreOffIsFedByTheNetwork()
    {
        // The other battery's search radar is off: all it knows comes from the west.
        var silent = Scene + "\norders:\n  - {unit: east, at: 0 s, do: radars-off}\n";
        var (fed, blind) = (Confirmed(Run(silent, 1), 1), Confirmed(Run(silent.Replace("integrated", "stand-alone", StringComparison.Ordinal), 1), 1));
        Assert.True(fed >= 6, $"{fed}");
        Assert.True(blind < fed, $"{blind}");
    }

    [Theory]
    [InlineData("to: east", "to: eats", "there is no battery, radar, command post or relay 'eats'")]
    [InlineData("to: east", "to: west", "joins a node with itself")]
    [InlineData("delay: 100 ms", "slots: 12", "'slots' belongs to a link with a frame")]
    [InlineData("delay: 100 ms", "frame: 12 s, slots: 4, own-slots: 8", "between one slot and all 4")]
    [InlineData("delay: 100 ms", "fails: 5 min, repaired: 4 min", "repaired before it fails")]
    [InlineData("delay: 100 ms", "loss: 1.5", "loss")]
    [InlineData("report-period: 2 s", "relays: [west]", "is a battery, radar or command post already")]
    public void WrongNetworksAreToldByTheirPlace(string right, string wrong, string message)
    {
        var reading = ScenarioReader.CheckText(Scene.Replace(right, wrong, StringComparison.Ordinal), "two.yaml", CatalogueStore.LoadEmbedded());
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static int Confirmed(RunResult result, int picture)
    {
        var count = 0;
        foreach (ref readonly var row in result.Recorder.Events<TrackChanged>()) count += row.Happened.Picture == picture && row.Happened.Transition == TrackTransition.Confirmed ? 1 : 0;
        return count;
    }

    private static Bulwark.Simulation.Planning.RunPlan PlanOf(Scenario scenario) => Bulwark.Simulation.Planning.RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });

    private static Scenario Read(string text) => ScenarioReader.ReadText(text, "two.yaml", CatalogueStore.LoadEmbedded());

    private static RunResult Run(string text, ulong seed) => Simulator.Run(Read(text), new RunOptions { Seed = seed, Threads = 1 }, TestContext.Current.CancellationToken);
}
