using System.Text.Json.Nodes;

namespace Bulwark.Cli.Recordings;

/// <summary>A tracked recording as the JSON object that <c>bulwark track --json</c> prints; documented in docs/command-line.md.</summary>
internal static class TrackResultJson
{
    /// <summary>Makes the object.</summary>
    /// <param name="run">The run.</param>
    /// <param name="recordings">The recordings as the user named them.</param>
    public static JsonObject Of(RecordingRun run, IReadOnlyList<string> recordings)
    {
        var records = new JsonObject();
        foreach (var (category, count) in run.Survey.Records) records.Add($"{category:000}", count);
        var busiest = run.Radars.MaxBy(static radar => radar.Facts.Plots);
        var lengths = LengthStatistics.Of(run.Tracks);
        return new JsonObject
        {
            ["recordings"] = new JsonArray([.. recordings.Select(static name => (JsonNode)name)]),
            ["recordsByCategory"] = records,
            ["duplicates"] = run.Duplicates,
            ["unusableReports"] = run.Survey.UnusableReports,
            ["malformedBlocks"] = run.Survey.MalformedBlocks,
            ["plots"] = run.Plots,
            ["northMarks"] = run.Survey.NorthMarks,
            ["antennaPeriodS"] = Rounded(busiest?.Facts.Measured?.MedianIntervalS, 6),
            ["radars"] = new JsonArray([.. run.Radars.Select(Radar)]),
            ["recordedS"] = Rounded(run.Survey.LengthS, 3),
            ["tracks"] = run.Tracks.Count,
            ["longTracks"] = run.LongTracks.Count(),
            ["trackPlots"] = lengths is null ? null : new JsonObject
            {
                ["least"] = lengths.Least,
                ["lowerQuarter"] = lengths.LowerQuarter,
                ["median"] = lengths.Median,
                ["upperQuarter"] = lengths.UpperQuarter,
                ["most"] = lengths.Most,
            },
            ["plotsUsedShare"] = Rounded(run.PlotsUsedShare, 6),
            ["codePurityShare"] = Rounded(run.CodePurityShare, 6),
            ["codeChangedTracks"] = run.LongTracks.Count(static track => track is { Codes: > 1, IsMixed: false }),
            ["codeMixedTracks"] = run.LongTracks.Count(static track => track.IsMixed),
            ["codeGroups"] = new JsonObject { ["long"] = run.CodeGroups.Long, ["covered"] = run.CodeGroups.Covered },
            ["elapsedS"] = Rounded(run.ElapsedS, 3),
            ["timesRealTime"] = Rounded(run.TimesRealTime, 1),
        };
    }

    private static JsonNode Radar(RadarSetup radar) => new JsonObject
    {
        ["sac"] = radar.Key.Sac,
        ["sic"] = radar.Key.Sic,
        ["plots"] = radar.Facts.Plots,
        ["northMarks"] = radar.Facts.NorthMarks,
        ["missingNorthMarks"] = radar.Facts.Measured?.MissingMarks,
        ["rotationPeriodS"] = Rounded(radar.PeriodS, 6),
        ["rotationPeriodFrom"] = radar.Facts.Measured is not null ? "northMarks" : radar.PeriodIsAssumed ? "assumed" : "recording",
        ["latitudeDeg"] = Rounded(radar.Place.LatitudeDeg, 6),
        ["longitudeDeg"] = Rounded(radar.Place.LongitudeDeg, 6),
        ["heightM"] = Rounded(radar.Place.HeightM, 1),
        ["placeFrom"] = radar.Origin.ToString().ToLowerInvariant(),
    };

    private static JsonNode? Rounded(double? value, int digits) => value is { } known && double.IsFinite(known) ? Math.Round(known, digits) : null;
}
