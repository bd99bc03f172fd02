using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Statistics;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>Runs a scenario of a behaviour with it and without it, with the same seeds and so the same luck.</summary>
internal sealed class BehaviourPairs(ITestOutputHelper output)
{
    /// <summary>The level of the paired tests: so likely a behaviour without an effect would pass, at most.</summary>
    public const double Level = 0.01;

    private readonly Dictionary<string, RunResult[]> _runs = new(StringComparer.Ordinal);

    /// <summary>The runs of a scenario, one for each seed from 1.</summary>
    public RunResult[] Run(string scenario, int seeds, params (string From, string To)[] changes)
    {
        var path = Repository.PathOf("scenarios", "behaviours", scenario + ".yaml");
        var text = File.ReadAllText(path);
        foreach (var (from, to) in changes)
        {
            Assert.Contains(from, text, StringComparison.Ordinal);
            text = text.Replace(from, to, StringComparison.Ordinal);
        }

        if (_runs.TryGetValue(text, out var known)) return known;
        var plan = RunPlanner.Plan(ScenarioReader.ReadText(text, path, Repository.Catalogue), new RunOptions { Seed = 1, Threads = 1 });
        return _runs[text] = [.. Enumerable.Range(1, seeds).Select(seed => Simulator.Run(seed == 1 ? plan : RunPlanner.Again(plan, (ulong)seed, 0)))];
    }

    /// <summary>Asserts that the second alternative gives more than the first, by the sign test.</summary>
    public void AssertMore(string what, RunResult[] first, RunResult[] second, Func<RunResult, double> outcome) => Assert.True(Test(what, first, second, outcome).MoreProbability <= Level);

    /// <summary>Asserts that the second alternative gives less than the first, by the sign test.</summary>
    public void AssertLess(string what, RunResult[] first, RunResult[] second, Func<RunResult, double> outcome) => Assert.True(Test(what, first, second, outcome).LessProbability <= Level);

    /// <summary>Radars that were destroyed.</summary>
    public static double Destroyed(RunResult result) => result.Recorder.Events<SiteChanged>().ToArray().Count(static row => row.Happened.Posture == SitePosture.Destroyed);

    /// <summary>Attackers that reached their objective; a missile that hit its radar is one.</summary>
    public static double Leaked(RunResult result) => result.Summary.Targets.Leaked;

    /// <summary>Attackers of a group that reached their objective.</summary>
    public static double LeakedOf(RunResult result, string group) => result.Recorder.Events<TargetDeparted>().ToArray()
        .Count(row => row.Happened.Reason == DepartureReason.ReachedObjective && result.Plan.Targets[row.Happened.Target].Group.Id == group);

    /// <summary>Missiles of the defence that lost their guidance.</summary>
    public static double LostGuidance(RunResult result) => result.Recorder.Events<MissileEnded>().ToArray().Count(static row => row.Happened.Outcome == MissileOutcome.LostIllumination);

    /// <summary>Time for which the radar of a fire unit radiated.</summary>
    public static double RadiatedS(RunResult result, int unit)
    {
        var (total, since, on) = (0.0, 0.0, true);
        foreach (ref readonly var row in result.Recorder.Events<SiteChanged>())
        {
            if (row.Happened.Unit != unit) continue;
            if (on) total += row.Time.TotalS - since;
            (since, on) = (row.Time.TotalS, row.Happened.Radiating);
        }

        return on ? total + result.Summary.EndS - since : total;
    }

    private SignTest Test(string what, RunResult[] first, RunResult[] second, Func<RunResult, double> outcome)
    {
        double[] without = [.. first.Select(outcome)];
        double[] with = [.. second.Select(outcome)];
        var test = SignTest.Of(without, with);
        output.WriteLine($"{what}: {without.Average():0.00} without, {with.Average():0.00} with; more in {test.More}, less in {test.Less}, the same in {test.Ties} of {without.Length} pairs; p(more) {test.MoreProbability:0.0000}, p(less) {test.LessProbability:0.0000}");
        output.WriteLine($"  without [{string.Join(' ', without)}], with [{string.Join(' ', with)}]");
        return test;
    }
}
