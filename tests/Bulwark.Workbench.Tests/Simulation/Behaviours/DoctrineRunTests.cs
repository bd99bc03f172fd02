using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation.Behaviours;

/// <summary>What holds for every doctrine: it acts on belief alone, says why, and goes on alike in a branch and with any number of threads.</summary>
public class DoctrineRunTests
{
    [Theory]
    [InlineData("cue")]
    [InlineData("silent-fire")]
    [InlineData("finish-guidance")]
    [InlineData("move-after-firing")]
    [InlineData("reload")]
    [InlineData("fall-back")]
    public void ABranchAndAnyNumberOfThreadsGoOnAlike(string name)
    {
        var scenario = Load(name);
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var whole = new Simulator(plan);
        whole.RunUntil(plan.End, TestContext.Current.CancellationToken);
        var first = new Simulator(plan);
        first.RunUntil(SimTime.FromSeconds(125), TestContext.Current.CancellationToken);
        var second = first.Snapshot().Continue();
        second.RunUntil(plan.End, TestContext.Current.CancellationToken);
        var hash = whole.Result().Summary.Hash;
        Assert.Equal(hash, second.Result().Summary.Hash);
        Assert.Equal(hash, Simulator.Run(scenario, new RunOptions { Threads = 3 }, TestContext.Current.CancellationToken).Summary.Hash);
    }

    [Fact]
    public void AnyBlocksTogetherRunAndWhatIsOffSeesAndFiresNothing()
    {
        string[] blocks =
        [
            "cue: {within: 100 km, turn: no}", "ambush: {within: 60 km, linger: 5 s}", "silent-fire: {}", "fall-back: {after: 20 s, rules: free}", "anti-radiation: {reaction: [shut-down, move], distance: 1 km}",
            "hold-down: {time: 20 s}", "finish-guidance: {at-most: 20 s}", "move-after-firing: {rounds: 2, distance: 1 km}", "reload: {at: 20, takes: 30 s, distance: 100 m, supply: 8}",
            "zones: [{rules: hold, floor: 8 km}, {rules: free, from: 1 min, until: 5 min}]", "reserve: {rounds: 6, for-value: 1}", "priorities: {town: 3}", "point-defence: {parent: watch, within: 60 km}",
        ];
        var text = File.ReadAllText(PathOf("swap")).Replace("set: {deploy-time: 5 min, leave-time: 5 min, road-speed: 40 km/h}", "set: {deploy-time: 20 s, leave-time: 10 s, road-speed: 60 km/h}", StringComparison.Ordinal);
        var acted = new HashSet<DoctrineCause>();
        for (var trial = 0; trial < 14; trial++)
        {
            // Every block is in about half of the trials, with others each time; the last has them all.
            var chosen = blocks.Where((_, index) => trial == 13 || ((trial + 1) * (index + 3) * 2654435761u >> 7) % 2 == 0).ToList();
            if (!chosen.Exists(static block => block.StartsWith("anti-radiation", StringComparison.Ordinal))) chosen.RemoveAll(static block => block.StartsWith("hold-down", StringComparison.Ordinal) || block.StartsWith("finish", StringComparison.Ordinal));
            var scenario = ScenarioReader.ReadText(text.Replace("doctrine: ambush", $"doctrine: {{{string.Join(", ", chosen)}}}", StringComparison.Ordinal), PathOf("swap"), Repository.Catalogue);
            var result = Simulator.Run(scenario, new RunOptions { Threads = 1, Seed = (ulong)trial }, TestContext.Current.CancellationToken);
            Assert.Equal(480, result.Summary.EndS);
            foreach (ref readonly var row in result.Recorder.Events<DoctrineActed>()) acted.Add(row.Happened.Cause);
            foreach (ref readonly var row in result.Recorder.Events<PlotMade>())
            {
                if (row.Happened.Node == 0) Assert.True(WasOn(result, row.Time, static change => change.Node == 0), $"trial {trial}: a plot at {row.Time}");
            }

            if (chosen.Contains("silent-fire: {}")) continue;
            foreach (ref readonly var row in result.Recorder.Events<MissileLaunched>()) Assert.True(WasOn(result, row.Time, static change => change.Unit == 0), $"trial {trial}: a launch at {row.Time}");
        }

        Assert.True(acted.Count >= 7, string.Join(", ", acted));
    }

