using Bulwark.Operations.Picture;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Tight rules with evidence beyond answers: attackers are engaged, traffic in its corridor is not; and the two sides of a ledger.</summary>
public class IdentificationRunTests
{
    private const string Scene = """
        bulwark: scenario/1
        title: Who is who
        duration: 10 min
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: west, use: s-300-pmu-1, at: "35.50 N, 24.05 E", facing: 0 deg, doctrine: {rules: tight}}
        identification:
          corridors:
            - {id: airway, from: "36.10 N, 23.00 E", to: "36.10 N, 25.50 E", width: 20 km, floor: 9 km, ceiling: 12 km}
          hostile-origins:
            - {at: "36.90 N, 24.10 E", radius: 60 km}
        groups:
          - {id: raid, use: fighter, count: 4, abreast: 2, spacing: 3 km, rank-interval: 30 s, objective: harbour, release-range: 5 km,
             route: [{at: "36.70 N, 24.10 E", height: 7 km, speed: 270 m/s}, {at: "35.49 N, 24.12 E"}]}
          - {id: liner, use: airliner, allegiance: neutral, count: 2, rank-interval: 60 s,
             route: [{at: "36.10 N, 23.20 E", height: 10 km, speed: 230 m/s}, {at: "36.10 N, 25.00 E"}]}
        """;

    [Fact]
    public void Under_tight_rules_the_evidence_frees_attackers_and_nobody_else()
    {
        var result = Run(Scene);
        var judged = new Dictionary<string, Identity>();
        foreach (ref readonly var row in result.Recorder.Events<TrackJudged>())
        {
            if (row.Happened.Target >= 0) judged[result.Plan.Targets[row.Happened.Target].Id] = row.Happened.Identity;
        }

        Assert.All(judged.Where(static pair => pair.Key.StartsWith("raid", StringComparison.Ordinal)), static pair => Assert.Equal(Identity.Hostile, pair.Value));
        Assert.All(judged.Where(static pair => pair.Key.StartsWith("liner", StringComparison.Ordinal)), static pair => Assert.Equal(Identity.Neutral, pair.Value));
        Assert.Contains(judged.Keys, static id => id.StartsWith("raid", StringComparison.Ordinal));
        Assert.Contains(judged.Keys, static id => id.StartsWith("liner", StringComparison.Ordinal));
        Assert.True(result.Summary.RoundsSpent > 0);
        Assert.Equal(0, result.Summary.Protected.Engaged);

        // By answers alone nobody is hostile, and tight rules hold fire.
        var answers = Run(Scene[..Scene.IndexOf("identification:", StringComparison.Ordinal)] + Scene[Scene.IndexOf("groups:", StringComparison.Ordinal)..]);
        Assert.Equal(0, answers.Summary.RoundsSpent);
    }

    [Fact]
    public void The_ledger_can_be_read_for_belief_or_for_truth()
    {
        var result = Run(Scene);
        foreach (var target in result.Plan.Targets)
        {
            var both = Ledger.Of(result, target.Id);
            var (belief, truth) = (Ledger.Of(result, target.Id, LedgerView.Belief), Ledger.Of(result, target.Id, LedgerView.Truth));
            Assert.Contains(truth, static entry => entry.Link == "scene");
            Assert.DoesNotContain(belief, static entry => entry.Link is "scene" or "sees" or "outcome" or "cause");
            Assert.DoesNotContain(truth, static entry => entry.Link is "tracks" or "judges" or "decides" or "follows" or "fires" or "orders");

            // Nothing falls between the two.
            Assert.Equal(both.Select(static entry => entry.Link).Distinct().Order(), belief.Concat(truth).Select(static entry => entry.Link).Distinct().Order());
        }
    }

    [Theory]
    [InlineData("floor: 9 km, ceiling: 12 km", "floor: 9 km, ceiling: 8 km", "ceiling is not above the floor")]
    [InlineData("identification:", "identification:\n  attacker-answer: 0.95", "answer as often as protected traffic")]
    [InlineData("radius: 60 km", "radius: 60 s", "not a length")]
    public void Wrong_rules_are_told(string right, string wrong, string message)
    {
        var reading = ScenarioReader.CheckText(Scene.Replace(right, wrong, StringComparison.Ordinal), "who.yaml", Repository.Catalogue);
        Assert.Null(reading.Scenario);
        Assert.Contains(reading.Problems, problem => problem.ToString().Contains(message, StringComparison.Ordinal));
    }

    private static RunResult Run(string text) =>
        Simulator.Run(ScenarioReader.ReadText(text, "who.yaml", Repository.Catalogue), new RunOptions { Seed = 1, Threads = 1 }, TestContext.Current.CancellationToken);
}
