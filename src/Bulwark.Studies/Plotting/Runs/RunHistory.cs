using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>What the plots need of a run, gathered from its recorded events in one pass.</summary>
internal sealed class RunHistory
{
    private RunHistory(RunResult result, TargetHistory[] targets, BatteryHistory[] batteries, IReadOnlyList<MissileHistory> missiles)
    {
        Result = result;
        Targets = targets;
        Batteries = batteries;
        Missiles = missiles;
        EndS = result.Summary.EndS;
    }

    public RunResult Result { get; }

    /// <summary>End of the time axis: when the run ended.</summary>
    public double EndS { get; }

    /// <summary>Targets that appeared, in the scenario's order.</summary>
    public TargetHistory[] Targets { get; }

    public BatteryHistory[] Batteries { get; }

    public IReadOnlyList<MissileHistory> Missiles { get; }

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

        return new RunHistory(result, TargetsOf(result), visitor.Batteries, visitor.Missiles);
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
