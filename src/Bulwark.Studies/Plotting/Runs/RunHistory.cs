using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>What the plots need of a run, gathered from its recorded events in one pass.</summary>
internal sealed class RunHistory
{
    private RunHistory(RunResult result, TargetHistory[] targets, RunHistoryVisitor gathered)
    {
        Result = result;
        Targets = targets;
        Batteries = gathered.Batteries;
        Missiles = gathered.Missiles;
        Tracked = gathered.Tracked;
        EndS = Math.Max(1, result.Summary.EndS);
        var lastS = targets.Where(static target => target.Target.Group.Allegiance == Allegiance.Hostile).Select(static target => target.To.TotalS)
            .Concat(Batteries.SelectMany(static battery => battery.Engagements).Select(static engagement => engagement.EndS))
            .DefaultIfEmpty(EndS).Max();
        AxisEndS = lastS * 1.05 < 0.9 * EndS ? Math.Max(1, lastS * 1.05) : EndS;
    }

    public RunResult Result { get; }

    /// <summary>When the run ended, seconds.</summary>
    public double EndS { get; }

    /// <summary>End of time axes: soon after the last attacker and the last missile are gone, or the end of the run.</summary>
    public double AxisEndS { get; }

    /// <summary>Title of time axes.</summary>
    public string TimeTitle
    {
        get
        {
            var unit = AxisEndS >= 3600 ? "h:min:s" : "min:s";
            return AxisEndS < EndS ? $"time since the start ({unit}); the run went on to {NiceTicks.Clock(EndS, EndS >= 3600)} without attackers" : $"time since the start ({unit})";
        }
    }

    /// <summary>How a moment is written on time axes.</summary>
    public string TimeLabel(double timeS) => NiceTicks.Clock(timeS, AxisEndS >= 3600);

    /// <summary>Targets that appeared, in the scenario's order.</summary>
    public TargetHistory[] Targets { get; }

    public BatteryHistory[] Batteries { get; }

    public IReadOnlyList<MissileHistory> Missiles { get; }

    /// <summary>Confirmed tracks of every picture over time.</summary>
    public StepSeries[] Tracked { get; }

    public static RunHistory Of(RunResult result)
    {
        var visitor = new RunHistoryVisitor(result.Plan);
        result.Recorder.Replay(ref visitor);
        foreach (var battery in visitor.Batteries)
        {
            foreach (var engagement in battery.Engagements)
            {
                if (engagement.Result is null) engagement.EndS = result.Summary.EndS;
            }
        }

        return new RunHistory(result, TargetsOf(result), visitor);
    }

    public int Count(TargetFate fate) => Targets.Count(target => target.Fate == fate);

    private static TargetHistory[] TargetsOf(RunResult result)
    {
        var departures = new Dictionary<int, (SimTime Time, DepartureReason Reason)>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>()) departures[row.Happened.Target] = (row.Time, row.Happened.Reason);
        var targets = new List<TargetHistory>();
        foreach (ref readonly var row in result.Recorder.Events<TargetAppeared>())
        {
            var planned = result.Plan.Targets[row.Happened.Target];
            var departed = departures.TryGetValue(planned.Index, out var departure);
            var to = departed ? departure.Time : SimTime.FromSeconds(result.Summary.EndS);
            targets.Add(new TargetHistory(planned, row.Time, to, FateOf(planned.Group.Allegiance, departed ? departure.Reason : null)));
        }

        return [.. targets.OrderBy(static target => target.Target.Index)];
    }

    private static TargetFate FateOf(Allegiance allegiance, DepartureReason? reason) => (allegiance, reason) switch
    {
        (Allegiance.Hostile, DepartureReason.Killed) => TargetFate.Killed,
        (Allegiance.Hostile, DepartureReason.ReachedObjective) => TargetFate.Leaked,
        (Allegiance.Hostile, _) => TargetFate.Other,
        (_, DepartureReason.Killed) => TargetFate.BystanderKilled,
        _ => TargetFate.Bystander,
    };
}
