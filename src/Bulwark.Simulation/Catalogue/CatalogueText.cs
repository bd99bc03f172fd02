using System.Text;

namespace Bulwark.Simulation.Catalogue;

/// <summary>Prints catalogue entries for people: every value with its spread, how far it was checked, and its source.</summary>
public static class CatalogueText
{
    /// <summary>An entry with its parts as a tree.</summary>
    /// <param name="store">The catalogue.</param>
    /// <param name="entry">An entry of it.</param>
    public static string Show(CatalogueStore store, CatalogueEntry entry)
    {
        var text = new StringBuilder();
        if (entry.Parts.Count > 0)
        {
            Outline(text, store, entry, "", "");
            text.Append('\n');
        }

        Write(text, store, entry, "", "", new HashSet<string>(StringComparer.Ordinal));
        return text.ToString();
    }

    /// <summary>One line for each entry: id, kind, name and how its figures were checked.</summary>
    /// <param name="store">The catalogue.</param>
    public static string List(CatalogueStore store)
    {
        var text = new StringBuilder();
        var width = store.Entries.Select(entry => entry.Id.Length).DefaultIfEmpty().Max();
        foreach (var entry in store.Entries)
            text.Append(entry.Id.PadRight(width)).Append("  ").Append(EntryKeys.Word(entry.Kind).PadRight(9)).Append(entry.Name).Append(" (").Append(Counts(entry)).Append(")\n");
        return text.ToString();
    }

    /// <summary>The sources of an entry on one line, as reports print them.</summary>
    /// <param name="entry">The entry.</param>
    public static string Sources(CatalogueEntry entry)
    {
        var sources = entry.Figures.All.SelectMany(figure => figure.Sources).Distinct(StringComparer.Ordinal).ToList();
        var list = sources.Count == 0 ? "own assumptions only" : string.Join("; ", sources);
        return $"{entry.Id}, {entry.Name}: {list} ({Counts(entry)})";
    }

    private static string Counts(CatalogueEntry entry)
    {
        var counts = Enum.GetValues<Checked>()
            .Select(how => (how, count: entry.Figures.All.Count(figure => figure.Checked == how)))
            .Where(pair => pair.count > 0)
            .Select(pair => $"{pair.count} {Word(pair.how)}");
        return "figures: " + string.Join(", ", counts);
    }

    private static string Word(Checked how) => how.ToString().ToLowerInvariant();

    private static void Write(StringBuilder text, CatalogueStore store, CatalogueEntry entry, string margin, string role, HashSet<string> shown)
    {
        var before = shown.Count;
        text.Append(margin).Append(role).Append(entry.Name).Append(" [").Append(EntryKeys.Word(entry.Kind)).Append(' ').Append(entry.Id).Append(shown.Add(entry.Id) ? "]\n" : "], as above\n");
        if (shown.Count == before) return;
        var inner = margin + "  ";
        if (entry.Summary.Length > 0) text.Append(inner).Append(entry.Summary).Append('\n');
        if (entry.Like.Length > 0) text.Append(inner).Append("a variant of ").Append(entry.Like).Append('\n');
        var names = entry.Figures.All.Select(figure => figure.Name).Concat(entry.Facts.Select(fact => fact.Name));
        var width = names.Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var figure in entry.Figures.All)
        {
            var origin = Join(figure.Sources, figure.Note, figure.Reasoning);
            Line(text, inner, figure.Name.PadRight(width), figure.ValueText, figure.Checked, origin);
        }

        if (entry.Facts.Count > 0) text.Append(inner).Append("also published\n");
        foreach (var fact in entry.Facts) Line(text, inner, fact.Name.PadRight(width), fact.Value, fact.Checked, Join(fact.Sources, fact.Note, ""));
        foreach (var part in entry.Parts)
        {
            if (store.Find(part.Id) is not { } found) continue;
            Write(text, store, found, inner, PartWords(part), shown);
            foreach (var (id, rounds) in part.Load)
            {
                if (store.Find(id) is { } round) Write(text, store, round, inner + "  ", $"on each: {rounds} × ", shown);
            }
        }
    }

    // What it is made of at a glance: names and numbers only.
    private static void Outline(StringBuilder text, CatalogueStore store, CatalogueEntry entry, string margin, string words)
    {
        text.Append(margin).Append(words).Append(entry.Name).Append(" [").Append(entry.Id).Append("]\n");
        foreach (var part in entry.Parts)
        {
            if (store.Find(part.Id) is not { } found) continue;
            var count = part.Count > 1 ? $"{part.Count} × " : "";
            var load = part.Load.Count == 0 ? "" : $" with {string.Join(" and ", part.Load.Select(static load => $"{load.Rounds} {load.Id}"))} each";
            Outline(text, store, found, margin + "    ", $"{part.Role}{load}: {count}");
        }
    }

    private static string PartWords(CataloguePart part)
    {
        var count = part.Count == 1 ? "" : $"{part.Count} × ";
        var load = part.Load.Count == 0 ? "" : $", each with {string.Join(" and ", part.Load.Select(static load => $"{load.Rounds} {load.Id}"))}";
        var store = part.Store.Count == 0 ? "" : $", in store {string.Join(" and ", part.Store.Select(static load => $"{load.Rounds} {load.Id}"))}";
        var origin = Join(part.Sources, part.Note, part.Reasoning);
        return $"{part.Role}{load}{store}{(origin.Length == 0 ? "" : $" ({origin})")}: {count}";
    }

    private static void Line(StringBuilder text, string margin, string name, string value, Checked how, string origin) =>
        text.Append(margin).Append(name).Append("  ").Append(value).Append("  ").Append(Word(how)).Append("  ").Append(origin).Append('\n');

    private static string Join(IReadOnlyList<string> sources, string note, string reasoning)
    {
        var words = note.StartsWith('[') && note.IndexOf(']', StringComparison.Ordinal) is > 0 and var end ? note[(end + 1)..].Trim() : note;
        return string.Join("; ", ((string[])[string.Join("; ", sources), words, reasoning]).Where(part => part.Length > 0));
    }
}
