using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Exposure;

namespace Bulwark.Studies.Measures;

/// <summary>The measures that every study may use by name.</summary>
public static class BuiltInMeasures
{
    private static readonly (Measure Measure, Func<RunResult, double> Value)[] List =
    [
        Number("attackers", "attackers that appeared", static run => run.Summary.Targets.Total),
        Number("killed", "attackers killed", static run => run.Summary.Targets.Killed),
        Number("leaked", "attackers that reached their objective", static run => run.Summary.Targets.Leaked),
        Number("other", "attackers that were neither killed nor reached their objective", static run => run.Summary.Targets.Other),
        Truth("no_leak", "no attacker reached its objective", static run => run.Summary.Targets.Leaked == 0),
        Number("asset_damage", "sum, over the attackers that reached their objective, of the worth of the asset they attacked", Damage),
        Number("rounds_spent", "rounds fired", static run => run.Summary.RoundsSpent),
        Number("rounds_left", "rounds left on launchers and in store", static run => run.Summary.Batteries.Sum(static battery => battery.RoundsLeft)),
        Number("hits", "rounds that killed", static run => run.Summary.Batteries.Sum(static battery => battery.Hits)),
        Number("first_launch_s", "time of the first launch, seconds; nothing when none was", FirstLaunch),
        Number("seen_to_launch_s", "mean time from the first plot of an attacker, by anybody, to the first launch at it, seconds; nothing when none was fired at", SeenToLaunch),
        Number("double_engagements", "engagements that one battery began while another was engaging the same target", static run => run.Summary.DoubleEngagements),
        Number("peak_tracked", "most confirmed tracks in one picture at once", static run => run.Summary.Peaks.Tracked),
        Number("peak_engaged", "most targets engaged at once by one battery", static run => run.Summary.Peaks.Engaged),
        Number("peak_missiles", "most missiles of one battery in flight at once", static run => run.Summary.Peaks.MissilesInFlight),
        Number("channel_hold_s", "mean time that a target channel was held, seconds, over the engagements that ended", Holding),
        Number("protected_engaged", "friendly and neutral aircraft fired at", static run => run.Summary.Protected.Engaged),
        Number("protected_killed", "friendly and neutral aircraft killed", static run => run.Summary.Protected.Killed),
        Number("debris_pieces", "pieces of debris that came down", static run => run.Summary.Debris.Total),
        Number("debris_inside", "pieces of debris that came down inside the radius of a defended asset", static run => run.Summary.Debris.Inside),
        Number("debris_protected", "pieces of debris of wrongly killed friends and neutrals", static run => run.Summary.Debris.OfProtected),
        Number("friends_engaged", "friendly aircraft fired at", static run => Engaged(run, Allegiance.Friend)),
        Number("neutrals_engaged", "neutral aircraft, such as airliners, fired at", static run => Engaged(run, Allegiance.Neutral)),
        Number("friend_exposure_s", "time that friendly aircraft were in sight of a radar, seconds, summed over aircraft and radars", Exposure),
        Number("friend_dwell_s", "time in which one look of a searching radar would have detected a low-observable friend more often than not, seconds, summed over aircraft and radars", static run => ExposureIndex.Of(run).Where(static line => line.Searches).Sum(static line => line.DwellS)),
        Number("events", "events recorded", static run => run.Summary.Events),
        .. Enum.GetValues<LossCause>().Select(static cause => Number(LossName(cause), "attackers that leaked because " + LedgerWords.Cause(cause), run => run.Summary.LossesByCause.GetValueOrDefault(cause))),
    ];

    /// <summary>Every built-in measure.</summary>
    public static IReadOnlyList<Measure> All { get; } = [.. List.Select(static entry => entry.Measure)];

    /// <summary>The measure that counts the losses of one cause.</summary>
    /// <param name="cause">The cause.</param>
    public static string LossName(LossCause cause) =>
        "loss" + string.Concat(cause.ToString().Select(static letter => char.IsUpper(letter) ? "_" + char.ToLowerInvariant(letter) : letter.ToString()));

    internal static Func<RunResult, double> Value(int index) => List[index].Value;

