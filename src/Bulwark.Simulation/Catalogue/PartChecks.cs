using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>Checks that the parts of a battery exist, fit together, and do not contain the battery itself.</summary>
internal sealed class PartChecks(IReadOnlyList<CatalogueEntry> entries, Func<string, CatalogueEntry?> find, ProblemList problems)
{
    private static readonly string[] FireUnitFigures = ["targets", "missiles", "reaction-time", "launch-interval", "kill-assessment-delay", "salvo-size"];

    /// <summary>Reports everything that is wrong with the parts of a battery.</summary>
    /// <param name="entry">The battery with what it takes from the entry it is a variant of.</param>
    /// <param name="reader">Its file.</param>
    public void Check(CatalogueEntry entry, MappingReader reader)
    {
        var written = reader.NodeOf(PartKeys.Section) as MappingNode;
        var around = reader.PlaceOf(PartKeys.Section);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in entry.Parts)
        {
            CheckPart(part, PartKeys.PlaceOf(written, part, around));
            if (part.Role is PartKeys.Launchers or PartKeys.Units && !names.Add(part.Name))
                problems.Error(PartKeys.PlaceOf(written, part, around), $"the part '{part.Name}' stands twice", "a name of its own: 'as: other-name'");
        }

        CheckTogether(entry, written, around, reader.PlaceOf(EntryKeys.Figures(EntryKind.Battery)), (reader.NodeOf(EntryKeys.Figures(EntryKind.Battery)) as MappingNode) ?? new MappingNode(around));
        if (Circle(entry, []) is { } circle)
            problems.Error(written?.Find(PartKeys.Units)?.Value.Place ?? around, $"a battery that is part of itself: {string.Join(" with ", circle)}", "units that do not contain it");
        else if (Count(entry) > PartKeys.MostParts)
            problems.Error(around, $"{Count(entry)} fire units in all", $"at most {PartKeys.MostParts}");
    }

    private static bool Has(CatalogueEntry entry, string role) => entry.Parts.Any(part => part.Role == role);

    private void CheckPart(CataloguePart part, DocumentPlace place)
    {
        var kind = PartKeys.KindOf(part.Role);
        var found = Find(part.Id, kind, place);
        if (found is not null && part.Role == PartKeys.Acquisition && found.Figures.Find("rotation-rate") is null && found.Figures.Find("search-dwell") is null)
            problems.Error(place, $"the acquisition radar '{part.Id}' does not search", "a radar with a rotation-rate or a search-dwell");
        if (found is not null && part.Role == PartKeys.Engagement && found.Figures.Find("revisit-period") is null)
            problems.Error(place, $"the engagement radar '{part.Id}' has no revisit-period", "a radar with a revisit-period");
        foreach (var (id, _) in part.Load) _ = Find(id, EntryKind.Missile, place);
        foreach (var (id, _) in part.Store)
        {
            if (part.Load.All(load => load.Id != id)) problems.Error(place, $"there are rounds '{id}' in store that the launchers '{part.Name}' do not carry", "ids that also stand under rounds");
        }
    }

    private CatalogueEntry? Find(string id, EntryKind kind, DocumentPlace place)
    {
        if (entries.FirstOrDefault(other => other.Id == id && other.Kind == kind) is not null) return find(id);
        var ids = entries.Where(other => other.Kind == kind).Select(other => other.Id).Order(StringComparer.Ordinal).ToList();
        problems.Error(place, $"there is no {EntryKeys.Word(kind)} '{id}'", ids.Count == 0 ? $"a {EntryKeys.Word(kind)} of the catalogue; it has none" : "one of " + string.Join(", ", ids), NearestMatch.Hint(id, ids));
        return null;
    }

    private void CheckTogether(CatalogueEntry entry, MappingNode? written, DocumentPlace around, DocumentPlace figures, MappingNode writtenFigures)
    {
        var isFireUnit = Has(entry, PartKeys.Engagement);
        var isShort = Has(entry, PartKeys.Launcher) || Has(entry, PartKeys.Missile);
        if (!isFireUnit && !Has(entry, PartKeys.Units) && written?.Find(PartKeys.Engagement) is null)
            problems.Error(around, "the battery has nothing to fight with", "engagement: the id of a radar, with launchers; or units: other batteries");
        if (isShort && Has(entry, PartKeys.Launchers))
            problems.Error(around, "the launchers are given twice", "launcher and missile, or launchers");
        if (isFireUnit && !Has(entry, PartKeys.Launchers))
        {
            foreach (var role in (string[])[PartKeys.Launcher, PartKeys.Missile])
            {
                if (!Has(entry, role) && written?.Find(role) is null) problems.Error(around, $"the part '{role}' is missing", $"{role}: the id of a {EntryKeys.Word(PartKeys.KindOf(role))}, or launchers");
            }
        }

        if (!isFireUnit && (isShort || Has(entry, PartKeys.Launchers)) && written?.Find(PartKeys.Engagement) is null)
            problems.Error(around, "the launchers have no radar to guide their rounds", "engagement: the id of a radar");
        IEnumerable<string> needed = isFireUnit ? FireUnitFigures : [];
        if (isShort) needed = [.. needed, "launchers", "reload-rounds"];
        if (Has(entry, PartKeys.Acquisition)) needed = [.. needed, "tracks"];
        foreach (var name in needed)
        {
            if (entry.Figures.Find(name) is null && writtenFigures.Find(name) is null)
                problems.Error(figures, $"the figure '{name}' is missing", $"{name}: {FigureKeys.Find(EntryKind.Battery, name)!.Expected}");
        }
    }

    private List<string>? Circle(CatalogueEntry entry, List<string> trail)
    {
        if (trail.Contains(entry.Id, StringComparer.Ordinal)) return trail[0] == entry.Id ? [.. trail, entry.Id] : null;
        foreach (var part in entry.Parts.Where(static part => part.Role == PartKeys.Units))
        {
            if (find(part.Id) is { } unit && Circle(unit, [.. trail, entry.Id]) is { } circle) return circle;
        }

        return null;
    }

    private long Count(CatalogueEntry entry, int depth = 0)
    {
        if (depth > 20) return 0;
        var units = entry.Parts.Where(static part => part.Role == PartKeys.Units).Sum(part => find(part.Id) is { } unit ? Math.Min(PartKeys.MostParts + 1, part.Count * Count(unit, depth + 1)) : 0);
        return units + (Has(entry, PartKeys.Engagement) ? 1 : 0);
    }
}
