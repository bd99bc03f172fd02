using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Counts the summary of a run from its recorded events; nothing is taken from the configuration but names and rounds issued.</summary>
internal static class RunSummarizer
{
    public static RunSummary Summarize(RunPlan plan, Recorder recorder, IReadOnlyDictionary<int, LossCause> losses, Core.Timing.SimTime end)
    {
        var tracked = new RunningPeak[plan.Pictures.Length];
        foreach (ref readonly var row in recorder.Events<TrackChanged>())
        {
            if (row.Happened.Transition == TrackTransition.Confirmed) tracked[row.Happened.Picture].Add(1);
            else if (row.Happened.Transition == TrackTransition.Dropped) tracked[row.Happened.Picture].Add(-1);
        }

        var batteries = BatteryCounts.Of(plan, recorder, tracked);
        return new RunSummary
        {
            Scenario = plan.Scenario.Id,
            Title = plan.Scenario.Title,
            Seed = plan.Random.Seed,
            Replication = plan.Random.Replication,
            Hash = RunHash.Compute(recorder),
            EndS = end.TotalS,
            Events = recorder.Count,
            Peaks = new RunPeaks(
                tracked.Select(static peak => peak.Peak).DefaultIfEmpty().Max(),
                batteries.Select(static battery => battery.Peaks.Engaged).DefaultIfEmpty().Max(),
                batteries.Select(static battery => battery.Peaks.MissilesInFlight).DefaultIfEmpty().Max()),
            Targets = Attackers(plan, recorder),
            Protected = Bystanders(plan, recorder),
            LossesByCause = Enum.GetValues<LossCause>().ToDictionary(static cause => cause, cause => losses.Values.Count(found => found == cause)),
            DoubleEngagements = DoubleEngagements.Count(plan, recorder),
            Debris = DebrisCounts.Of(plan, recorder),
            Assignment = AssignmentOutcome.Of(recorder),
            RoundsSpent = batteries.Sum(static battery => battery.RoundsSpent),
            Batteries = batteries,
        };
    }

    private static TargetCounts Attackers(RunPlan plan, Recorder recorder)
    {
        var (total, killed, leaked) = (0, 0, 0);
        foreach (ref readonly var row in recorder.Events<TargetAppeared>())
        {
            if (plan.Targets[row.Happened.Target].Group.Allegiance == Allegiance.Hostile) total++;
        }

        foreach (ref readonly var row in recorder.Events<TargetDeparted>())
        {
            if (plan.Targets[row.Happened.Target].Group.Allegiance != Allegiance.Hostile) continue;
            if (row.Happened.Reason == DepartureReason.Killed) killed++;
            else if (row.Happened.Reason == DepartureReason.ReachedObjective) leaked++;
        }

        return new TargetCounts(total, killed, leaked, total - killed - leaked);
    }

    private static ProtectedCounts Bystanders(RunPlan plan, Recorder recorder)
    {
        var (total, killed) = (0, 0);
        var engaged = new HashSet<int>();
        foreach (ref readonly var row in recorder.Events<TargetAppeared>())
        {
            if (plan.Targets[row.Happened.Target].Group.Allegiance != Allegiance.Hostile) total++;
        }

        foreach (ref readonly var row in recorder.Events<MissileLaunched>())
        {
            if (row.Happened.Target >= 0 && plan.Targets[row.Happened.Target].Group.Allegiance != Allegiance.Hostile) engaged.Add(row.Happened.Target);
        }

        foreach (ref readonly var row in recorder.Events<TargetDeparted>())
        {
            if (row.Happened.Reason == DepartureReason.Killed && plan.Targets[row.Happened.Target].Group.Allegiance != Allegiance.Hostile) killed++;
        }

        return new ProtectedCounts(total, engaged.Count, killed);
    }
}