    private static (Measure Measure, Func<RunResult, double> Value) Number(string name, string description, Func<RunResult, double> value) => (new Measure(name, description, IsTruth: false) { IsNeverNegative = true }, value);

    private static (Measure Measure, Func<RunResult, double> Value) Truth(string name, string description, Func<RunResult, bool> value) => (new Measure(name, description, IsTruth: true), run => value(run) ? 1 : 0);

    private static double Damage(RunResult run)
    {
        var worth = run.Plan.Scenario.Assets.ToDictionary(static asset => asset.Id, static asset => asset.ValueRatio, StringComparer.Ordinal);
        var sum = 0.0;
        foreach (ref readonly var row in run.Recorder.Events<TargetDeparted>())
        {
            var group = run.Plan.Targets[row.Happened.Target].Group;
            if (row.Happened.Reason == DepartureReason.ReachedObjective && group.Allegiance == Allegiance.Hostile && group.Objective is { } objective) sum += worth.GetValueOrDefault(objective, 1);
        }

        return sum;
    }

    private static double FirstLaunch(RunResult run)
    {
        var launches = run.Recorder.Events<MissileLaunched>();
        return launches.Length == 0 ? double.NaN : launches[0].Time.TotalS;
    }

    private static double SeenToLaunch(RunResult run)
    {
        var seen = new Dictionary<int, SimTime>();
        foreach (ref readonly var row in run.Recorder.Events<PlotMade>()) seen.TryAdd(row.Happened.Target, row.Time);
        var (seconds, firedAt) = (0.0, new HashSet<int>());
        foreach (ref readonly var row in run.Recorder.Events<MissileLaunched>())
        {
            var target = row.Happened.Target;
            if (target < 0 || run.Plan.Targets[target].Group.Allegiance != Allegiance.Hostile || !seen.TryGetValue(target, out var from) || !firedAt.Add(target)) continue;
            seconds += (row.Time - from).TotalS;
        }

        return firedAt.Count == 0 ? double.NaN : seconds / firedAt.Count;
    }

    private static double Holding(RunResult run)
    {
        var since = new Dictionary<(int Unit, int Engagement), SimTime>();
        foreach (ref readonly var row in run.Recorder.Events<EngagementStarted>()) since[(row.Happened.Unit, row.Happened.Engagement)] = row.Time;
        var (seconds, count) = (0.0, 0);
        foreach (ref readonly var row in run.Recorder.Events<EngagementEnded>())
        {
            if (!since.TryGetValue((row.Happened.Unit, row.Happened.Engagement), out var from)) continue;
            seconds += (row.Time - from).TotalS;
            count++;
        }

        return count == 0 ? double.NaN : seconds / count;
    }

    private static double Engaged(RunResult run, Allegiance allegiance)
    {
        var engaged = new HashSet<int>();
        foreach (ref readonly var row in run.Recorder.Events<MissileLaunched>())
        {
            if (row.Happened.Target >= 0 && run.Plan.Targets[row.Happened.Target].Group.Allegiance == allegiance) engaged.Add(row.Happened.Target);
        }

        return engaged.Count;
    }

    private static double Exposure(RunResult run)
    {
        var since = new Dictionary<(int Node, int Target), SimTime>();
        var seconds = 0.0;
        foreach (ref readonly var row in run.Recorder.Events<VisibilityChanged>())
        {
            var changed = row.Happened;
            if (run.Plan.Targets[changed.Target].Group.Allegiance != Allegiance.Friend) continue;
            var key = (changed.Node, changed.Target);
            if (since.Remove(key, out var from)) seconds += (row.Time - from).TotalS;
            if (changed.Visibility == Visibility.Visible) since[key] = row.Time;
        }

        foreach (ref readonly var row in run.Recorder.Events<TargetDeparted>())
        {
            for (var node = 0; node < run.Plan.Nodes.Length; node++)
            {
                if (since.Remove((node, row.Happened.Target), out var from)) seconds += (row.Time - from).TotalS;
            }
        }

        foreach (var from in since.OrderBy(static pair => pair.Key).Select(static pair => pair.Value)) seconds += run.Summary.EndS - from.TotalS;
        return seconds;
    }
}
