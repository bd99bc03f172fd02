using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.PlotTables;
using Bulwark.Cli.Recordings;
using Bulwark.Cli.Recordings.Live;
using Bulwark.Cli.Recordings.Traffic;
using Bulwark.Formats.Asterix;
using Bulwark.Formats.Traffic;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark track</c>: real radar recordings through the tracker.</summary>
internal sealed class TrackVerb : IVerb
{
    private readonly Argument<string[]> _recordings = new("RECORDING")
    {
        Description = "ASTERIX recordings of one day, of one or several radars: raw blocks, .gps or pcap, plain or .gz; or live streams: udp://ADDRESS:PORT to bind to, or a multicast group udp://GROUP:PORT@INTERFACE",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _out = new("--out", "-o") { Description = "results folder; results/NAME unless given", HelpName = "FOLDER" };

    private readonly Option<string?> _place = new("--sensor-position")
    {
        Description = "where the radar stands, in degrees and metres; counts for every radar without its own",
        HelpName = "LAT,LON[,HEIGHT]",
    };

    private readonly Option<string[]> _places = new("--sensor")
    {
        Description = "where one radar of several stands; may be given again",
        HelpName = "SAC/SIC=LAT,LON[,HEIGHT]",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<double> _range = Errors("--range-sigma", "standard deviation of measured range, metres", RadarAccuracy.SecondaryRadar.RangeSigmaM);
    private readonly Option<double> _azimuth = Errors("--azimuth-sigma", "standard deviation of measured azimuth, degrees", double.RadiansToDegrees(RadarAccuracy.SecondaryRadar.AzimuthSigmaRad));
    private readonly Option<double> _height = Errors("--height-sigma", "standard deviation of reported altitude, metres", RadarAccuracy.SecondaryRadar.HeightSigmaM);
    private readonly Option<string?> _scenario = new("--scenario") { Description = "what a table of plots (plots.csv, plain or .gz) means; the RECORDING is then that table", HelpName = "SCENARIO.JSON" };
    private readonly Option<string?> _truth = new("--truth") { Description = "with --scenario: the true targets, to score the tracks against", HelpName = "TRUTH.CSV" };
    private readonly Option<bool> _codes = new("--use-codes") { Description = "let Mode 3/A codes and Mode S addresses help to associate; otherwise positions alone decide" };
    private readonly Option<bool> _smooth = new("--smooth") { Description = "also write tracks-smoothed.csv: the same tracks smoothed afterwards, when all their plots are known" };
    private readonly Option<bool> _register = new("--register") { Description = "take the constant errors of several radars, found from what they see in common, off their plots" };
    private readonly Option<string?> _reference = new("--reference") { Description = "recorded traffic of the same hours (time_utc_ms, icao24, lat, lon, baro_alt_ft), to score the tracks against", HelpName = "TRAFFIC.CSV" };
    private readonly Option<string[]> _tracker = new("--tracker")
    {
        Description = $"a setting of the tracker, as the section 'tracker' of a scenario has it; may be given again: {TrackerSettings.Names}",
        HelpName = "KEY=VALUE",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<double?> _rangeResolution = Positive("--range-resolution", "with --tracker merged-plots=modelled: distance in range below which a radar makes one plot of two aircraft", "METRES");
    private readonly Option<double?> _azimuthResolution = Positive("--azimuth-resolution", "the same in azimuth: about a beamwidth", "DEGREES");
    private readonly Option<string[]> _look = new("--look")
    {
        Description = "a simulated secondary radar that looks at recorded traffic; the RECORDING is then that traffic, and the tracks are scored against it; may be given again",
        HelpName = "LAT,LON,HEIGHT[,RANGE-KM[,PERIOD-S]]",
        DefaultValueFactory = static _ => [],
    };

    private readonly Option<double> _detection = new("--detection") { Description = "with --look: chance of a plot each time a radar passes an aircraft", DefaultValueFactory = static _ => 0.97, HelpName = "SHARE" };
    private readonly Option<double> _falsePlots = new("--false-plots") { Description = "with --look: mean number of false plots of each radar in a turn", DefaultValueFactory = static _ => 1, HelpName = "NUMBER" };
    private readonly Option<ulong> _seed = new("--seed") { Description = "with --look: seed of the radars' errors", DefaultValueFactory = static _ => 1, HelpName = "NUMBER" };
    private readonly Option<string> _fusion = new("--fusion") { Description = "of several radars: track their plots together, or join the tracks that each of them makes", DefaultValueFactory = static _ => "plots", HelpName = "plots|tracks" };
    private readonly Option<double?> _pace = Positive("--pace", "give a recording's plots to the tracker at so many times the speed at which they were recorded; 1 is real time", "TIMES");
    private readonly Option<double?> _for = Positive("--for", "listen to live streams for so many seconds; until Ctrl-C unless given", "SECONDS");
    private readonly Option<bool> _skip = new("--skip-malformed") { Description = "pass over blocks that contradict their definition" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "track",
            "Tracks the aircraft of real radar recordings with the simulation's own tracker.",
            "track recording.gps.gz",
            "track north.pcap south.pcap --sensor 20/130=39.503,-0.476,20 --sensor 20/4=41.047,-2.444",
            "track udp://127.0.0.1:8600 udp://239.1.2.3:8600@192.168.1.5 --for 60",
            "track recording.gps.gz --pace 4",
            "track recording.gps.gz --reference traffic.csv.gz",
            "track traffic.csv.gz --look 46.95,7.44,600 --look 47.46,8.55,500,300,4",
            "track recording.gps.gz --tracker association=multiple-hypothesis --tracker clutter=estimated",
            "track recording.gps.gz --json > summary.json");
        command.Add(_recordings);
        foreach (var option in (Option[])[_out, _place, _places, _range, _azimuth, _height, _codes, _tracker, _rangeResolution, _azimuthResolution, _smooth, _register, _fusion, _reference, _look, _detection, _falsePlots, _seed, _pace, _for, _skip, _scenario, _truth]) command.Add(option);
        context.OnRun(command, Run);
        return command;
    }

    private static Option<double> Errors(string name, string description, double usual)
    {
        var option = new Option<double>(name) { Description = description, DefaultValueFactory = _ => usual, HelpName = "VALUE" };
        option.CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, out var value) && value is > 0 and < 1e6) return value;
            result.AddError($"{name}: '{result.Tokens[0].Value}' cannot be used; expected a number above 0 without a unit");
            return usual;
        };
        return option;
    }

    private static Option<double?> Positive(string name, string description, string unit)
    {
        var option = new Option<double?>(name) { Description = description, HelpName = unit };
        option.CustomParser = result =>
        {
            if (double.TryParse(result.Tokens[0].Value, out var value) && value is > 0 and < 1e6) return value;
            result.AddError($"{name}: '{result.Tokens[0].Value}' cannot be used; expected a number above 0 and below a million, without a unit");
            return null;
        };
        return option;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var resolution = TrackerOptionText.Resolution(parsed.GetValue(_rangeResolution), parsed.GetValue(_azimuthResolution));
        var settings = TrackerOptionText.Settings(_tracker.Name, parsed.GetRequiredValue(_tracker));
        if (parsed.GetValue(_scenario) is { } scenario)
        {
            if (parsed.GetValue(_smooth) || parsed.GetValue(_register)) throw new UsageException("--smooth and --register go with recordings, not with --scenario");
            if (resolution != TargetResolution.None) throw new UsageException("--range-resolution and --azimuth-resolution go with recordings and --look, not with --scenario");
            _ = TrackerOptionText.Apply(_tracker.Name, settings, TrackRequest.UsualTracker, resolution);
            var tables = parsed.GetRequiredValue(_recordings);
            if (tables.Length != 1) throw new UsageException($"--scenario goes with one table of plots, not {tables.Length}");
            return PlotTableResults.Run(tables[0], scenario, parsed.GetValue(_truth), basis => TrackerOptionText.Apply(_tracker.Name, settings, basis, TargetResolution.None), parsed.GetValue(_out), report);
        }

        if (parsed.GetValue(_truth) is not null) throw new UsageException("--truth needs --scenario: only a table of plots comes with a truth");
        if (parsed.GetValue(_reference) is not null && parsed.GetRequiredValue(_recordings).Any(StreamAddress.Names)) throw new UsageException("--reference compares a recording with the traffic of its hours; a live stream has none recorded yet");
        var request = new TrackRequest
        {
            Tracker = TrackerOptionText.Apply(_tracker.Name, settings, TrackRequest.UsualTracker, resolution),
            TrackerSettings = settings,
            Resolution = resolution,
            Recordings = parsed.GetRequiredValue(_recordings),
            Places = RadarOptionText.Places(_places.Name, parsed.GetRequiredValue(_places)),
            PlaceOfOthers = parsed.GetValue(_place) is { } place ? RadarOptionText.Place(_place.Name, place) : null,
            Accuracy = new RadarAccuracy(parsed.GetValue(_range), double.DegreesToRadians(parsed.GetValue(_azimuth)), parsed.GetValue(_height)),
            UseCodes = parsed.GetValue(_codes),
            Smooths = parsed.GetValue(_smooth),
            Registers = parsed.GetValue(_register),
            FusesTracks = FusesTracks(parsed.GetRequiredValue(_fusion)),
            Reference = parsed.GetValue(_reference) is { } reference ? ReadReference(reference) : null,
            PaceRatio = parsed.GetValue(_pace),
            SkipMalformed = parsed.GetValue(_skip),
        };
        if (request.FusesTracks && (request.Smooths || request.Registers)) throw new UsageException("--smooth and --register work on plots; they do not go with --fusion tracks");
        if (parsed.GetRequiredValue(_look) is { Length: > 0 } looks) return RunTraffic(parsed, request, [.. looks.Select(look => SimulatedRadar.Parse(_look.Name, look))], report);
        var streams = Streams(request);
        if (streams.Count == 0 && parsed.GetValue(_for) is not null) throw new UsageException("--for goes with live streams (udp://ADDRESS:PORT); a recording ends by itself");
        var folder = parsed.GetValue(_out) ?? TrackResults.DefaultFolder(request.Recordings);
        TrackFolder.RequireUsable(folder);

        var run = streams.Count > 0
            ? LiveRun.Of(request, streams, parsed.GetValue(_for), report.Note, report.Cancellation)
            : report.Progress("tracking", progress => RecordingRun.Of(request, progress, report.Cancellation));
        return Show(run, request, folder, report);
    }

    private int RunTraffic(ParseResult parsed, TrackRequest request, List<SimulatedRadar> radars, Report report)
    {
        if (request.Recordings.Count != 1) throw new UsageException($"--look goes with one table of recorded traffic, not {request.Recordings.Count}");
        if (request.Reference is not null || request.PaceRatio is not null || request.Places.Count > 0 || request.PlaceOfOthers is not null) throw new UsageException("--look places its own radars and scores against the traffic itself; leave out --reference, --pace and the places of radars");
        if (request.FusesTracks && radars.Count < 2) throw new UsageException("--fusion tracks joins the tracks of several radars; expected --look twice or more");
        if (radars.Count > 200) throw new UsageException($"{radars.Count} radars are given; expected at most 200");
        var (detection, falsePlots) = (parsed.GetValue(_detection), parsed.GetValue(_falsePlots));
        if (!(detection is > 0 and <= 1)) throw new UsageException($"{_detection.Name}: {detection} cannot be used; expected above 0 and up to 1");
        if (!(falsePlots is >= 0 and <= 100_000)) throw new UsageException($"{_falsePlots.Name}: {falsePlots} cannot be used; expected 0 to 100000");
        Paths.RequireFile(request.Recordings[0], "a table of recorded traffic");
        var folder = parsed.GetValue(_out) ?? TrackResults.DefaultFolder(request.Recordings);
        TrackFolder.RequireUsable(folder);
        var noise = new TrafficNoise(request.Accuracy, detection, falsePlots);
        var run = report.Progress("tracking", progress => TrafficRun.Of(request, radars, noise, parsed.GetValue(_seed), progress, report.Cancellation));
        return Show(run, request, folder, report);
    }

    private static bool FusesTracks(string fusion) => fusion switch
    {
        "plots" => false,
        "tracks" => true,
        _ => throw new UsageException($"--fusion: '{fusion}' is no way of it; expected plots or tracks"),
    };

    private static TrafficTable ReadReference(string path)
    {
        Paths.RequireFile(path, "a table of recorded traffic");
        return TrafficTable.Read(path);
    }

    private static int Show(RecordingRun run, TrackRequest request, string folder, Report report)
    {
        TrackResultText.Notes(run, report);
        var summary = TrackResultJson.Summary(run, request);

        // What is heard or shown at its own pace is ended by the user: that is no reason to throw it away.
        if (run.Live is null && !run.WasStopped) report.Cancellation.ThrowIfCancellationRequested();
        TrackResults.Write(run, summary, folder);
        TrackResultText.Write(run, report);
        report.Line($"results: {folder}");
        report.Object(() => JsonNode.Parse(summary.ToJson())!.AsObject());
        return ExitCode.Done;
    }

    // Streams that are listened to; none when files are to be read.
    private static List<StreamAddress> Streams(TrackRequest request)
    {
        var streams = request.Recordings.Where(StreamAddress.Names).Select(StreamAddress.Parse).ToList();
        if (streams.Count == 0)
        {
            foreach (var recording in request.Recordings) Paths.RequireFile(recording, "a radar recording, or a stream udp://ADDRESS:PORT");
            return streams;
        }

        if (streams.Count < request.Recordings.Count) throw new UsageException("live streams and recordings cannot be tracked together; give either streams (udp://ADDRESS:PORT) or files");
        if (request.Smooths || request.Registers) throw new UsageException("--smooth and --register need a whole recording; they do not go with live streams");
        if (request.FusesTracks) throw new UsageException("--fusion tracks goes with recordings and --look; live streams are tracked by their plots");
        if (request.PaceRatio is not null) throw new UsageException("--pace goes with recordings; a live stream has its own pace");
        if (streams.DistinctBy(static stream => (stream.Address, stream.Port)).Count() < streams.Count) throw new UsageException("a stream is given twice; expected each once");
        return streams;
    }
}
