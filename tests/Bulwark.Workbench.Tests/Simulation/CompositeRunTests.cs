using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>Batteries of several fire units under one command.</summary>
public class CompositeRunTests
{
    private static readonly Lazy<RunResult> Battalion = new(() => Run("use: battalion", 30));

    [Fact]
    public void NoTargetIsEngagedTwiceInsideOneCommandAndNoCapIsExceeded()
    {
        var result = Battalion.Value;
        Assert.Equal(3, result.Plan.FireUnits.Length);
        var byTrack = new HashSet<int>();
        var (engaged, flying, mostEngaged, mostFlying) = (0, 0, 0, 0);
        foreach (var row in Merge(result))
        {
            switch (row)
            {
                case EngagementStarted started:
                    Assert.True(byTrack.Add(started.Track), $"track {started.Track} is engaged twice");
                    mostEngaged = Math.Max(mostEngaged, ++engaged);
                    break;
                case EngagementEnded ended:
                    byTrack.Remove(ended.Track);
                    engaged--;
                    break;
                case MissileLaunched: mostFlying = Math.Max(mostFlying, ++flying); break;
                case MissileEnded: flying--; break;
            }
        }

        Assert.Equal(8, mostEngaged);
        Assert.InRange(mostFlying, 3, 16);
        Assert.Equal(8, result.Summary.Batteries[0].Peaks.Engaged);
    }

    [Fact]
    public void AllUnitsAndBothKindsOfRoundAreUsedAndCounted()
    {
        var battery = Battalion.Value.Summary.Batteries[0];
        Assert.All(battery.Units, unit => Assert.True(unit.RoundsSpent > 0, $"{unit.Id} fired nothing"));
        Assert.Equal(["48n6e", "short"], battery.Rounds.Select(round => round.Id));
        Assert.All(battery.Rounds, round => Assert.True(round.Spent > 0, $"no {round.Id} was fired"));
        Assert.Equal(battery.RoundsSpent, battery.Units.Sum(unit => unit.RoundsSpent));
        Assert.Equal(3 * 20, battery.RoundsSpent + battery.RoundsLeft);
    }

    [Fact]
    public void ShortRoundsAreNotWastedOnFarTargetsNorLongOnesOnNearTargets()
    {
        var result = Battalion.Value;
        var (far, near) = (new List<double>(), new List<double>());
        foreach (var row in result.Recorder.Events<MissileLaunched>())
        {
            var line = result.Plan.FireUnits[row.Happened.Unit].Lines[row.Happened.Line];
            var rangeM = result.Plan.Targets[row.Happened.Target].StateAt(row.Time).Position.DistanceTo(line.LauncherPosition);
            (line.Load.Id == "short" ? near : far).Add(rangeM);
        }

        Assert.True(near.Max() < 60_000, $"a short round at {near.Max()} m");
        Assert.True(far.Average() > near.Average());
    }

    [Fact]
    public void TwoRadarsFeedOnePicture()
    {
        var result = Run("use: s-300-pmu-1\n    add-radars: 76n6e", 4);
        Assert.Single(result.Plan.Pictures);
        var nodes = result.Recorder.Events<PlotMade>().ToArray().Where(row => row.Happened.Target == 0).Select(row => row.Happened.Node).Distinct();
        Assert.Equal([0, 1], nodes.Order());
        var tracks = result.Recorder.Events<TrackChanged>().ToArray().Count(row => row.Happened.Transition == TrackTransition.Confirmed && row.Happened.Target >= 0);

        // Both radars see the four fighters, side by side, some of them as one: two separate pictures would hold twice as many tracks.
        Assert.InRange(tracks, 1, 4);
    }

    [Fact]
    public void AReloadVehicleLoadsOneLauncherAfterAnother()
    {
        // Two launchers a unit and one vehicle: reloads of a unit never overlap.
        var result = Run("use: battalion\n    set: {5p85.reload-time: 2 min}", 60);
        var busy = new HashSet<int>();
        foreach (var row in result.Recorder.Events<LauncherReload>())
        {
            if (row.Happened.Step == ReloadStep.Began) Assert.True(busy.Add(row.Happened.Unit));
            else busy.Remove(row.Happened.Unit);
        }

        Assert.Contains(result.Recorder.Events<LauncherReload>().ToArray(), row => row.Happened.Step == ReloadStep.Finished);
    }

    [Fact]
    public void ATrackHasAStateFromItsConfirmationOn()
    {
        var result = Battalion.Value;
        foreach (var row in result.Recorder.Events<TrackChanged>())
        {
            if (row.Happened.Transition != TrackTransition.Confirmed) continue;
            var track = row.Happened.Track;
            var sequence = row.Sequence;
            Assert.Contains(result.Recorder.Events<TrackUpdated>().ToArray(), update => update.Happened.Track == track && update.Sequence == sequence + 1);
        }
    }

    private static RunResult Run(string use, int count)
    {
        var scenario = CompositeBatteryTests.Read(CompositeBatteryTests.Store(), use);
        var raid = scenario.Groups[0] with { Count = count, Abreast = 6, RankInterval = Core.Timing.SimDuration.FromSeconds(15) };
        return Simulator.Run(scenario with { Groups = [raid], Duration = Core.Timing.SimDuration.FromSeconds(1500) }, new RunOptions { Threads = 1 });
    }

    private static List<object> Merge(RunResult result)
    {
        var rows = new List<(long Sequence, object Happened)>();
        foreach (var row in result.Recorder.Events<EngagementStarted>()) rows.Add((row.Sequence, row.Happened));
        foreach (var row in result.Recorder.Events<EngagementEnded>()) rows.Add((row.Sequence, row.Happened));
        foreach (var row in result.Recorder.Events<MissileLaunched>()) rows.Add((row.Sequence, row.Happened));
        foreach (var row in result.Recorder.Events<MissileEnded>()) rows.Add((row.Sequence, row.Happened));
        return [.. rows.OrderBy(row => row.Sequence).Select(row => row.Happened)];
    }
}
