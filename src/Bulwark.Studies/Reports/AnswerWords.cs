using Bulwark.Simulation.Outcomes;

namespace Bulwark.Studies.Reports;

/// <summary>Says the answer of a run in sentences made of its numbers.</summary>
internal static class AnswerWords
{
    private static readonly (LossCause Cause, string Words)[] Limits =
    [
        (LossCause.TrackLimit, "because the picture already held as many tracks as it can"),
        (LossCause.TargetChannelLimit, "because every target channel was taken"),
        (LossCause.MissileChannelLimit, "because every missile channel was taken"),
    ];

    public static IReadOnlyList<string> Of(RunSummary summary)
    {
        var sentences = new List<string> { Attackers(summary) };
        foreach (var battery in summary.Batteries)
        {
            sentences.Add(Peaks(battery));
            sentences.Add(Rounds(battery));
        }

        if (summary.Targets.Leaked > 0)
        {
            sentences.Add(LimitLosses(summary));
            if (OtherLosses(summary) is { } others) sentences.Add(others);
        }

        if (summary.Protected.Total > 0) sentences.Add(Bystanders(summary.Protected));
        if (DebrisWords.Of(summary.Debris) is { } debris) sentences.Add(debris);
        return sentences;
    }

    private static string Attackers(RunSummary summary)
    {
        var targets = summary.Targets;
        if (targets.Total == 0) return "No attacker appeared.";
        var others = targets.Other == 0 ? "" : $"; {targets.Other} did neither (turned away, or still flying at the end)";
        return $"Of {Count(targets.Total, "attacker")}, {targets.Killed} {Were(targets.Killed)} killed ({Share(targets.Killed, targets.Total)}) and {targets.Leaked} reached {(targets.Leaked == 1 ? "its" : "their")} objective ({Share(targets.Leaked, targets.Total)}){others}.";
    }

    private static string Peaks(BatteryOutcome battery) =>
        $"{battery.Name} tracked at most {Against(battery.Peaks.Tracked, battery.Limits.Tracks)}, engaged at most {Against(battery.Peaks.Engaged, battery.Limits.Targets)}, and had at most {Against(battery.Peaks.MissilesInFlight, battery.Limits.Missiles)} missiles in flight, each at once, counted from recorded events.";

    private static string Rounds(BatteryOutcome battery)
    {
        var perKill = battery.Hits > 0 ? $", {battery.RoundsSpent / (double)battery.Hits:0.0} rounds for each kill" : "";
        return $"{battery.Name} fired {Count(battery.RoundsSpent, "round")}; {battery.Hits} killed{perKill}. {Count(battery.RoundsLeft, "round")} {Were(battery.RoundsLeft)} left on launchers and in store.";
    }

    private static string LimitLosses(RunSummary summary)
    {
        var parts = Limits.Select(limit => $"{summary.LossesByCause.GetValueOrDefault(limit.Cause)} {limit.Words}").ToArray();
        return $"Leaked because of a published limit: {parts[0]}, {parts[1]}, {parts[2]}.";
    }

    private static string? OtherLosses(RunSummary summary)
    {
        var others = summary.LossesByCause
            .Where(static loss => loss.Value > 0 && !Array.Exists(Limits, limit => limit.Cause == loss.Key))
            .OrderByDescending(static loss => loss.Value)
            .ThenBy(static loss => loss.Key)
            .Select(static loss => $"{loss.Value} because {LedgerWords.Cause(loss.Key)}")
            .ToArray();
        return others.Length == 0 ? null : $"Leaked for other reasons: {string.Join("; ", others)}.";
    }

    private static string Bystanders(ProtectedCounts bystanders)
    {
        var aircraft = $"{bystanders.Total} neutral or friendly aircraft {Were(bystanders.Total)} in the same sky";
        return bystanders.Engaged == 0
            ? $"{aircraft}; none was fired at."
            : $"{aircraft}; {bystanders.Engaged} {Were(bystanders.Engaged)} wrongly fired at and {bystanders.Killed} wrongly killed.";
    }

    private static string Against(int peak, int limit) => limit == int.MaxValue ? $"{peak} (no limit)" : $"{peak} (limit {limit}, {(peak >= limit ? "reached" : "not reached")})";

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

    private static string Were(int number) => number == 1 ? "was" : "were";

    private static string Share(int part, int whole) => $"{100.0 * part / whole:0} %";
}
