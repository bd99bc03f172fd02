using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Wiring;

namespace Bulwark.Simulation.Scenarios;

/// <summary>What the readers of a scenario's parts share: the catalogue, identifiers taken so far, and the sources used.</summary>
internal sealed class ReadingContext(CatalogueStore catalogue, ProblemList problems)
{
    private readonly Dictionary<string, DocumentPlace> _ids = new(StringComparer.Ordinal);
    private readonly HashSet<string> _units = new(StringComparer.Ordinal);
    private readonly HashSet<string> _launchers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WiredUnit> _wired = new(StringComparer.Ordinal);
    private readonly List<string> _sources = [];

    public ProblemList Problems => problems;

    /// <summary>The terrain; null for the smooth Earth.</summary>
    public IElevationField? Terrain { get; set; }

    /// <summary>What stands in for unknown ground.</summary>
    public MissingTerrain TerrainGaps { get; set; }

    /// <summary>Whether batteries tell kinds of targets apart.</summary>
    public bool TellsKinds { get; set; }

    public IReadOnlyList<string> Sources => _sources;

    /// <summary>Reads the identifier of a part and reports one that is taken.</summary>
    public string TakeId(MappingReader reader)
    {
        var id = reader.Get(ScenarioKeys.Id);
        if (id.Length == 0) return id;
        var place = reader.PlaceOf(ScenarioKeys.Id);
        if (!_ids.TryAdd(id, place)) problems.Error(place, $"the id '{id}' stands twice", "an id of its own", $"the first is on line {_ids[id].Line}");
        return id;
    }

    /// <summary>The batteries and radars that can be given orders, also those with problems of their own.</summary>
    public IReadOnlyCollection<string> Units => _units;

    /// <summary>Whether an identifier is that of a battery or radar.</summary>
    public bool IsUnit(string id) => _units.Contains(id);

    /// <summary>Notes a part of a battery that can be given orders.</summary>
    public void AddUnit(string id) => _units.Add(id);

    /// <summary>The launchers of batteries that can be given orders of their own.</summary>
    public IReadOnlyCollection<string> Launchers => _launchers;

    /// <summary>Notes launchers of a battery that can be given orders of their own.</summary>
    public void AddLaunchers(string id) => _launchers.Add(id);

    /// <summary>Reads the identifier of a battery or radar.</summary>
    public string TakeUnit(MappingReader reader)
    {
        var id = TakeId(reader);
        if (id.Length > 0) _units.Add(id);
        return id;
    }

    /// <summary>What the file says about the command of each battery and radar that could be made.</summary>
    public IReadOnlyDictionary<string, WiredUnit> Wired => _wired;

    /// <summary>Notes what the file says about the command of a battery or radar.</summary>
    public void Wire(MappingReader reader, string id, bool hasCommandPost)
    {
        var superior = reader.TryGet(WiringKeys.Superior, out var stated) ? stated : null;
        _wired.TryAdd(id, new WiredUnit(id, reader.PlaceOf(WiringKeys.Superior), superior, hasCommandPost));
    }

    /// <summary>Finds the catalogue entry that a part uses; null after reporting that there is none.</summary>
    public CatalogueEntry? Use(MappingReader reader, IdentifierKey key, EntryKind kind) =>
        reader.TryGet(key, out var id) ? Use(id, reader.PlaceOf(key), kind) : null;

    /// <summary>An entry that another one names. The catalogue was checked, so it is there.</summary>
    public CatalogueEntry Entry(string id)
    {
        var entry = catalogue.Find(id) ?? throw new InvalidOperationException($"the catalogue has lost '{id}'");
        AddSource(CatalogueText.Sources(entry));
        return entry;
    }

    /// <summary>Finds an entry that a file names in a list; null after reporting that there is none such.</summary>
    public CatalogueEntry? Use(string id, DocumentPlace place, EntryKind kind)
    {
        if (catalogue.Find(id) is { } entry && entry.Kind == kind)
        {
            AddSource(CatalogueText.Sources(entry));
            return entry;
        }

        var ids = catalogue.OfKind(kind).Select(other => other.Id).ToList();
        var word = EntryKeys.Word(kind);
        var message = catalogue.Find(id) is { } wrong ? $"'{id}' is a {EntryKeys.Word(wrong.Kind)}, not a {word}" : $"there is no {word} '{id}' in the catalogue";
        problems.Error(place, message, "one of " + string.Join(", ", ids), NearestMatch.Hint(id, ids));
        return null;
    }

    /// <summary>Reports that an objective is no asset.</summary>
    public static void TellNoAsset(MappingReader reader, KeyDefinition key, string id, IReadOnlyList<DefendedAsset> assets)
    {
        var ids = assets.Select(asset => asset.Id).Where(other => other.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        reader.Problems.Error(reader.PlaceOf(key), $"there is no asset '{id}'", ids.Count == 0 ? "the id of an asset; the scenario has none" : "one of " + string.Join(", ", ids), NearestMatch.Hint(id, ids));
    }

    public void AddSource(string line)
    {
        if (!_sources.Contains(line, StringComparer.Ordinal)) _sources.Add(line);
    }
}
