using System.CommandLine;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Terrain;
using Bulwark.Core.Terrain;
using Bulwark.Formats.TerrainTiles;

namespace Bulwark.Cli.Verbs;

/// <summary><c>bulwark terrain</c>: which heights are there, and fetching public ones.</summary>
internal sealed class TerrainVerb : IVerb
{
    private readonly Argument<string> _tiles = new("TILES") { Description = "folder of terrain tiles (.hgt, .dt0-.dt2, .tif, with or without .gz), or one tile" };
    private readonly Argument<string> _folder = new("FOLDER") { Description = "folder to put the tiles into; made when it is not there" };
    private readonly TerrainAreaOptions _area = new();
    private readonly Option<string> _source = new("--source") { Description = "srtm (1 second of arc), glo30 (Copernicus, 1 second) or glo90 (Copernicus, 3 seconds)", HelpName = "NAME", DefaultValueFactory = static _ => "srtm" };
    private readonly Option<string?> _address = new("--address") { Description = "where tiles are fetched from instead; {name} stands for the name of a tile, {band} for its latitude (N44)", HelpName = "URL" };
    private readonly Option<string?> _checksums = new("--checksums") { Description = "file of lines 'SHA-256  file name', as sha256sum writes them", HelpName = "FILE" };
    private readonly Option<int> _most = new("--max-tiles") { Description = "refuse an area that needs more tiles", HelpName = "N", DefaultValueFactory = static _ => 400 };

    /// <inheritdoc />
    public Command Build(VerbContext context)
    {
        var info = context.Command("info", "Says which tiles there are, reads them all, and counts what is unknown.", "terrain info tiles", "terrain info N44E005.hgt.gz --json");
        info.Add(_tiles);
        context.OnRun(info, Info);

        var fetch = context.Command(
            "fetch",
            "Fetches the public terrain tiles of an area into a folder; given again, it goes on where it stopped.",
            "terrain fetch tiles --at 35.2,24.0 --radius 100km",
            "terrain fetch tiles --area 34,23,36,27 --source glo90",
            "terrain fetch tiles --scenario scenarios/crete-s300.yaml");
        fetch.Add(_folder);
        foreach (var option in (Option[])[.. _area.All, _source, _address, _checksums, _most]) fetch.Add(option);
        context.OnRun(fetch, Fetch);
        return new ExampleCommand("terrain", "Says which terrain heights there are, and fetches public ones.", ["terrain info tiles", "terrain fetch tiles --at 35.2,24.0 --radius 100km"]) { info, fetch };
    }

    private int Info(ParseResult parsed, Report report)
    {
        var store = TileStore.Open(parsed.GetRequiredValue(_tiles));
        var surveys = report.Progress("reading tiles", progress => store.Survey(progress, report.Cancellation));
        report.Line(TerrainInfo.Text(store, surveys));
        report.Object(() => TerrainInfo.Json(store, surveys));
        return ExitCode.Done;
    }

    private int Fetch(ParseResult parsed, Report report)
    {
        var name = parsed.GetRequiredValue(_source);
        var source = TileSource.All.FirstOrDefault(source => source.Id == name) ?? throw new UsageException($"--source: '{name}' is not known; expected {string.Join(", ", TileSource.All.Select(static source => source.Id))}");
        var folder = parsed.GetRequiredValue(_folder);
        if (string.IsNullOrWhiteSpace(folder) || File.Exists(folder)) throw new UsageException($"'{folder}' cannot be the folder of the tiles; expected the name of a folder");
        var fetcher = new TileFetcher(new TileFetchOptions
        {
            Source = source,
            Area = _area.Read(parsed),
            Folder = folder,
            Address = parsed.GetValue(_address),
            Checksums = parsed.GetValue(_checksums) is { } file ? ChecksumList.Read(file) : new Dictionary<string, string>(StringComparer.Ordinal),
            MaximumTiles = parsed.GetValue(_most),
        });
        report.Note($"{fetcher.Corners.Length} tiles from {source.Description}");
        var summary = report.Progress("fetching tiles", progress => fetcher.FetchAsync(progress, report.Cancellation).GetAwaiter().GetResult());
        report.Line($"{summary.Fetched.Count} tiles fetched ({summary.ReceivedBytes / 1e6:0.0} MB), {summary.Present.Count} were there, {summary.Missing.Count} do not exist at the source");
        if (summary.Missing.Count > 0) report.Line($"no tile, so heights stay unknown there (sea, or outside the cover): {string.Join(", ", summary.Missing)}");
        report.Line($"tiles: {folder}");
        report.Object(() => new JsonObject
        {
            ["folder"] = folder,
            ["source"] = source.Id,
            ["fetched"] = Names(summary.Fetched),
            ["present"] = Names(summary.Present),
            ["missing"] = Names(summary.Missing),
            ["receivedBytes"] = summary.ReceivedBytes,
        });
        return ExitCode.Done;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(static name => (JsonNode)name)]);
}
