using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>Reads catalogue files, merges variants and checks references.</summary>
internal sealed class CatalogueReader(ProblemList problems)
{
    private readonly List<CatalogueEntry> _read = [];
    private readonly Dictionary<string, CatalogueEntry> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatalogueEntry?> _merged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MappingReader> _readers = new(StringComparer.Ordinal);

    /// <summary>Reads one file; what is wrong is reported.</summary>
    public void Add(DocumentNode node)
    {
        if (node is not MappingNode mapping)
        {
            _ = MappingReader.Open(node, EntryKeys.For(EntryKind.Radar), problems);
            return;
        }

        // The kind decides which keys are valid, so it is read before the mapping is opened.
        if (mapping.Find(EntryKeys.Kind.Name) is not { } kindEntry)
        {
            problems.Error(mapping.Place, "the key 'kind' is missing", "kind: " + EntryKeys.Kind.Expected);
            return;
        }

        if (!EntryKeys.Kind.TryRead(kindEntry.Value, problems, out var kind)) return;
        if (MappingReader.Open(node, EntryKeys.For(kind), problems) is not { } reader) return;
        _ = reader.Get(EntryKeys.Format);
        var entry = ReadEntry(reader, kind);
        if (entry.Id.Length == 0) return;
        var file = Path.GetFileNameWithoutExtension(entry.Place.File);
        if (file != entry.Id) problems.Error(reader.PlaceOf(EntryKeys.Id), $"the id '{entry.Id}' differs from the name of its file", $"id: {file}");
        if (!_byId.TryAdd(entry.Id, entry))
        {
            problems.Error(reader.PlaceOf(EntryKeys.Id), $"the id '{entry.Id}' stands twice in the catalogue", "", $"the first is in {_byId[entry.Id].Place.File}");
            return;
        }

        _readers.Add(entry.Id, reader);
        _read.Add(entry);
    }

    /// <summary>Merges variants and checks the whole; entries in order of kind and id.</summary>
    public IReadOnlyList<CatalogueEntry> Finish()
    {
        var merged = _read.Select(entry => Merge(entry, [])).OfType<CatalogueEntry>().OrderBy(entry => entry.Kind).ThenBy(entry => entry.Id, StringComparer.Ordinal).ToList();
        foreach (var entry in merged) CheckWhole(entry);
        return merged;
    }

    private static CatalogueEntry ReadEntry(MappingReader reader, EntryKind kind)
    {
        var figures = new List<Figure>();
        if (reader.Section(EntryKeys.Figures(kind)) is { } section)
        {
            foreach (var key in FigureKeys.For(kind).Keys.Cast<FigureKey>())
            {
                if (section.TryGet(key, out var figure) && figure is not null) figures.Add(figure);
            }
        }

        List<CataloguePart> parts = kind == EntryKind.Battery && reader.Section(PartKeys.Section) is { } written ? PartKeys.Read(written) : [];
        return new CatalogueEntry
        {
            Kind = kind,
            Id = reader.Get(EntryKeys.Id),
            Name = reader.Get(EntryKeys.Name),
            Summary = reader.Get(EntryKeys.Summary),
            Category = kind == EntryKind.Aircraft ? reader.Get(EntryKeys.Category) : "",
            Like = reader.Get(EntryKeys.Like),
            Place = reader.Place,
            Figures = new FigureSet(figures),
            Parts = parts,
            Facts = reader.Get(EntryKeys.Facts),
        };
    }

    private CatalogueEntry? Merge(CatalogueEntry entry, List<string> trail)
    {
        if (_merged.TryGetValue(entry.Id, out var done)) return done;
        if (entry.Like.Length == 0) return _merged[entry.Id] = entry;
        var place = _readers[entry.Id].PlaceOf(EntryKeys.Like);
        trail.Add(entry.Id);
        if (trail.Contains(entry.Like, StringComparer.Ordinal))
        {
            problems.Error(place, $"variants in a circle: {string.Join(" like ", trail)} like {entry.Like}", "an entry that is no variant of itself");
            return _merged[entry.Id] = null;
        }

        var sameKind = _read.Where(other => other.Kind == entry.Kind && other.Id != entry.Id).Select(other => other.Id);
        if (!_byId.TryGetValue(entry.Like, out var original) || original.Kind != entry.Kind)
        {
            problems.Error(place, $"there is no {EntryKeys.Word(entry.Kind)} '{entry.Like}'", List(sameKind), NearestMatch.Hint(entry.Like, sameKind));
            return _merged[entry.Id] = null;
        }

        if (Merge(original, trail) is not { } whole) return _merged[entry.Id] = null;
        return _merged[entry.Id] = entry with
        {
            Figures = whole.Figures.With(entry.Figures.All),
            Parts = [.. PartKeys.Roles.SelectMany(role => Parts(entry, role) is { Count: > 0 } own ? own : Parts(whole, role))],
            Category = entry.Category.Length > 0 ? entry.Category : whole.Category,
            Facts = [.. entry.Facts, .. whole.Facts.Where(fact => entry.Facts.All(own => own.Name != fact.Name))],
        };
    }

    private static List<CataloguePart> Parts(CatalogueEntry entry, string role) => [.. entry.Parts.Where(part => part.Role == role)];

    private void CheckWhole(CatalogueEntry entry)
    {
        var reader = _readers[entry.Id];
        var figuresKey = EntryKeys.Figures(entry.Kind);
        var written = reader.NodeOf(figuresKey) as MappingNode;
        foreach (var key in FigureKeys.For(entry.Kind).Keys.Cast<FigureKey>())
        {
            // A figure that is there but wrong was reported already.
            if (key.IsNeeded && entry.Figures.Find(key.Name) is null && written?.Find(key.Name) is null)
                problems.Error(reader.PlaceOf(figuresKey), $"the figure '{key.Name}' is missing", $"{key.Name}: {key.Expected}");
        }

        foreach (var (figure, message, expected) in FigureChecks.Of(entry.Kind, entry.Figures))
            problems.Error(entry.Figures.Find(figure)?.Place ?? reader.PlaceOf(figuresKey), message, expected);
        if (entry.Kind == EntryKind.Aircraft && entry.Category.Length == 0 && !reader.Has(EntryKeys.Category))
            problems.Error(entry.Place, "the key 'category' is missing", "category: fighter, bomber, cruise-missile, airliner …");
        if (entry.Kind == EntryKind.Battery) new PartChecks(_read, id => _merged.GetValueOrDefault(id), problems).Check(entry, reader);
    }

    private static string List(IEnumerable<string> ids) => "one of " + string.Join(", ", ids.Order(StringComparer.Ordinal));
}
