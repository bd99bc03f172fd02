using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Stages;

namespace Bulwark.Simulation.Outcomes;

/// <summary>
/// Says for every leaker why it leaked: the last limit that stood in the way while, in truth, a round could have been launched at it with
/// success (its window); if no limit did, what stood in the way at the end. A target that every missile
/// fired at it failed to kill was missed; for one that leaked with missiles still on their way, what had held up its engagement counts, too.
/// </summary>
internal static class LossAttribution
{
    private static readonly SimDuration Step = SimDuration.FromSeconds(1);

    /// <summary>The cause of every leaker, by target.</summary>
    public static SortedDictionary<int, LossCause> Attribute(RunPlan plan, Recorder recorder)
    {
        var blockers = new BlockerVisitor(plan);
        recorder.Replay(ref blockers);
        var places = new UnitPlaces(plan, recorder);
        var causes = new SortedDictionary<int, LossCause>();
        foreach (ref readonly var row in recorder.Events<TargetDeparted>())
        {
            var target = row.Happened.Target;
            if (row.Happened.Reason != DepartureReason.ReachedObjective || plan.Targets[target].Group.Allegiance != Allegiance.Hostile) continue;
            causes[target] = CauseOf(plan, places, target, row.Time, blockers.Timelines[target]);
        }

        return causes;
    }

    // First and last moment at which a round could have been launched at the target with success, in truth, and whether one could at
    // least have reached it at some moment. Asked from either end: what lies between does not matter.
    private static ((SimTime From, SimTime To)? Window, bool Reachable) Window(RunPlan plan, UnitPlaces places, int target, SimTime end)
    {
        var reachable = false;
        var start = plan.Targets[target].AppearsAt;
        for (var from = start; from <= end; from += Step)
        {
            if (!IsWorthwhile(plan, places, target, from, ref reachable)) continue;
            var to = start + (Step * ((end - start).Nanoseconds / Step.Nanoseconds));
            while (to > from && !IsWorthwhile(plan, places, target, to, ref reachable)) to -= Step;
            return ((from, to), true);
        }

        return (null, reachable);
    }

    // Whether any unit could launch at the target at a moment with success.
    private static bool IsWorthwhile(RunPlan plan, UnitPlaces places, int target, SimTime time, ref bool reachable)
    {
        var (position, velocity) = plan.Targets[target].StateAt(time);
        var truth = new TrackReport(-1, time, position, velocity, 0, 0, 0, 0) { Belief = KillRules.Certain(plan.Targets[target].Group.Class.Category) };
        foreach (var planned in plan.FireUnits)
        {
            var unit = places.At(planned, time);
            if (unit.Geometry.CanSee(in truth, time) != DeferralReason.None) continue;
            for (var line = 0; line < unit.Geometry.Lines; line++)
            {
                var estimate = unit.Geometry.Predict(in truth, line, time);
                reachable |= estimate.Feasible;
                if (estimate.Feasible && estimate.KillProbability >= plan.Batteries[unit.Battery].Doctrine.PkFloorProbability) return true;
            }
        }

        return false;
    }

    private static LossCause CauseOf(RunPlan plan, UnitPlaces places, int target, SimTime leakedAt, BlockerTimeline timeline)
    {
        if (timeline.Launched && !timeline.LeftUnderFire) return LossCause.Missed;
        if (timeline.JudgedKilled) return LossCause.MisjudgedKilled;
        var (found, reachable) = Window(plan, places, target, leakedAt);
        if (found is not { } window) return reachable ? LossCause.BelowPkFloor : LossCause.OutsideEnvelope;
        var cause = timeline.Last(window.From, window.To) ?? LossCause.TooLate;
        var late = timeline.FirstSeen != SimTime.Never && timeline.FirstSeen + QuickestAnswer(plan) > window.To;
        return late && cause is (LossCause.NeverVisible or LossCause.NotTracked or LossCause.TooLate) ? LossCause.VisibleTooLate : cause;
    }

    // The least time from coming into view to a launch: the looks that confirm a track, and the reaction of the quickest unit.
    private static SimDuration QuickestAnswer(RunPlan plan)
    {
        var leastS = double.PositiveInfinity;
        foreach (var unit in plan.FireUnits)
        {
            foreach (var node in plan.Pictures[unit.Battery].Nodes)
                leastS = Math.Min(leastS, ((plan.Pictures[unit.Battery].Tracker.ConfirmationHits - 1) * plan.Nodes[node].Period.TotalS) + unit.Doctrine.ReactionTimeS);
        }

        return double.IsPositiveInfinity(leastS) ? SimDuration.Zero : SimDuration.FromSeconds(leastS);
    }
}
