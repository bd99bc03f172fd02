using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>Counts from the record what batteries, fire units and kinds of round did.</summary>
internal readonly struct BatteryCounts : IRunEventVisitor
{
    private readonly RunPlan _plan;
    private readonly RunningPeak[] _batteryEngaged;
    private readonly RunningPeak[] _batteryFlying;
    private readonly RunningPeak[] _engaged;
    private readonly RunningPeak[] _flying;
    private readonly int[][] _spent;
    private readonly int[][] _hits;
    private readonly int[][] _loaded;
    private readonly List<int> _lineOfMissile = [];

    private BatteryCounts(RunPlan plan)
    {
        _plan = plan;
        _batteryEngaged = new RunningPeak[plan.Batteries.Length];
        _batteryFlying = new RunningPeak[plan.Batteries.Length];
        _engaged = new RunningPeak[plan.FireUnits.Length];
        _flying = new RunningPeak[plan.FireUnits.Length];
        _spent = Array.ConvertAll(plan.FireUnits, static unit => new int[unit.Lines.Length]);
        _loaded = Array.ConvertAll(plan.FireUnits, static unit => new int[unit.Lines.Length]);
        _hits = Array.ConvertAll(plan.FireUnits, static unit => new int[unit.Lines.Length]);
    }

    /// <summary>The outcomes of all batteries.</summary>
    public static List<BatteryOutcome> Of(RunPlan plan, Recorder recorder, RunningPeak[] tracked)
    {
        var counts = new BatteryCounts(plan);
        recorder.Replay(ref counts);
        return [.. plan.Batteries.Select(battery => counts.Outcome(battery, tracked[battery.Index].Peak))];
    }

    public void Visit<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        switch (happened)
        {
            case EngagementStarted started: Add(_engaged, _batteryEngaged, started.Unit, +1); break;
            case EngagementEnded ended: Add(_engaged, _batteryEngaged, ended.Unit, -1); break;
            case MissileLaunched launched:
                Add(_flying, _batteryFlying, launched.Unit, +1);
                _spent[launched.Unit][launched.Line]++;
                while (_lineOfMissile.Count <= launched.Missile) _lineOfMissile.Add(0);
                _lineOfMissile[launched.Missile] = launched.Line;
                break;
            case RoundsLoaded loaded: _loaded[loaded.Unit][loaded.Line] += loaded.Rounds; break;
            case MissileEnded ended:
                Add(_flying, _batteryFlying, ended.Unit, -1);
                if (ended.Outcome == MissileOutcome.Hit) _hits[ended.Unit][_lineOfMissile[ended.Missile]]++;
                break;
        }
    }

    private void Add(RunningPeak[] units, RunningPeak[] batteries, int unit, int change)
    {
        units[unit].Add(change);
        batteries[_plan.FireUnits[unit].Battery].Add(change);
    }

    private BatteryOutcome Outcome(PlannedBattery battery, int tracked)
    {
        var counts = this;
        var units = battery.Units.Select(unit => new FireUnitOutcome(
            unit.Id, unit.Name, unit.Limits, counts._engaged[unit.Index].Peak, counts._flying[unit.Index].Peak, counts._spent[unit.Index].Sum(), counts._hits[unit.Index].Sum())).ToList();
        var rounds = battery.Rounds.Select(load => counts.Outcome(battery, load.Id, load.Round.Name)).ToList();
        return new BatteryOutcome(
            battery.Battery.Id,
            battery.Battery.Name,
            battery.Limits,
            new RunPeaks(tracked, _batteryEngaged[battery.Index].Peak, _batteryFlying[battery.Index].Peak),
            rounds.Sum(static round => round.Spent),
            rounds.Sum(static round => round.Left),
            rounds.Sum(static round => round.Hits))
        {
            Units = units,
            Rounds = rounds,
        };
    }

    private RoundOutcome Outcome(PlannedBattery battery, string id, string name)
    {
        var (spent, had, hits) = (0, 0, 0);
        foreach (var unit in battery.Units)
        {
            for (var line = 0; line < unit.Lines.Length; line++)
            {
                var planned = unit.Lines[line];
                if (planned.Load.Id != id) continue;
                spent += _spent[unit.Index][line];
                hits += _hits[unit.Index][line];
                had += (unit.Unit.Launchers[planned.Group].Count * planned.Load.PerLauncher) + planned.Load.Store + _loaded[unit.Index][line];
            }
        }

        return new RoundOutcome(id, name, spent, had - spent, hits);
    }
}
