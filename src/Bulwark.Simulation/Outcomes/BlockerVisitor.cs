using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Builds the blocker timelines of all targets from the record.</summary>
internal readonly struct BlockerVisitor : IRunEventVisitor
{
    // Which target a track stands for changes when plots of another target update it; the record says so at every plot.
    private readonly Dictionary<(int Picture, int Track), int> _targetOf = [];
    private readonly Dictionary<int, int> _engagedTarget = [];

    private readonly HashSet<int> _atWork = [];
    private readonly int _batteries;

    public BlockerVisitor(RunPlan plan)
    {
        _batteries = plan.Batteries.Length;
        Timelines = new BlockerTimeline[plan.Targets.Length];
        var emitters = EmitterStart.Of(plan);
        foreach (var node in plan.Nodes)
        {
            if (emitters[node.Index].Radiating) _atWork.Add(node.Index);
        }

        for (var index = 0; index < Timelines.Length; index++) Timelines[index] = new BlockerTimeline(_atWork.Count > 0);
    }

    public BlockerTimeline[] Timelines { get; }

    public void Visit<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        switch (happened)
        {
            case VisibilityChanged changed: Timelines[changed.Target].See(time, changed.Node, changed.Visibility == Visibility.Visible); break;
            case SiteChanged { Node: >= 0 } changed: Switch(time, changed); break;
            case TrackChanged changed: Track(time, changed); break;
            case TrackUpdated updated: Follow(time, (updated.Picture, updated.Track), updated.Target); break;
            case EngagementDeferred deferred when deferred.Target >= 0 && deferred.Battery >= _batteries: Timelines[deferred.Target].DeferByPost(time, deferred.Reason); break;
            case FireOrdered ordered when ordered.Target >= 0: Timelines[ordered.Target].Order(time); break;
            case EngagementDeferred deferred when deferred.Target >= 0: Timelines[deferred.Target].Defer(time, deferred.Reason); break;
            case EngagementStarted started: Engage(time, started.Engagement, started.Target); break;
            case FireControlChanged { State: FireControlState.Acquired } acquired: Engage(time, acquired.Engagement, acquired.Target); break;
            case EngagementEnded ended: Engage(time, ended.Engagement, -1); break;
            case MissileLaunched launched when launched.Target >= 0: Timelines[launched.Target].Fly(1); break;
            case MissileEnded ended when ended.Target >= 0: Timelines[ended.Target].Fly(-1); break;
            case TargetDeparted departed: Timelines[departed.Target].Depart(); break;
        }
    }

    private void Switch(SimTime time, SiteChanged changed)
    {
        if (changed.Radiating) _atWork.Add(changed.Node);
        else _atWork.Remove(changed.Node);
        foreach (var timeline in Timelines) timeline.Switch(time, changed.Radiating ? -1 : changed.Node, _atWork.Count > 0);
    }

    private void Track(SimTime time, TrackChanged changed)
    {
        switch (changed.Transition)
        {
            case TrackTransition.RefusedFull when changed.Target >= 0: Timelines[changed.Target].Refuse(time); break;
            case TrackTransition.Confirmed: Follow(time, (changed.Picture, changed.Track), changed.Target); break;
            case TrackTransition.Dropped: Follow(time, (changed.Picture, changed.Track), -1); break;
        }
    }

    private void Engage(SimTime time, int engagement, int target)
    {
        var previous = _engagedTarget.GetValueOrDefault(engagement, -1);
        if (previous == target) return;
        if (previous >= 0) Timelines[previous].Engage(time, engaged: false);
        if (target >= 0) Timelines[target].Engage(time, engaged: true);
        _engagedTarget[engagement] = target;
    }

    private void Follow(SimTime time, (int Picture, int Track) track, int target)
    {
        var previous = _targetOf.GetValueOrDefault(track, -1);
        if (previous == target) return;
        if (previous >= 0) Timelines[previous].Track(time, -1);
        if (target >= 0) Timelines[target].Track(time, 1);
        _targetOf[track] = target;
    }
}
