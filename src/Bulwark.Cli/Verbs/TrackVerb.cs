using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.PlotTables;
using Bulwark.Cli.Recordings;
using Bulwark.Formats.Asterix;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark track</c>: real radar recordings through the tracker.</summary>
internal sealed class TrackVerb : IVerb
{
    private readonly Argument<string[]> _recordings = new("RECORDING")
    {
        Description = "ASTERIX recordings of one day, of one or several radars: raw blocks, .gps or pcap, plain or .gz",
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
    private readonly Option<bool> _skip = new("--skip-malformed") { Description = "pass over blocks that contradict their definition" };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "track",
            "Tracks the aircraft of real radar recordings with the simulation's own tracker.",
            "track recording.gps.gz",
            "track north.pcap south.pcap --sensor 20/130=39.503,-0.476,20 --sensor 20/4=41.047,-2.444",
            "track recording.gps.gz --json > summary.json");
        command.Add(_recordings);
        foreach (var option in (Option[])[_out, _place, _places, _range, _azimuth, _height, _codes, _smooth, _register, _skip, _scenario, _truth]) command.Add(option);
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

    private int Run(ParseResult parsed, Report report)
    {
        if (parsed.GetValue(_scenario) is { } scenario)
        {
            if (parsed.GetValue(_smooth) || parsed.GetValue(_register)) throw new UsageException("--smooth and --register go with recordings, not with --scenario");
            var tables = parsed.GetRequiredValue(_recordings);
            if (tables.Length != 1) throw new UsageException($"--scenario goes with one table of plots, not {tables.Length}");
            return PlotTableResults.Run(tables[0], scenario, parsed.GetValue(_truth), parsed.GetValue(_out), report);
        }

        if (parsed.GetValue(_truth) is not null) throw new UsageException("--truth needs --scenario: only a table of plots comes with a truth");
        var request = new TrackRequest
        {
            Recordings = parsed.GetRequiredValue(_recordings),
            Places = RadarOptionText.Places(_places.Name, parsed.GetRequiredValue(_places)),
            PlaceOfOthers = parsed.GetValue(_place) is { } place ? RadarOptionText.Place(_place.Name, place) : null,
            Accuracy = new RadarAccuracy(parsed.GetValue(_range), double.DegreesToRadians(parsed.GetValue(_azimuth)), parsed.GetValue(_height)),
            UseCodes = parsed.GetValue(_codes),
            Smooths = parsed.GetValue(_smooth),
            Registers = parsed.GetValue(_register),
            SkipMalformed = parsed.GetValue(_skip),
        };
        foreach (var recording in request.Recordings) Paths.RequireFile(recording, "a radar recording");

        var folder = parsed.GetValue(_out) ?? TrackResults.DefaultFolder(request.Recordings);
        TrackFolder.RequireUsable(folder);

        var run = report.Progress("tracking", progress => RecordingRun.Of(request, progress, report.Cancellation));
        TrackResultText.Notes(run, report);
        var summary = TrackResultJson.Summary(run, request.Recordings);
        report.Cancellation.ThrowIfCancellationRequested();
        TrackResults.Write(run, summary, folder);
        TrackResultText.Write(run, report);
        report.Line($"results: {folder}");
        report.Object(() => JsonNode.Parse(summary.ToJson())!.AsObject());
        return ExitCode.Done;
    }
}
