using System.CommandLine;
using Bulwark.Cli.Coverage;
using Bulwark.Cli.Documents;
using Bulwark.Cli.Manner;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Studies.Coverage;
using Bulwark.Studies.Results;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark coverage</c>: what radars see at given heights, and what their range rings hide.</summary>
internal sealed class CoverageVerb : IVerb
{
    private readonly Argument<string?> _system = new("SYSTEM") { Description = "a radar or battery of the catalogue, to stand at --at", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _at = new("--at") { Description = "where it stands, in degrees and metres of ground above sea level", HelpName = "LAT,LON[,GROUND]" };
    private readonly Option<string[]> _sites = new("--site") { Description = "a further radar or battery at its own place; may be given again", HelpName = "SYSTEM@LAT,LON[,GROUND]", DefaultValueFactory = static _ => [] };
    private readonly Option<string> _heights = new("--height") { Description = "heights of the target, such as 50m,300m,3km", HelpName = "LIST", DefaultValueFactory = static _ => "50m,300m,3000m" };
    private readonly Option<string> _reference = new("--reference") { Description = "heights above 'ground' or 'msl' (sea level)", HelpName = "WHAT", DefaultValueFactory = static _ => "ground" };
    private readonly Option<string> _target = new("--target") { Description = "class of target in the catalogue", HelpName = "AIRCRAFT", DefaultValueFactory = static _ => "fighter" };
    private readonly Option<string?> _rcs = new("--rcs") { Description = "radar cross-section instead of the class's, such as 0.1m2 or -10dBsm", HelpName = "AREA" };
    private readonly Option<double> _pd = new("--pd") { Description = "probability of detection from which a place is covered", HelpName = "SHARE", DefaultValueFactory = static _ => 0.5 };
    private readonly Option<string> _combine = new("--combine") { Description = "what counts for several radars: any, 2of, 3of ... or track", HelpName = "RULE", DefaultValueFactory = static _ => "any" };
    private readonly Option<string?> _mast = new("--mast") { Description = "height of the antennas above the ground instead of the catalogue's", HelpName = "HEIGHT" };
    private readonly Option<double?> _facing = new("--facing") { Description = "middle of the sector, degrees from north; all round unless given", HelpName = "DEGREES" };
    private readonly Option<string?> _radius = new("--radius") { Description = "radius of the area; a little more than the range ring unless given", HelpName = "LENGTH" };
    private readonly Option<string?> _cell = new("--cell") { Description = "side of the cells; a four-hundredth of the radius unless given", HelpName = "LENGTH" };
    private readonly Option<string?> _terrain = new("--terrain") { Description = "folder with terrain tiles (SRTM, DTED, GeoTIFF); the smooth Earth unless given", HelpName = "FOLDER" };
    private readonly Option<string?> _points = new("--points") { Description = "table of places (columns lon, lat): writes the smallest visible height over each", HelpName = "FILE.csv" };
    private readonly Option<double> _k = new("--k") { Description = "effective Earth factor", HelpName = "FACTOR", DefaultValueFactory = static _ => 4.0 / 3.0 };
    private readonly Option<string?> _out = new("--out", "-o") { Description = "results folder; results/coverage-SYSTEM unless given", HelpName = "FOLDER" };
    private readonly Option<string> _format = new("--format") { Description = "files to write: png, geotiff, kml, geojson, csv or all", HelpName = "LIST", DefaultValueFactory = static _ => "all" };
    private readonly Option<double> _scale = new("--scale") { Description = "pixels for each point of a map's width of 970", HelpName = "FACTOR", DefaultValueFactory = static _ => 1.5 };
    private readonly SurroundingsOptions _surroundings = new();
    private readonly CatalogueOption _catalogue = new();

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var command = context.Command(
            "coverage",
            "Shows what a radar or a network of radars sees at given heights, as maps and tables.",
            "coverage s-300-pmu-1 --at 35.2,24.0 --height 50m,300m,3000m",
            "coverage 64n6e --at 35.2,24.0 --mast 24m --target cruise-missile",
            "coverage --site 64n6e@35.2,24.0 --site 64n6e@35.0,25.7 --combine 2of");
        command.Add(_system);
        foreach (var option in (Option[])[_at, _sites, _heights, _reference, _target, _rcs, _pd, _combine, _mast, _facing, _radius, _cell, _terrain, .. _surroundings.All, _points, _k, _out, _format, _scale, _catalogue.Option]) command.Add(option);
        context.OnRun(command, Run);
        return command;
    }

    private int Run(ParseResult parsed, Report report)
    {
        var request = Request(parsed);
        var points = parsed.GetValue(_points) is { } table ? CoveragePoints.Read(table) : null;
        var formats = CoverageOptionText.Choices(_format.Name, parsed.GetRequiredValue(_format), CoverageFiles.Formats);
        var folder = parsed.GetValue(_out) ?? Path.Combine("results", $"coverage-{DefaultName(parsed)}");
        CoverageFolder.RequireUsable(folder);
        var scale = Within(_scale.Name, parsed.GetValue(_scale), 0.5, 4);
        if (parsed.GetValue(_terrain) is { } terrain) request = Known(() => CoverageTerrain.Load(request, terrain, report));
        var result = report.Progress("coverage", progress => Known(() => CoverageStudy.Of(request, progress, report.Cancellation)));
        var files = Known(() => CoverageFiles.Of(result, formats, report.Cancellation)).ToList();
        if (points is not null) files.Add(new ResultFile("points.csv", stream => points.Write(result, stream, report.Cancellation)));
        CoverageFolder.Write(result, folder, formats.Contains("png"), scale, extraFiles: files, cancellation: report.Cancellation);
        CoverageText.Write(result, report);
        foreach (var note in CoverageSummary.Notes(result)) report.Line(note);
        report.Line($"results: {folder}");
        report.Object(() => CoverageSummary.Of(result));
        return ExitCode.Done;
    }

