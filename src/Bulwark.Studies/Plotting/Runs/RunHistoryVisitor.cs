using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Plotting.Maps;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>Sorts a run's events into the histories of its batteries and missiles.</summary>
internal readonly struct RunHistoryVisitor : IRunEventVisitor
{
    private readonly RunPlan _plan;
    private readonly MapProjection[] _around;
    private readonly HashSet<(int Picture, int Target)> _plotted = [];
    private readonly HashSet<(int Picture, int Target)> _tracked = [];
    private readonly Dictionary<int, EngagementHistory> _engagements = [];
    private readonly HashSet<int> _dead = [];

    public RunHistoryVisitor(RunPlan plan)
    {
        _plan = plan;
        Batteries = Array.ConvertAll(plan.Batteries, static battery => new BatteryHistory(battery));
        Tracked = Array.ConvertAll(plan.Pictures, static _ => new StepSeries(0));
        _around = Array.ConvertAll(plan.Batteries, static battery => new MapProjection(battery.Battery.Position));
    }

    public BatteryHistory[] Batteries { get; }

    public StepSeries[] Tracked { get; }

    public List<MissileHistory> Missiles { get; } = [];

    public void Visit<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        switch (happened)
        {
            case PlotMade plot when plot.Target >= 0: First(_plotted, _plan.Nodes[plot.Node].Picture, plot.Target, time, static battery => battery.FirstPlots); break;
            case TrackChanged changed: Track(time, changed); break;
            case EngagementStarted started: Start(time, started); break;
            case FireControlChanged { State: FireControlState.Acquired } acquired: _engagements[acquired.Engagement].Target = acquired.Target; break;
            case MissileLaunched launched: Launch(time, launched); break;
            case MissileSegment segment: Missiles[segment.Missile].Path.Add(Wgs84.ToGeodetic(new EcefVector(segment.XM, segment.YM, segment.ZM))); break;
            case TargetDeparted { Reason: DepartureReason.Killed } killed: _dead.Add(killed.Target); break;
            case MissileEnded ended: End(time, ended); break;
            case EngagementEnded ended: End(time, ended); break;
            case RoundsLoaded loaded: Batteries[BatteryOf(loaded.Unit)].Ready.Add(time.TotalS, loaded.Rounds); break;
            case LauncherReload { Step: ReloadStep.Held } held: Batteries[BatteryOf(held.Unit)].Ready.Add(time.TotalS, -held.Rounds); break;
            case LauncherReload { Step: ReloadStep.Finished or ReloadStep.Freed } reload: Batteries[BatteryOf(reload.Unit)].Ready.Add(time.TotalS, reload.Rounds); break;
        }
    }

    private void Track(SimTime time, TrackChanged changed)
    {
        if (changed.Transition == TrackTransition.Confirmed)
        {
            Tracked[changed.Picture].Add(time.TotalS, 1);
            if (changed.Target >= 0) First(_tracked, changed.Picture, changed.Target, time, static history => history.FirstTracks);
        }
        else if (changed.Transition == TrackTransition.Dropped)
        {
            Tracked[changed.Picture].Add(time.TotalS, -1);
        }
    }

    private void First(HashSet<(int Picture, int Target)> known, int picture, int target, SimTime time, Func<BatteryHistory, List<RangeHeight>> list)
    {
        if (!known.Add((picture, target))) return;
        if (picture < Batteries.Length) list(Batteries[picture]).Add(Seen(picture, target, time));
    }

    private void Start(SimTime time, EngagementStarted started)
    {
        var engagement = new EngagementHistory(started.Engagement, started.Unit, started.Channel, time.TotalS) { Target = started.Target };
        _engagements[started.Engagement] = engagement;
        Batteries[BatteryOf(started.Unit)].Engagements.Add(engagement);
        Batteries[BatteryOf(started.Unit)].Engaged.Add(time.TotalS, 1);
    }

    private void Launch(SimTime time, MissileLaunched launched)
    {
        var missile = new MissileHistory(BatteryOf(launched.Unit), launched.Missile);
        missile.Path.Add(Wgs84.ToGeodetic(_plan.FireUnits[launched.Unit].Lines[launched.Line].LauncherPosition));
        Missiles.Add(missile);
        var battery = Batteries[BatteryOf(launched.Unit)];
        battery.Flying.Add(time.TotalS, 1);
        battery.Ready.Add(time.TotalS, -1);
        _engagements[launched.Engagement].Missiles.Add((time.TotalS, 1));
        if (launched.Target >= 0) battery.Launches.Add(Seen(BatteryOf(launched.Unit), launched.Target, time));
    }

    private void End(SimTime time, MissileEnded ended)
    {
        var missile = Missiles[ended.Missile];
        missile.Outcome = ended.Outcome;
        var battery = Batteries[BatteryOf(ended.Unit)];
        battery.Flying.Add(time.TotalS, -1);
        _engagements[ended.Engagement].Missiles.Add((time.TotalS, -1));
        if (ended.Outcome is not (MissileOutcome.Hit or MissileOutcome.Missed)) return;
        var place = Place(BatteryOf(ended.Unit), missile.Path[^1], $"missile {ended.Missile + 1}, {time}");
        (ended.Outcome == MissileOutcome.Hit ? battery.Hits : battery.Misses).Add(place);
    }

    private void End(SimTime time, EngagementEnded ended)
    {
        var engagement = _engagements[ended.Engagement];
        engagement.EndS = time.TotalS;
        engagement.Result = ended.Result;
        engagement.Killed = _dead.Contains(engagement.Target);
        Batteries[BatteryOf(ended.Unit)].Engaged.Add(time.TotalS, -1);
    }

    private int BatteryOf(int unit) => _plan.FireUnits[unit].Battery;

    private RangeHeight Seen(int battery, int target, SimTime time)
    {
        var planned = _plan.Targets[target];
        return Place(battery, Wgs84.ToGeodetic(planned.StateAt(time).Position), $"{planned.Id}, {time}");
    }

    private RangeHeight Place(int battery, GeodeticPoint point, string tip)
    {
        var on = _around[battery].Project(point);
        return new RangeHeight(double.Hypot(on.EastM, on.NorthM), point.HeightM, tip);
    }
}
