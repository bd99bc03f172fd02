namespace Bulwark.Simulation.Catalogue;

/// <summary>Two or more entries of one kind side by side, figure by figure, those of their parts included. Immutable.</summary>
public sealed class CatalogueComparison
{
    private CatalogueComparison(IReadOnlyList<CatalogueEntry> entries, IReadOnlyList<ComparedRow> rows) => (Entries, Rows) = (entries, rows);

    /// <summary>The entries, in the order in which they were named.</summary>
    public IReadOnlyList<CatalogueEntry> Entries { get; }

    /// <summary>One row for each figure that any of them has, by the part it belongs to.</summary>
    public IReadOnlyList<ComparedRow> Rows { get; }

    /// <summary>Compares entries.</summary>
    /// <param name="store">The catalogue they belong to.</param>
    /// <param name="entries">At least two entries of one kind.</param>
    /// <exception cref="ArgumentException">There are fewer than two, or they are of different kinds.</exception>
    public static CatalogueComparison Of(CatalogueStore store, IReadOnlyList<CatalogueEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count < 2) throw new ArgumentException("there is nothing to compare with; expected at least two entries", nameof(entries));
        if (entries.FirstOrDefault(entry => entry.Kind != entries[0].Kind) is { } other)
            throw new ArgumentException($"'{entries[0].Id}' is a {EntryKeys.Word(entries[0].Kind)} and '{other.Id}' a {EntryKeys.Word(other.Kind)}; expected entries of one kind", nameof(entries));
        var trees = entries.Select(entry => new PartList(store, entry)).ToList();
        var rows = new List<ComparedRow>();
        foreach (var part in PartList.Order.Where(part => trees.Exists(tree => tree[part].Count > 0)))
        {
            if (PartList.IsNamed(part)) Add(part, "which", [.. trees.Select(tree => (IReadOnlyList<ComparedValue>)[.. tree[part].Select(static one => ComparedValue.Words(one.Entry.Id, one.Words))])]);
            var kinds = trees.SelectMany(tree => tree[part]).Select(static one => one.Entry.Kind).Distinct();
            foreach (var name in kinds.SelectMany(static kind => FigureKeys.For(kind).Keys).Select(static key => key.Name).Distinct(StringComparer.Ordinal))
                Add(part, name, [.. trees.Select(tree => Values(tree[part], name))]);
        }

        return new CatalogueComparison(entries, rows);

        void Add(string part, string figure, IReadOnlyList<IReadOnlyList<ComparedValue>> cells)
        {
            if (cells.All(static cell => cell.Count == 0)) return;
            var differs = cells.Select(static cell => string.Join('\n', cell.Select(static value => value.Text))).Distinct(StringComparer.Ordinal).Count() > 1;
            rows.Add(new ComparedRow(part, figure, differs, cells));
        }
    }

    // Several rounds or radars stand in one cell; equal values of them once.
    private static List<ComparedValue> Values(IReadOnlyList<PartList.Part> parts, string figure) =>
        [.. parts.Select(part => (part.Entry.Id, Figure: part.Entry.Figures.Find(figure)))
            .Where(static pair => pair.Figure is not null)
            .Select(pair => ComparedValue.From(parts.Count > 1 ? pair.Id : "", pair.Figure!))];
}
