using System.Text.Json.Nodes;
using Bulwark.Cli.Recordings.Live;
using Bulwark.Studies.Results;
using Bulwark.Tracking.Registration;

namespace Bulwark.Cli.Recordings;

/// <summary>What goes into the JSON object that <c>bulwark track --json</c> prints; documented in docs/command-line.md.</summary>
internal static class TrackResultJson
{
    /// <summary>Makes the summary.</summary>
    /// <param name="run">The run.</param>
    /// <param name="request">What was asked for.</param>
    public static TrackSummary Summary(RecordingRun run, TrackRequest request) => new()
    {
        Recording = string.Join(", ", request.Recordings.Select(static recording => StreamAddress.Names(recording) ? recording : Path.GetFileName(recording))),
        RecordsByCategory = run.Survey.Records,
        Plots = run.Plots,
        NorthMarks = run.Survey.NorthMarks,
        AntennaPeriodS = run.Radars.MaxBy(static radar => radar.Facts.Plots)?.Facts.Measured?.MedianIntervalS,
        Tracks = run.Tracks.Count,
        PlotsUsedShare = run.Plots == 0 ? null : run.PlotsUsedShare,
        TimesRealTimeFactor = run.TimesRealTime,
        Details = Details(run, request),
    };

    private static JsonObject Details(RecordingRun run, TrackRequest request)
    {
        var lengths = LengthStatistics.Of(run.Tracks);
        return new JsonObject
        {
            ["longTracks"] = run.LongTracks.Count(),
            ["trackPlots"] = lengths is null ? null : new JsonObject
            {
                ["least"] = lengths.Least,
                ["lowerQuarter"] = lengths.LowerQuarter,
                ["median"] = lengths.Median,
                ["upperQuarter"] = lengths.UpperQuarter,
                ["most"] = lengths.Most,
            },
            ["codePurityShare"] = Rounded(run.CodePurityShare, 6),
            ["codeChangedTracks"] = run.LongTracks.Count(static track => track is { Codes: > 1, IsMixed: false }),
            ["codeMixedTracks"] = run.LongTracks.Count(static track => track.IsMixed),
            ["codeGroups"] = new JsonObject { ["long"] = run.CodeGroups.Long, ["found"] = run.CodeGroups.Found, ["covered"] = run.CodeGroups.Covered },
            ["duplicates"] = run.Duplicates,
            ["unusableReports"] = run.Survey.UnusableReports,
            ["malformedBlocks"] = run.Survey.MalformedBlocks,
            ["refusedPlots"] = RefusedPlots.Json(run.Counters),
            ["innovations"] = ScoreJson.Of(run.Innovations),
            ["tracker"] = new JsonObject(request.TrackerSettings.Select(static setting => KeyValuePair.Create(setting.Key, (JsonNode?)setting.Value))),
            ["fusion"] = run.FusesTracks ? "tracks" : "plots",
            ["reference"] = run.Reference is { } reference ? new JsonObject { ["aircraft"] = reference.Aircraft, ["paths"] = reference.Paths } : null,
            ["score"] = run.Score?.DeepClone(),
            ["live"] = run.Live?.Json(),
            ["recordedS"] = Rounded(run.Survey.LengthS, 3),
            ["elapsedS"] = Rounded(run.ElapsedS, 3),
            ["radars"] = new JsonArray([.. run.Radars.Select((radar, place) => Radar(radar, run.Registration?[place]))]),
        };
    }

    private static JsonObject Radar(RadarSetup radar, RadarBias? bias) => new JsonObject
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
        ["registration"] = bias is not { } errors ? null : new JsonObject
        {
            ["rangeM"] = Rounded(errors.RangeM, 1),
            ["rangeSigmaM"] = Rounded(errors.RangeSigmaM, 1),
            ["azimuthDeg"] = Rounded(double.RadiansToDegrees(errors.AzimuthRad), 4),
            ["azimuthSigmaDeg"] = Rounded(double.RadiansToDegrees(errors.AzimuthSigmaRad), 4),
            ["timeS"] = Rounded(errors.TimeS, 3),
            ["timeSigmaS"] = Rounded(errors.TimeSigmaS, 3),
        },
    };

    private static JsonNode? Rounded(double? value, int digits) => value is { } known && double.IsFinite(known) ? Math.Round(known, digits) : null;
}