    // Whether a radar was on at a time or within half a second of it: sectors of its rotation are seen, and their plots made, as a whole.
    private static bool WasOn(RunResult result, SimTime time, Predicate<SiteChanged> which)
    {
        var (on, offAt) = (true, SimTime.Start);
        foreach (ref readonly var row in result.Recorder.Events<SiteChanged>())
        {
            if (row.Time > time && on) break;
            if (row.Time > time + SimDuration.FromSeconds(0.5)) break;
            if (!which(row.Happened)) continue;
            if (on && !row.Happened.Radiating) offAt = row.Time;
            on = row.Happened.Radiating;
        }

        return on || (time - offAt).TotalS < 0.5;
    }

    [Fact]
    public void WhoIsToldNothingDoesNothingHoweverNearTheRaidIs()
    {
        // The raid flies over a dark battery that hears of nothing: the truth is there, the belief is not.
        var text = File.ReadAllText(PathOf("ambush")).Replace("  links: [{from: watch, to: north, delay: 200 ms}]", "  sharing: stand-alone", StringComparison.Ordinal);
        var result = Simulator.Run(ScenarioReader.ReadText(text, PathOf("ambush"), Repository.Catalogue), new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(result.Recorder.Events<DoctrineActed>().ToArray(), static row => row.Happened.Action != DoctrineAction.RadarOff);
        Assert.True(result.Summary.Targets.Leaked > 0);
        Assert.Equal(0, result.Summary.RoundsSpent);
    }

    [Fact]
    public void ADoctrineBeginsAndEndsInAWhatIf()
    {
        var with = RunPlanner.Plan(Load("ambush"), new RunOptions { Threads = 1 });
        var plain = with.Scenario with { Batteries = [.. with.Scenario.Batteries.Select(static battery => battery with { Behaviours = null })] };
        var without = RunPlanner.Plan(plain, new RunOptions { Threads = 1 });
        var dark = new Simulator(with);
        dark.RunUntil(SimTime.FromSeconds(60), TestContext.Current.CancellationToken);
        var lit = dark.Snapshot().Branch(without);
        lit.RunUntil(with.End, TestContext.Current.CancellationToken);
        Assert.Contains(lit.Result().Recorder.Events<SiteChanged>().ToArray(), static row => row.Time.TotalS is > 60 and < 62 && row.Happened.Radiating);
        var bright = new Simulator(without);
        bright.RunUntil(SimTime.FromSeconds(60), TestContext.Current.CancellationToken);
        var darkened = bright.Snapshot().Branch(with);
        darkened.RunUntil(with.End, TestContext.Current.CancellationToken);
        Assert.Contains(darkened.Result().Recorder.Events<DoctrineActed>().ToArray(), static row => row.Time.TotalS is >= 60 and < 62 && row.Happened.Action == DoctrineAction.RadarOff);
    }

    [Fact]
    public void EveryActionIsInTheLedgerOfItsUnitAndOfTheTargetThatSetItOff()
    {
        var result = Simulator.Run(Load("ambush"), new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);
        var ledger = UnitLedger.Of(result, "north");
        Assert.Equal(result.Recorder.Events<DoctrineActed>().Length, ledger.Count(static entry => entry.Link == "doctrine"));
        Assert.Contains(ledger, static entry => entry.Text.Contains("goes on: ambush, track ", StringComparison.Ordinal));
        var sprung = result.Recorder.Events<DoctrineActed>().ToArray().First(static row => row.Happened.Action == DoctrineAction.RadarOn);
        var target = result.Plan.Targets[sprung.Happened.Target].Id;
        Assert.Contains(Ledger.Of(result, target), static entry => entry.Link == "doctrine");
        Assert.Throws<ArgumentException>(() => UnitLedger.Of(result, "south"));
    }

    private static string PathOf(string name) => Repository.PathOf("scenarios", "behaviours", name + ".yaml");

    private static Scenario Load(string name) => ScenarioReader.Read(PathOf(name), Repository.Catalogue);
}
