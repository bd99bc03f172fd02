using Bulwark.Cli.Manner;
using Spectre.Console;

namespace Bulwark.Cli.Recordings;

/// <summary>A tracked recording as people read it.</summary>
internal static class TrackResultText
{
    /// <summary>Says what is doubtful about the radars, before the results.</summary>
    /// <param name="run">The run.</param>
    /// <param name="report">Where to.</param>
    public static void Notes(RecordingRun run, Report report)
    {
        if (run.Duplicates > 0) report.Note($"{run.Duplicates} records repeat another one exactly (two feeds of a radar) and were counted once");
        if (run.Survey.MalformedBlocks > 0) report.Note($"{run.Survey.MalformedBlocks} malformed blocks were passed over");
        if (run.Survey.UnusableReports > 0) report.Note($"not counted as plots, for want of a measured position or a complete time: {run.Survey.UnusableReports} target reports");
        if (RefusedPlots.Text(run.Counters) is { } refused) report.Note(refused);
        foreach (var note in run.Live?.Notes() ?? []) report.Note(note);
        if (run.WasStopped) report.Note("stopped before the end of the recording: the results are those of what was tracked until then");
        if (run.Plots == 0) report.Note("there is nothing to track: no plot of category 001 or 048 was read");
        foreach (var radar in run.Radars)
        {
            if (radar.PeriodIsAssumed) report.Note($"radar {radar.Key}: nothing tells its antenna period; {radar.PeriodS:0.###} s is assumed");
            switch (radar.Origin)
            {
                case PlaceOrigin.Arbitrary:
                    report.Note($"radar {radar.Key}: its place is not known, so it is set at 0 N 0 E and positions are relative; give it with --sensor {radar.Key}=LAT,LON[,HEIGHT]");
                    break;
                case PlaceOrigin.Table:
                    report.Note($"radar {radar.Key}: not in the recording; its place is taken from the table of known radars, {radar.UncertaintyM / 1000:0.#} km uncertain");
                    break;
                default:
                    break;
            }
        }

        if (run.Radars.Count > 1 && run.Radars.Any(static radar => radar.Origin == PlaceOrigin.Arbitrary))
        {
            report.Note("several radars, and not all of their places are known: their tracks cannot be put together");
        }
    }

    /// <summary>Prints the results.</summary>
    /// <param name="run">The run.</param>
    /// <param name="report">Where to.</param>
    public static void Write(RecordingRun run, Report report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("result").AddColumn(new TableColumn("value").RightAligned());
        foreach (var (name, value) in Rows(run).Append(("times real time", $"{run.TimesRealTime:0}"))) table.AddRow(Markup.Escape(name), Markup.Escape(value));
        report.Draw(table);
        foreach (var sentence in Sentences(run)) report.Line(sentence);
    }

    /// <summary>The figures with their names: those that are the same in every run.</summary>
    /// <param name="run">The run.</param>
    public static IEnumerable<(string Name, string Value)> Rows(RecordingRun run)
    {
        foreach (var (category, count) in run.Survey.Records) yield return ($"records of category {category:000}", $"{count}");
        yield return ("plots", $"{run.Plots}");
        yield return ("north marks", $"{run.Survey.NorthMarks}");
        foreach (var radar in run.Radars)
        {
            yield return radar.Facts.Measured is { } measured
                ? ($"antenna period of {radar.Key}: median, over all marks", $"{measured.MedianIntervalS:0.000} s, {measured.PeriodS:0.0000} s")
                : ($"antenna period of {radar.Key}, {(radar.PeriodIsAssumed ? "assumed" : "stated")}", $"{radar.PeriodS:0.000} s");
            yield return ($"scans of {radar.Key}", $"{Math.Max(1, Math.Round(run.Survey.LengthS / radar.PeriodS)):0}");
        }

        for (var radar = 0; radar < (run.Registration?.Count ?? 0); radar++)
        {
            yield return ($"errors of {run.Radars[radar].Key}: range, azimuth, time", run.Registration![radar] is { } bias
                ? $"{bias.RangeM:0} ± {bias.RangeSigmaM:0} m, {double.RadiansToDegrees(bias.AzimuthRad):0.000} ± {double.RadiansToDegrees(bias.AzimuthSigmaRad):0.000} deg, {bias.TimeS:0.00} ± {bias.TimeSigmaS:0.00} s"
                : "nothing in common with others");
        }

        if (run.Live is { TimedPlots: > 0 } live) yield return ("from a plot's arrival to its track: mean, most", $"{live.LatencySumS / live.TimedPlots:0.000} s, {live.LatencyMostS:0.000} s");
        yield return ("tracks", $"{run.Tracks.Count}");
        yield return ($"tracks of {CodeGroups.LongPlots} plots or more", $"{run.LongTracks.Count()}");
        if (LengthStatistics.Of(run.Tracks) is { } lengths)
        {
            yield return ("plots in a track: least, quarter, median, quarter, most", $"{lengths.Least}, {lengths.LowerQuarter}, {lengths.Median}, {lengths.UpperQuarter}, {lengths.Most}");
        }

        yield return ("plots used", $"{run.PlotsUsedShare:0.00 %}");
        if (run.Innovations is { Errors: > 0 } found) yield return ("squared innovations over those claimed (1 is honest), band of 95 %", $"{found.MeanRatio:0.00}, {found.LowRatio:0.00} to {found.HighRatio:0.00}");
        foreach (var row in ScoreRows.Of(run.Score)) yield return row;
        yield return ("recorded time", $"{run.Survey.LengthS:0} s");
    }

    private static IEnumerable<string> Sentences(RecordingRun run)
    {
        if (run.CodeGroups.Long > 0)
        {
            yield return $"Of {run.CodeGroups.Long} long groups of plots with the same Mode 3/A code (gaps under 20 s, {CodeGroups.LongPlots} plots or more), "
                + $"{run.CodeGroups.Found} were found (confirmed tracks hold at least {CodeGroups.CoveredShare:0 %} of their plots), {run.CodeGroups.Covered} of them in one track each.";
        }

        if (run.CodePurityShare is { } purity)
        {
            var changed = run.LongTracks.Count(static track => track is { Codes: > 1, IsMixed: false });
            var mixed = run.LongTracks.Count(static track => track.IsMixed);
            yield return $"Of the reliable codes in long tracks, {purity:0.00 %} are their track's commonest; {changed} tracks change their code once for good, {mixed} come back to a code.";
        }
    }
}
