using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>
/// What <c>--explain</c> states is true: for leakers picked over all causes, the stated cause is removed and the run repeated from the same
/// seed. The target then gets further along the chain: it is killed, or fired at, or something else is stated.
/// </summary>
public class StatedReasonTests
{
    private const int Each = 2;

    [Fact]
    public void RemovingTheStatedCauseChangesWhatBecomesOfTheTarget()
    {
        var (confirmed, helped) = (0, 0);
        var causes = new HashSet<LossCause>();
        foreach (var (scenario, cause, remove) in Cases())
        {
            var before = Run(scenario);
            var picked = before.Losses.Where(loss => loss.Value == cause).Select(static loss => loss.Key).Take(Each).ToList();
            if (picked.Count == 0) continue;
            var after = Run(remove(scenario));
            foreach (var target in picked)
            {
                var still = after.Losses.TryGetValue(target, out var now);
                Assert.True(!still || now != cause, $"{before.Plan.Targets[target].Id} still leaks because of {cause}, which was removed");
                confirmed++;
                causes.Add(cause);
                if (!still || FiredAt(after, target) > FiredAt(before, target)) helped++;
                Assert.Contains(LedgerWords.Cause(cause), Ledger.Of(before, before.Plan.Targets[target].Id)[^1].Text, StringComparison.Ordinal);
            }
        }

        Assert.True(confirmed >= 10, $"only {confirmed} targets");
        Assert.True(causes.Count >= 6, $"only {string.Join(", ", causes)}");
        Assert.True(helped >= 0.7 * confirmed, $"{helped} of {confirmed} were fired at or killed once the cause was removed");
    }

    private static IEnumerable<(Scenario Scenario, LossCause Cause, Func<Scenario, Scenario> Remove)> Cases()
    {
        var crete = Runs.Load("crete-s300");
        var small = Runs.Load("s300-24");
        yield return (crete, LossCause.TrackLimit, static scenario => Runs.WithLimits(scenario, static limits => limits with { Tracks = 2000 }));
        yield return (crete, LossCause.TargetChannelLimit, static scenario => Runs.WithLimits(scenario, static limits => limits with { Targets = 300 }));
        yield return (small, LossCause.NoRound, static scenario => WithUnits(scenario, static unit => unit with { Launchers = [.. unit.Launchers.Select(static group => group with { Count = 60 })] }));
        yield return (Change(small, static battery => battery with { Doctrine = battery.Doctrine with { Rules = Bulwark.Operations.Decisions.RulesOfEngagement.Tight } }),
            LossCause.NotCleared,
            static scenario => Change(scenario, static battery => battery with { Doctrine = battery.Doctrine with { Rules = Bulwark.Operations.Decisions.RulesOfEngagement.Free } }));
        yield return (Change(small, static battery => battery with { Begins = StartingState.Hidden }), LossCause.NotReady, static scenario => Change(scenario, static battery => battery with { Begins = StartingState.Ready }));
        yield return (Change(small, static battery => battery with { Doctrine = battery.Doctrine with { PkFloorProbability = 0.999 } }),
            LossCause.BelowPkFloor,
            static scenario => Change(scenario, static battery => battery with { Doctrine = battery.Doctrine with { PkFloorProbability = 0.1 } }));
        yield return (WithUnits(small, static unit => unit with { Launchers = [.. unit.Launchers.Select(static group => group with { Load = [.. group.Load.Select(static load => load with { Round = load.Round with { LethalRadiusM = 0.01 } })] })] }),
            LossCause.Missed,
            static scenario => WithUnits(scenario, static unit => unit with { Launchers = [.. unit.Launchers.Select(static group => group with { Load = [.. group.Load.Select(static load => load with { Round = load.Round with { LethalRadiusM = 500 } })] })] }));
        yield return (WithUnits(small, static unit => unit with { FacingRad = Math.PI }), LossCause.OutsideEnvelope, static scenario => WithUnits(scenario, static unit => unit with { FacingRad = null }));
        yield return (WithRadars(small, static radar => radar with { Radar = radar.Radar with { InstrumentedRangeM = 12_000 } }),
            LossCause.NeverVisible,
            static scenario => WithRadars(scenario, static radar => radar with { Radar = radar.Radar with { InstrumentedRangeM = 300_000 } }));
    }

    private static Scenario Change(Scenario scenario, Func<Battery, Battery> change) => scenario with { Batteries = [.. scenario.Batteries.Select(change)] };

    private static Scenario WithUnits(Scenario scenario, Func<FireUnit, FireUnit> change) =>
        Change(scenario, battery => battery with { FireUnits = [.. battery.FireUnits.Select(change)] });

    private static Scenario WithRadars(Scenario scenario, Func<BatteryRadar, BatteryRadar> change) =>
        Change(scenario, battery => battery with { Radars = [.. battery.Radars.Select(change)] });

    private static RunResult Run(Scenario scenario) => Simulator.Run(scenario, new RunOptions { Threads = 1 });

    private static int FiredAt(RunResult result, int target) => result.Recorder.Events<MissileLaunched>().ToArray().Count(row => row.Happened.Target == target);
}
