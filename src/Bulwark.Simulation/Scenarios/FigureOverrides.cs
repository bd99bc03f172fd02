using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Applies the figures that a scenario sets to catalogue entries.</summary>
internal static class FigureOverrides
{
    /// <summary>
    /// Reads the <c>set</c> mapping of a part and returns the entries with the figures replaced. Names are "figure" for the part
    /// itself and "part.figure" for a part of it, by its role or its identifier in the catalogue.
    /// </summary>
    /// <param name="reader">The part of the scenario.</param>
    /// <param name="owner">Identifier of the part, for the list of sources.</param>
    /// <param name="entries">The entries by the names that the file may use; the part itself has an empty name, and an entry may have several.</param>
    /// <param name="context">Receives problems and sources.</param>
    /// <returns>The entries by identifier.</returns>
    public static Dictionary<string, CatalogueEntry> Apply(MappingReader reader, string owner, IReadOnlyList<(string Role, CatalogueEntry Entry)> entries, ReadingContext context)
    {
        var result = entries.Select(pair => pair.Entry).DistinctBy(entry => entry.Id).ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var changed = new List<string>();
        foreach (var (name, value) in reader.Entries(ScenarioKeys.Set))
        {
            var names = entries.SelectMany(pair => FigureKeys.For(pair.Entry.Kind).Keys.Select(key => Join(pair.Role, key.Name)));
            if (Find(name.Text, entries) is not var (id, key))
            {
                context.Problems.Error(name.Place, $"there is no figure {QuotedText.Of(name.Text)} to set", Expected(entries), NearestMatch.Hint(name.Text, names));
                continue;
            }

            if (key.ReadBare(value, context.Problems) is not { } figure) continue;
            result[id] = result[id] with { Figures = result[id].Figures.With([figure]) };
            if (!changed.Contains(id, StringComparer.Ordinal)) changed.Add(id);
            context.AddSource($"{owner}: {name.Text} set to {figure.ValueText} in the scenario");
        }

        // Only entries that were changed can violate what the catalogue's own check has found in order.
        foreach (var id in changed)
        {
            var entry = result[id];
            foreach (var (figure, message, expected) in FigureChecks.Of(entry.Kind, entry.Figures))
            {
                var place = entry.Figures.Find(figure)?.Place is { } found && found.File == reader.Place.File ? found : reader.PlaceOf(ScenarioKeys.Set);
                context.Problems.Error(place, message, expected);
            }
        }

        return result;
    }

    private static (string Id, FigureKey Key)? Find(string name, IReadOnlyList<(string Role, CatalogueEntry Entry)> entries)
    {
        foreach (var (role, entry) in entries)
        {
            foreach (var key in FigureKeys.For(entry.Kind).Keys.Cast<FigureKey>())
            {
                if (Join(role, key.Name) == name) return (entry.Id, key);
            }
        }

        return null;
    }

    private static string Expected(IReadOnlyList<(string Role, CatalogueEntry Entry)> entries)
    {
        if (entries.Count == 1) return "one of " + FigureKeys.For(entries[0].Entry.Kind).Names;
        var own = FigureKeys.For(entries[0].Entry.Kind).Names;
        return $"{own}, or a figure of a part such as acquisition.detection-range";
    }

    private static string Join(string role, string figure) => role.Length == 0 ? figure : $"{role}.{figure}";
}
