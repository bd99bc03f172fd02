using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Files;

namespace Bulwark.Studies.Plans;

/// <summary>Finds the figures of the catalogue on which a scenario rests, and makes factors of those that are uncertain.</summary>
internal static class UncertainFigures
{
    /// <summary>The entries that a document names, and those of which they are made, by kind and id.</summary>
    public static IReadOnlyList<CatalogueEntry> Used(DocumentNode document, CatalogueStore catalogue)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<DocumentNode>([document]);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case ScalarNode scalar: Take(scalar.Text.Trim(), catalogue, found); break;
                case SequenceNode sequence: foreach (var item in sequence.Items) open.Push(item); break;
                case MappingNode mapping:
                    foreach (var entry in mapping.Entries)
                    {
                        // Names of entries stand as values, and as keys of counts (such as rounds: {48n6e: 4}).
                        Take(entry.Key.Text, catalogue, found);
                        if (entry.Key.Text != "id") open.Push(entry.Value);
                    }

                    break;
            }
        }

        return [.. catalogue.Entries.Where(entry => found.Contains(entry.Id))];
    }

    /// <summary>The factors of the uncertain figures: between low and high, the typical value most likely.</summary>
    public static IReadOnlyList<StudyFactor> Factors(Study study, CatalogueStore catalogue)
    {
        var taken = study.Factors.Select(static factor => factor.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. from entry in Used(study.Scenario, catalogue)
               from figure in entry.Figures.All
               let name = $"{entry.Id}/{figure.Name}"
               where figure.HasSpread && figure.Word.Length == 0 && !taken.Contains("catalogue/" + name) && IsWanted(study, catalogue, name)
               select Factor(entry, figure, name),
        ];
    }

    /// <summary>The entries of which an entry is made, the rounds on and behind its launchers among them.</summary>
    private static IEnumerable<string> Parts(CatalogueEntry entry) =>
        entry.Parts.SelectMany(static part => part.Load.Concat(part.Store).Select(static load => load.Id).Prepend(part.Id));

    private static void Take(string id, CatalogueStore catalogue, HashSet<string> found)
    {
        if (catalogue.Find(id) is not { } entry || !found.Add(id)) return;
        foreach (var part in Parts(entry)) Take(part, catalogue, found);
    }

    // A whole name means that figure alone, not those whose names go on after it.
    private static bool IsWanted(Study study, CatalogueStore catalogue, string name) =>
        study.UncertainFigures.Count == 0 || study.UncertainFigures.Any(wanted => name == wanted || (name.StartsWith(wanted, StringComparison.Ordinal) && !IsFigure(catalogue, wanted)));

    private static bool IsFigure(CatalogueStore catalogue, string name) => name.Split('/') is [var id, var figure] && catalogue.Find(id)?.Figures.Find(figure) is not null;

    private static StudyFactor Factor(CatalogueEntry entry, Figure figure, string name) => new()
    {
        Name = name,
        Path = "catalogue/" + name,
        LowSi = figure.Unit.FromSi(figure.LowSi),
        TypicalSi = figure.Unit.FromSi(figure.TypicalSi),
        HighSi = figure.Unit.FromSi(figure.HighSi),
        UnitText = figure.Unit.Symbol,
        Distribution = FactorDistribution.Pert,
        IsWhole = FigureKeys.Find(entry.Kind, figure.Name)?.IsWhole ?? false,
        IsUncertain = true,
    };
}
