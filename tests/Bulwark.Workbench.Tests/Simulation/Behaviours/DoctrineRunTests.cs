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
