using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Recordings;
using Bulwark.Core.Earth;
using Bulwark.Formats.PlotTables;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Results;
using Bulwark.Tracking.Metrics;
using Bulwark.Tracking.Tracks;
using Spectre.Console;

namespace Bulwark.Cli.PlotTables;

/// <summary>Tracks a table of plots and writes its results folder.</summary>
internal static class PlotTableResults
{
    /// <summary>Reads, tracks, scores where there is a truth, and writes.</summary>
    /// <param name="plotsPath">The plots.</param>
    /// <param name="scenarioPath">What they mean.</param>
    /// <param name="truthPath">The truth; null for none.</param>
    /// <param name="settle">Makes of the usual settings of the tracker those that the user wants.</param>
    /// <param name="wantedFolder">The results folder; null for the usual one.</param>
    /// <param name="report">Where to.</param>
    public static int Run(string plotsPath, string scenarioPath, string? truthPath, Func<TrackerParameters, TrackerParameters> settle, string? wantedFolder, Report report)
    {
        Paths.RequireFile(plotsPath, "a table of plots");
        Paths.RequireFile(scenarioPath, "the scenario of the plots");
        if (truthPath is not null) Paths.RequireFile(truthPath, "the truth of the plots");
        var folder = wantedFolder ?? TrackResults.DefaultFolder([plotsPath]);
        TrackFolder.RequireUsable(folder);
        var scenario = PlotScenario.Read(scenarioPath);
        var truth = truthPath is null ? null : scenario.ReadTruth(truthPath);
        if (truth is not null && truth.All(static scan => scan.Length == 0)) throw new UsageException($"{truthPath} holds no target; expected the truth of the plots");
        var tracked = Track(scenario, plotsPath, settle, report);

        // With ten thousand aircraft the tracker holds more than all the results: it is given back before they come on top.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var tracks = tracked.Tracks;
        if (RefusedPlots.Text(tracked.Counters) is { } refused) report.Note(refused);
        var score = truth is null ? null : PlotTableTracker.Score(scenario, truth, tracks);
        var summary = new TrackSummary
        {
            Recording = Path.GetFileName(plotsPath),
            RecordsByCategory = new Dictionary<int, long>(),
            Plots = tracked.Plots,
            NorthMarks = 0,
            AntennaPeriodS = scenario.PeriodS,
            Tracks = tracks.SelectMany(static scan => scan).Select(static state => state.Id).Distinct().Count(),
            Details = score is null
                ? new JsonObject { ["refusedPlots"] = RefusedPlots.Json(tracked.Counters), ["innovations"] = ScoreJson.Of(tracked.Innovations) }
                : new JsonObject { ["refusedPlots"] = RefusedPlots.Json(tracked.Counters), ["innovations"] = ScoreJson.Of(tracked.Innovations), ["score"] = ScoreJson.Of(score) },
        };
        TrackFolder.Write(summary, Picture(scenario, summary, tracks), folder,
        [
            new ResultFile("tracks.csv", stream => PlotTableTracker.Write(scenario, tracks, stream)),
            new ResultFile("beliefs.csv", stream => BeliefTable.Write(scenario, tracked.Beliefs.SelectMany(static scan => scan), stream)),
        ]);
        Show(summary, score, report);
        report.Line($"results: {folder}");
        report.Object(() => JsonNode.Parse(summary.ToJson())!.AsObject());
        return ExitCode.Done;
    }

    // Apart, so that nothing holds the tracker and the plots, most of what is in memory, while the results are drawn and written.
    private static Tracked Track(PlotScenario scenario, string plotsPath, Func<TrackerParameters, TrackerParameters> settle, Report report)
    {
        var plots = scenario.ReadPlots(plotsPath);
        var tracker = new PlotTableTracker(scenario, settle(PlotTableTracker.Settings(scenario)) with { MeasuresInnovations = true });
        var tracks = new ScoredState[scenario.Scans][];
        var beliefs = new TrackBelief[scenario.Scans][];
        var (believed, count) = (new List<TrackBelief>(), 0L);
        for (var scan = 0; scan < scenario.Scans; scan++)
        {
            report.Cancellation.ThrowIfCancellationRequested();
            tracks[scan] = tracker.Next(plots[scan]);
            (count, plots[scan]) = (count + plots[scan].Length, []);
            believed.Clear();
            tracker.Believe(believed);
            beliefs[scan] = [.. believed];
        }

        return new Tracked(tracks, beliefs, count, tracker.Counters, tracker.Innovations);
    }

    private static TrackPicture Picture(PlotScenario scenario, TrackSummary summary, ScoredState[][] tracks)
    {
        var trails = new SortedDictionary<int, List<TrackPoint>>();
        for (var scan = 0; scan < tracks.Length; scan++)
        {
            foreach (var state in tracks[scan])
            {
                if (!trails.TryGetValue(state.Id, out var trail)) trails.Add(state.Id, trail = []);
                var place = Wgs84.ToGeodetic(scenario.Frame.Local.ToEcef(state.PositionM));
                trail.Add(new TrackPoint((scan + 1) * scenario.PeriodS, place.LatitudeRad, place.LongitudeRad, place.HeightM, double.Hypot(state.VelocityMPerS.East, state.VelocityMPerS.North)));
            }
        }

        return new TrackPicture
        {
            Title = summary.Recording,
            Radars = [(scenario.Name, scenario.Frame.Antenna)],
            Trails = [.. trails.Select(static pair => new TrackTrail(pair.Key, -1, [.. pair.Value]))],
            Statistics = [("scans", $"{scenario.Scans}"), ("plots", $"{summary.Plots}"), ("tracks", $"{summary.Tracks}")],
        };
    }

    private static void Show(TrackSummary summary, TrackingScore? score, Report report)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("result").AddColumn(new TableColumn("value").RightAligned());
        table.AddRow("plots", $"{summary.Plots}").AddRow("tracks", $"{summary.Tracks}");
        if (score is not null)
        {
            foreach (var (name, value) in ScoreJson.Of(score))
            {
                if (value is not JsonObject parts) table.AddRow(name, value?.ToString() ?? "none");
                else foreach (var (part, figure) in parts) table.AddRow(part, figure?.ToString() ?? "none");
            }
        }

        report.Draw(table);
    }

    private sealed record Tracked(ScoredState[][] Tracks, TrackBelief[][] Beliefs, long Plots, TrackerCounters Counters, Consistency Innovations);
}