    // What the library refuses is the user's input here.
    private static T Known<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ArgumentException problem)
        {
            throw new UsageException(problem.Message.Split(" (Parameter", 2)[0]);
        }
        catch (UnknownGroundException problem)
        {
            throw new UsageException($"{problem.Message} Or give --gaps sea.");
        }
    }

    private CoverageRequest Request(ParseResult parsed)
    {
        var store = _catalogue.Load(parsed);
        var target = ParameterBuilder.Aircraft(EntryFinder.Find(store, parsed.GetRequiredValue(_target), EntryKind.Aircraft));
        var rcsM2 = Optional(parsed, _rcs, Dimension.Area, 1e-6, 1e5);
        var radars = Radars(parsed, store);
        return new CoverageRequest
        {
            Radars = radars,
            HeightsM = CoverageOptionText.Lengths(_heights.Name, parsed.GetRequiredValue(_heights), 0, 100_000),
            Reference = Reference(parsed.GetRequiredValue(_reference)),
            TargetName = rcsM2 is null ? target.Name.ToLowerInvariant() : "target",
            TargetRcsM2 = rcsM2 ?? target.RcsM2,
            TargetSignature = rcsM2 is null ? target.Signature : null,
            TargetSpeedMPerS = target.SpeedMPerS,
            ThresholdProbability = Within(_pd.Name, parsed.GetValue(_pd), 0.01, 0.99),
            Combination = Rule(parsed.GetRequiredValue(_combine)),
            RadiusM = Optional(parsed, _radius, Dimension.Length, 100, 2e6),
            CellM = Optional(parsed, _cell, Dimension.Length, 1, 1e5),
            Surroundings = _surroundings.Read(parsed, radars[0].Place.LatitudeRad),
            Jammers = _surroundings.Jammers(parsed),
            EffectiveEarthFactorRatio = Within(_k.Name, parsed.GetValue(_k), 0.3, 100),
        };
    }

    private List<CoverageRadar> Radars(ParseResult parsed, CatalogueStore store)
    {
        var mast = Optional(parsed, _mast, Dimension.Length, 0, 5000);
        double? facing = parsed.GetValue(_facing) is { } degrees ? double.DegreesToRadians(Within(_facing.Name, degrees, -360, 360)) : null;
        var radars = new List<CoverageRadar>();
        if (parsed.GetValue(_system) is { } system)
        {
            var at = parsed.GetValue(_at) ?? throw new UsageException($"'{system}' has no place; give one with --at latitude,longitude, such as --at 35.2,24.0");
            radars.AddRange(CoverageRadars.Of(store, system, CoverageOptionText.Place(_at.Name, at), mast, facing));
        }
        else if (parsed.GetValue(_at) is not null)
        {
            throw new UsageException("--at names a place but no radar stands there; give a radar or battery of the catalogue before it, such as s-300-pmu-1");
        }

        foreach (var site in parsed.GetRequiredValue(_sites))
        {
            var (id, place) = CoverageOptionText.Site(_sites.Name, site);
            radars.AddRange(CoverageRadars.Of(store, id, place, mast, facing));
        }

        if (radars.Count == 0) throw new UsageException("there is no radar; expected a radar or battery of the catalogue with --at, or --site SYSTEM@latitude,longitude");
        return radars;
    }

    private string DefaultName(ParseResult parsed)
    {
        var system = parsed.GetValue(_system) ?? parsed.GetRequiredValue(_sites)[0].Split('@')[0];
        return EntryFinder.Find(_catalogue.Load(parsed), system).Id;
    }

    private static double? Optional(ParseResult parsed, Option<string?> option, Dimension dimension, double least, double most) =>
        parsed.GetValue(option) is { } text ? CoverageOptionText.Quantity(option.Name, text, dimension, least, most) : null;

    private static double Within(string option, double value, double least, double most) =>
        value >= least && value <= most ? value : throw new UsageException(FormattableString.Invariant($"{option}: {value} is out of range; expected {least} to {most}"));

    private HeightReference Reference(string text) => text switch
    {
        "ground" => HeightReference.Ground,
        "msl" => HeightReference.SeaLevel,
        _ => throw new UsageException($"{_reference.Name}: '{text}' is no reference of heights; expected ground or msl"),
    };

    private Combination Rule(string text)
    {
        if (text == "any") return Combination.Any;
        if (text == "track") return Combination.Track;
        if (text.EndsWith("of", StringComparison.Ordinal) && int.TryParse(text.AsSpan(0, text.Length - 2), out var count) && count is >= 1 and <= 100) return Combination.AtLeast(count);
        throw new UsageException($"{_combine.Name}: '{text}' is no rule; expected any, 2of, 3of ... (that many radars) or track");
    }
}
