using System.Text;
using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Formats.Acmi;

/// <summary>A run as a Tacview recording: the truth of what flew, where the missiles went, and what was destroyed.</summary>
/// <remarks>Heights are those above the ellipsoid; the viewer takes them for heights above the sea.</remarks>
public static class RunAcmi
{
    /// <summary>Between two shown positions of a target; its motion is exact, and the viewer draws straight lines.</summary>
    private static readonly SimDuration Step = SimDuration.FromSeconds(2);

    /// <summary>Writes the recording.</summary>
    /// <param name="result">The run.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(RunResult result, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(result);
        using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16, leaveOpen: true);
        var scenario = result.Plan.Scenario;
        var acmi = new AcmiWriter(text, scenario.StartUtc, scenario.Title, $"Bulwark, scenario {scenario.Id}, seed {result.Summary.Seed}");
        foreach (var update in Updates(result)) acmi.Write(update);
    }

    /// <summary>Everything the recording shows, in the order of time.</summary>
    /// <param name="result">The run.</param>
    public static IReadOnlyList<AcmiUpdate> Updates(RunResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var updates = new List<AcmiUpdate>();
        var plan = result.Plan;
        for (var index = 0; index < plan.Batteries.Length; index++) AddBattery(updates, plan.Batteries[index].Battery, index);
        AddTargets(updates, result);
        var visitor = new MissileVisitor(plan, updates);
        result.Recorder.Replay(ref visitor);

        // The sort keeps the order of equal times, so that an object appears before it moves and moves before it leaves.
        return [.. updates.OrderBy(static update => update.Time)];
    }

    private static ulong BatteryId(int battery) => 0x100UL + (ulong)battery;

    private static ulong TargetId(int target) => 0x1_0000UL + (ulong)target;

    private static ulong MissileId(int missile) => 0x100_0000UL + (ulong)missile;

    private static void AddBattery(List<AcmiUpdate> updates, Battery battery, int index) =>
        updates.Add(AcmiUpdate.At(
            SimTime.Start,
            BatteryId(index),
            battery.Position,
            new AcmiObject(battery.Name, AcmiType.AirDefence, AcmiColor.Blue, "Defence", battery.Id),
            battery.FacingRad));

    private static void AddTargets(List<AcmiUpdate> updates, RunResult result)
    {
        var departed = new Dictionary<int, (SimTime Time, DepartureReason Reason)>();
        foreach (ref readonly var row in result.Recorder.Events<TargetDeparted>()) departed[row.Happened.Target] = (row.Time, row.Happened.Reason);
        foreach (ref readonly var row in result.Recorder.Events<TargetAppeared>())
        {
            var target = result.Plan.Targets[row.Happened.Target];
            var left = departed.TryGetValue(target.Index, out var departure);
            var end = left ? departure.Time : SimTime.FromSeconds(result.Summary.EndS);
            var properties = Properties(target);
            foreach (var time in Times(target, row.Time, end))
            {
                updates.Add(At(target, time, properties));
                properties = null;
            }

            if (!left) continue;
            var id = TargetId(target.Index);
            updates.Add(departure.Reason == DepartureReason.Killed ? AcmiUpdate.Destroyed(end, id) : AcmiUpdate.Removed(end, id));
        }
    }

    private static AcmiObject Properties(PlannedTarget target)
    {
        var (color, side) = target.Group.Allegiance switch
        {
            Allegiance.Hostile => (AcmiColor.Red, "Raid"),
            Allegiance.Friend => (AcmiColor.Blue, "Defence"),
            _ => (AcmiColor.Green, "Neutral"),
        };
        var type = target.Group.Class.Category.Contains("missile", StringComparison.OrdinalIgnoreCase) ? AcmiType.Missile : AcmiType.Aircraft;
        return new AcmiObject(target.Group.Class.Name, type, color, side, target.Id);
    }

    private static SortedSet<SimTime> Times(PlannedTarget target, SimTime start, SimTime end)
    {
        var times = new SortedSet<SimTime> { start, end };
        for (var time = start; time < end; time += Step) times.Add(time);
        foreach (ref readonly var segment in target.Segments)
        {
            if (segment.End > start && segment.End < end) times.Add(segment.End);
        }

        return times;
    }

    private static AcmiUpdate At(PlannedTarget target, SimTime time, AcmiObject? properties)
    {
        var (position, velocity) = target.StateAt(time);
        var place = Wgs84.ToGeodetic(position);
        var (headingRad, pitchRad) = Attitude(place, velocity);
        return AcmiUpdate.At(time, TargetId(target.Index), place, properties, headingRad, pitchRad);
    }

    private static (double HeadingRad, double PitchRad) Attitude(GeodeticPoint place, EcefVector velocity)
    {
        var local = new LocalFrame(place).Rotate(velocity);
        var headingRad = Math.Atan2(local.East, local.North);
        var horizontal = Math.Sqrt((local.East * local.East) + (local.North * local.North));
        return (headingRad < 0 ? headingRad + Math.Tau : headingRad, Math.Atan2(local.Up, horizontal));
    }

    private readonly struct MissileVisitor(RunPlan plan, List<AcmiUpdate> updates) : IRunEventVisitor
    {
        private readonly Dictionary<int, EcefVector> _flying = [];

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            switch (happened)
            {
                case MissileLaunched launched: Launch(time, launched); break;
                case MissileSegment segment: Move(time, segment); break;
                case MissileEnded ended when _flying.Remove(ended.Missile):
                    updates.Add(AcmiUpdate.Removed(time, MissileId(ended.Missile)));
                    break;
            }
        }

        private void Launch(SimTime time, MissileLaunched launched)
        {
            var unit = plan.FireUnits[launched.Unit];
            var line = unit.Lines[launched.Line];
            var properties = new AcmiObject(
                line.Round.Name, AcmiType.Missile, AcmiColor.Cyan, "Defence", $"{unit.Id} {launched.Missile + 1}", BatteryId(unit.Battery));
            _flying[launched.Missile] = line.LauncherPosition;
            updates.Add(AcmiUpdate.At(time, MissileId(launched.Missile), Wgs84.ToGeodetic(line.LauncherPosition), properties));
        }

        private void Move(SimTime time, MissileSegment segment)
        {
            if (!_flying.TryGetValue(segment.Missile, out var from)) return;
            var to = new EcefVector(segment.XM, segment.YM, segment.ZM);
            var place = Wgs84.ToGeodetic(to);
            var (headingRad, pitchRad) = Attitude(place, to - from);
            _flying[segment.Missile] = to;
            updates.Add(AcmiUpdate.At(time, MissileId(segment.Missile), place, properties: null, headingRad, pitchRad));
        }
    }
}
