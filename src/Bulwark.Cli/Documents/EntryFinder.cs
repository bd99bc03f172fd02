using Bulwark.Cli.Manner;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Documents;

/// <summary>Finds catalogue entries by what people write: "S-300 PMU1" means s-300-pmu-1.</summary>
internal static class EntryFinder
{
    /// <summary>Finds an entry by its identifier; hyphens, blanks, underscores and capitals do not matter where that leaves one entry only.</summary>
    /// <param name="store">The catalogue.</param>
    /// <param name="id">What the user wrote.</param>
    /// <param name="kinds">The kinds that will do; none for any.</param>
    /// <exception cref="UsageException">There is no such entry, or it is of another kind.</exception>
    public static CatalogueEntry Find(CatalogueStore store, string id, params IReadOnlyList<EntryKind> kinds)
    {
        var wanted = kinds.Count > 0 ? string.Join(" or ", kinds.Select(static kind => kind.ToString().ToLowerInvariant())) : "entry";
        var candidates = store.Entries.Where(entry => kinds.Count == 0 || kinds.Contains(entry.Kind)).ToList();
        var plain = Plain(id);
        if (store.Find(id) is { } exact)
        {
            if (kinds.Count == 0 || kinds.Contains(exact.Kind)) return exact;
            throw new UsageException($"'{id}' is a {exact.Kind.ToString().ToLowerInvariant()}; expected a {wanted}: {Ids(candidates)}");
        }

        var alike = candidates.FindAll(entry => Plain(entry.Id) == plain);
        if (alike.Count == 1 && plain.Length > 0) return alike[0];
        var hint = NearestMatch.Hint(id, candidates.Select(static other => other.Id));
        throw new UsageException($"there is no catalogue {wanted} '{id}'; {(hint.Length > 0 ? hint : $"expected one of {Ids(candidates)}")}");
    }

    private static string Plain(string id) => string.Concat(id.Where(static letter => letter is not ('-' or '_' or ' '))).ToUpperInvariant();

    private static string Ids(IEnumerable<CatalogueEntry> entries) => string.Join(", ", entries.Select(static entry => entry.Id));
}
