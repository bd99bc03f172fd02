using Bulwark.Operations.Decisions;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>A battery that only a liaison tells who is a friend, and links that carry positions alone.</summary>
public class LiaisonTests
{
    // The battery's own radar never asks the friends successfully: their transponders answer one look in a hundred.
    private const string Scene = """
        bulwark: scenario/1
        title: A liaison
        duration: 14 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg}
          - {id: partner, use: s-300-pmu-1, at: "35.45 N, 24.60 E", facing: 0 deg, doctrine: {rules: hold}}
        network:
          links:
            - {from: partner, to: west, carries: voice, delay: 30 s, jitter: 60 s}
          liaison: {error: 2 km, mistakes: 0}
        groups:
          - id: liner
            use: airliner
            allegiance: neutral
            count: 4
            abreast: 1
            rank-interval: 60 s
            route:
              - {at: "36.60 N, 24.10 E", height: 10 km, speed: 230 m/s}
              - {at: "35.20 N, 24.12 E"}
        """;

    [Fact]
    public void What_a_liaison_says_is_old_and_about_neutral_tracks_only()
    {
        var result = Run(Scene);
        var told = result.Recorder.Events<LiaisonTold>();
        Assert.True(told.Length >= 4, $"{told.Length}");
        foreach (ref readonly var row in told)
        {
            Assert.InRange(row.Happened.AgeS, 30, 120);
            Assert.NotEqual(-1, row.Happened.MeantTarget);
        }

        // Each track is spoken of every two minutes at most: far fewer messages than reports would be.
        var messages = 0;
        foreach (ref readonly var row in result.Recorder.Events<MessageEnded>()) messages += row.Happened.From == 1 && row.Happened.Track >= 0 ? 1 : 0;
        Assert.InRange(messages, 4, 4 * 8);
        Assert.Contains(Ledger.Of(result, "liner-01"), static entry => entry.Text.Contains("the liaison says", StringComparison.Ordinal));
    }

    [Fact]
    public void Mistakes_make_the_words_mean_another_track()
    {
        var (right, wrong) = (0, 0);
        for (ulong seed = 1; seed <= 3; seed++)
        {
            right += Mistaken(Run(Scene, seed));
            wrong += Mistaken(Run(Scene.Replace("{error: 2 km, mistakes: 0}", "{error: 6 km, mistakes: 0.9}", StringComparison.Ordinal).Replace("rank-interval: 60 s", "rank-interval: 20 s", StringComparison.Ordinal), seed));
        }

        Assert.True(wrong > right, $"{wrong} and {right}");
    }

    [Fact]
    public void Positions_alone_bring_neither_answers_nor_engagement_status()
    {
        var positions = Run(Scene.Replace("carries: voice, delay: 30 s, jitter: 60 s", "carries: positions", StringComparison.Ordinal));
        Assert.Equal(0, positions.Recorder.Events<LiaisonTold>().Length);
        var delivered = 0;
        foreach (ref readonly var row in positions.Recorder.Events<MessageEnded>()) delivered += row.Happened.From == 1 ? 1 : 0;
        Assert.True(delivered > 100, $"{delivered}");
    }

    [Fact]
    public void Friends_that_report_themselves_are_known_to_who_hears_everything_and_to_nobody_who_hears_positions()
    {
        // The battery's interrogator is not the friends'; they fly straight at what it defends.
        var friends = Scene.Replace("at: \"35.50 N, 24.05 E\", facing: 0 deg", "at: \"35.50 N, 24.05 E\", facing: 0 deg, friends-answer: no", StringComparison.Ordinal)
            .Replace("allegiance: neutral", "allegiance: friend\n    reports-to: partner", StringComparison.Ordinal)
            .Replace("carries: voice, delay: 30 s, jitter: 60 s", "carries: everything", StringComparison.Ordinal);
        Assert.Equal(0, Run(friends).Summary.Protected.Engaged);
        Assert.True(Run(friends.Replace("carries: everything", "carries: positions", StringComparison.Ordinal)).Summary.Protected.Engaged > 0);
    }

    [Fact]
    public void A_command_that_weighs_value_states_the_gap_and_never_exceeds_its_bound()
    {
        var scenario = Runs.Load("crete-s300");
        var optimal = scenario with { Batteries = [.. scenario.Batteries.Select(static battery => battery with { Doctrine = battery.Doctrine with { Assignment = AssignmentMethod.Optimal } })] };
        var result = Simulator.Run(optimal, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        var scarce = 0;
        foreach (ref readonly var row in result.Recorder.Events<AssignmentWeighed>())
        {
            Assert.True(row.Happened.ValueRatio <= row.Happened.BoundRatio * (1 + 1e-9), $"{row.Happened}");
            scarce += row.Happened.Targets > row.Happened.Taken ? 1 : 0;
        }

        // One unit, one kind of round: nothing is left out of the problem, so every choice is proven.
        var choice = result.Summary.Assignment!;
        Assert.Equal(choice.Evaluations, choice.Exact);
        Assert.True(scarce > 10, $"{scarce}");
        Assert.Null(Simulator.Run(scenario with { Duration = Core.Timing.SimDuration.FromSeconds(60) }, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken).Summary.Assignment);
    }

    [Theory]
    [InlineData("carries: voice", "carries: smoke", "smoke")]
    [InlineData("allegiance: neutral", "allegiance: neutral\n    reports-to: nobody", "the network has no node 'nobody'")]
    [InlineData("mistakes: 0", "mistakes: 2", "mistakes")]
    public void Wrong_liaisons_are_told(string right, string wrong, string message)
    {
        var reading = ScenarioReader.CheckText(Scene.Replace(right, wrong, StringComparison.Ordinal), "liaison.yaml", Repository.Catalogue);
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static int Mistaken(RunResult result)
    {
        var count = 0;
        foreach (ref readonly var row in result.Recorder.Events<LiaisonTold>()) count += row.Happened.Target != row.Happened.MeantTarget ? 1 : 0;
        return count;
    }

    private static RunResult Run(string text, ulong seed = 1) =>
        Simulator.Run(ScenarioReader.ReadText(text, "liaison.yaml", Repository.Catalogue), new RunOptions { Seed = seed, Threads = 1 }, TestContext.Current.CancellationToken);
}
