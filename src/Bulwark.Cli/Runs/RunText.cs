using Bulwark.Cli.Manner;
using Bulwark.Simulation;
using Bulwark.Simulation.Outcomes;
using Spectre.Console;

namespace Bulwark.Cli.Runs;

/// <summary>The answer of a run as people read it: tables first, then what they mean in plain sentences.</summary>
internal static class RunText
{
    /// <summary>The causes that are published caps of a battery.</summary>
    private static readonly (LossCause Cause, string Name)[] Limits =
    [
        (LossCause.TrackLimit, "tracks"),
        (LossCause.TargetChannelLimit, "target channels"),
        (LossCause.MissileChannelLimit, "missile channels"),
    ];

    /// <summary>Prints the answer.</summary>
    /// <param name="result">The run.</param>
    /// <param name="cpuTimeS">Processor time of the run, seconds.</param>
    /// <param name="report">Where to.</param>
    public static void Write(RunResult result, double cpuTimeS, Report report)
    {
        var summary = result.Summary;
        report.Line($"{summary.Title} (seed {summary.Seed})");
        report.Draw(Batteries(summary));
        if (summary.Batteries.Any(static battery => battery.Units.Count > 1)) report.Draw(Units(summary));
        if (summary.Batteries.Any(static battery => battery.Rounds.Count > 1)) report.Draw(Rounds(summary));
        report.Draw(Attackers(summary));
        foreach (var battery in summary.Batteries) report.Line(Peaks(battery));
        foreach (var sentence in Losses(summary)) report.Line(sentence);
        if (summary.Assignment is { } choice)
            report.Line(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Targets were chosen by value {choice.Evaluations} times, {choice.Exact} of them proven the best possible; the best possible exceeds the others by at most {choice.LargestGapShare:0.0%}, on average of all {choice.MeanGapShare:0.00%}."));
        if (summary.Protected.Total > 0)
        {
            report.Line($"Of {summary.Protected.Total} neutral or friendly aircraft, {summary.Protected.Engaged} were fired at and {summary.Protected.Killed} killed.");
        }

        if (DebrisWords.Of(summary.Debris) is { } debris) report.Line(debris);
        report.Line($"{summary.Events} events in {summary.EndS:0} s of simulated time, {cpuTimeS:0.0} s of processor time; hash {summary.Hash}");
    }

    /// <summary>Prints the ledger of a target.</summary>
    /// <param name="target">The target.</param>
    /// <param name="ledger">Its ledger.</param>
    /// <param name="report">Where to.</param>
    public static void Write(string target, IReadOnlyList<LedgerEntry> ledger, Report report)
    {
        report.Line();
        report.Line($"Ledger of {target}");
        foreach (var entry in ledger) report.Line($"  {entry.Time}  {entry.Link,-8}  {entry.Text}");
    }

    private static Table Batteries(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("battery");
        foreach (var name in (string[])["tracked", "engaged", "in flight", "rounds spent", "left", "hits"]) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var battery in summary.Batteries)
        {
            table.AddRow(
                Markup.Escape(battery.Name),
                OfLimit(battery.Peaks.Tracked, battery.Limits.Tracks),
                OfLimit(battery.Peaks.Engaged, battery.Limits.Targets),
                OfLimit(battery.Peaks.MissilesInFlight, battery.Limits.Missiles),
                $"{battery.RoundsSpent}",
                $"{battery.RoundsLeft}",
                $"{battery.Hits}");
        }

        return table;
    }

    private static Table Units(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("fire unit");
        foreach (var name in (string[])["engaged", "in flight", "rounds spent", "hits"]) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var unit in summary.Batteries.SelectMany(static battery => battery.Units))
            table.AddRow(Markup.Escape(unit.Name), OfLimit(unit.Engaged, unit.Limits.Targets), OfLimit(unit.MissilesInFlight, unit.Limits.Missiles), $"{unit.RoundsSpent}", $"{unit.Hits}");
        return table;
    }

    private static Table Rounds(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("battery").AddColumn("round");
        foreach (var name in (string[])["spent", "left", "hits"]) table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var battery in summary.Batteries)
        {
            foreach (var round in battery.Rounds) table.AddRow(Markup.Escape(battery.Name), Markup.Escape(round.Name), $"{round.Spent}", $"{round.Left}", $"{round.Hits}");
        }

        return table;
    }

    private static Table Attackers(RunSummary summary)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var name in (string[])["attackers", "killed", "leaked", "other"]) table.AddColumn(new TableColumn(name).RightAligned());
        return table.AddRow($"{summary.Targets.Total}", $"{summary.Targets.Killed}", $"{summary.Targets.Leaked}", $"{summary.Targets.Other}");
    }

    private static string Peaks(BatteryOutcome battery) =>
        $"{battery.Name}: at most {battery.Peaks.Tracked} targets were tracked ({Reached(battery.Peaks.Tracked, battery.Limits.Tracks)}), "
        + $"{battery.Peaks.Engaged} engaged ({Reached(battery.Peaks.Engaged, battery.Limits.Targets)}) and "
        + $"{battery.Peaks.MissilesInFlight} missiles in flight ({Reached(battery.Peaks.MissilesInFlight, battery.Limits.Missiles)}) at once, counted from recorded events.";

    private static IEnumerable<string> Losses(RunSummary summary)
    {
        var byLimit = Limits.Select(limit => $"{summary.LossesByCause.GetValueOrDefault(limit.Cause)} of {limit.Name}");
        yield return $"{summary.Targets.Leaked} leaked; because of the limits: {string.Join(", ", byLimit)}.";
        foreach (var (cause, count) in summary.LossesByCause.OrderByDescending(static loss => loss.Value).ThenBy(static loss => loss.Key))
        {
            if (count > 0 && !Array.Exists(Limits, limit => limit.Cause == cause)) yield return $"{count} leaked because {LedgerWords.Cause(cause)}.";
        }
    }

    private static string OfLimit(int peak, int limit) => limit == int.MaxValue ? $"{peak}" : $"{peak} of {limit}";

    private static string Reached(int peak, int limit) => limit == int.MaxValue ? "no limit" : peak >= limit ? $"limit {limit}, reached" : $"limit {limit}, not reached";
}
