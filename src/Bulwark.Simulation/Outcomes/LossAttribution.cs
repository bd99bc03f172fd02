using Bulwark.Core.Timing;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Outcomes;

/// <summary>
/// Says for every leaker why it leaked: the last limit that stood in the way while, in truth, a round could have been launched at it with
/// success (its window); if no limit did, what stood in the way at the end. A target that missiles were fired at was missed, or not
/// reached in time.
/// </summary>
internal static class LossAttribution
{
    private static readonly SimDuration Step = SimDuration.FromSeconds(1);

    /// <summary>The cause of every leaker, by target.</summary>
    public static SortedDictionary<int, LossCause> Attribute(RunPlan plan, Recorder recorder)
    {
        var blockers = new BlockerVisitor(plan.Targets.Length);
        recorder.Replay(ref blockers);
        var causes = new SortedDictionary<int, LossCause>();
        foreach (ref readonly var row in recorder.Events<TargetDeparted>())
        {
            var target = row.Happened.Target;
            if (row.Happened.Reason != DepartureReason.ReachedObjective || plan.Targets[target].Group.Allegiance != Allegiance.Hostile) continue;
            causes[target] = CauseOf(plan, target, row.Time, blockers.Timelines[target]);
        }

        return causes;
    }

    /// <summary>First and last moment at which a round could have been launched at the target with success, in truth; null when never.</summary>
    public static (SimTime From, SimTime To)? Window(RunPlan plan, int target, SimTime end)
    {
        SimTime? from = null;
        var to = end;
        for (var time = plan.Targets[target].AppearsAt; time <= end; time += Step)
        {
            if (!CanBeEngaged(plan, target, time)) continue;
            from ??= time;
            to = time;
        }

        return from is { } first ? (first, to) : null;
    }

    private static bool CanBeEngaged(RunPlan plan, int target, SimTime time)
    {
        var (position, velocity) = plan.Targets[target].StateAt(time);
        var truth = new TrackReport(-1, time, position, velocity, 0, 0, 0);
        foreach (var battery in plan.Batteries)
        {
            if (battery.Geometry.CanSee(in truth, time) == Operations.Decisions.DeferralReason.None && battery.Geometry.Predict(in truth, time).Feasible) return true;
        }

        return false;
    }

    private static LossCause CauseOf(RunPlan plan, int target, SimTime leakedAt, BlockerTimeline timeline)
    {
        if (timeline.Launched) return timeline.LeftUnderFire ? LossCause.TooLate : LossCause.Missed;
        if (timeline.JudgedKilled) return LossCause.MisjudgedKilled;
        if (Window(plan, target, leakedAt) is not { } window) return LossCause.OutsideEnvelope;
        return timeline.Last(window.From, window.To) ?? LossCause.TooLate;
    }
}
