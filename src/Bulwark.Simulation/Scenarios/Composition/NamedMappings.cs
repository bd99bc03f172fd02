using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Scenarios.Composition;

/// <summary>Mappings with names that others take what they do not say from: templates and doctrines.</summary>
/// <param name="what">What they are, one word.</param>
/// <param name="key">The key by which a mapping names another.</param>
/// <param name="all">The named mappings; null for none.</param>
/// <param name="expected">Where a missing one belongs, with {0} for its name.</param>
/// <param name="budget">How much may be copied.</param>
/// <param name="problems">Receives what is wrong.</param>
internal sealed class NamedMappings(string what, string key, MappingNode? all, string expected, MergeBudget budget, ProblemList problems)
{
    private const int Deepest = 8;

    private readonly Dictionary<string, MappingNode?> _whole = new(StringComparer.Ordinal);

    /// <summary>Where else to look for one that is not among them; null for nowhere.</summary>
    public DoctrineShelf? Further { get; init; }

    /// <summary>The mapping with what it takes from the one it names; the same mapping when it names none.</summary>
    public MappingNode Complete(MappingNode mapping)
    {
        if (mapping.Find(key) is not { } link) return mapping;
        var given = link.Value is ScalarNode { IsNothing: false } name ? Find(name) : null;
        if (link.Value is not ScalarNode) problems.Error(link.Value.Place, $"'{key}' is {link.Value.Kind}", $"the name of a {what}");
        return given is null ? Without(mapping) : Overlay(mapping, given, key);
    }

    /// <summary>The named mapping, completed by the one it names in turn; null after reporting that there is none.</summary>
    public MappingNode? Find(ScalarNode name) => Find(name, []);

    private MappingNode? Find(ScalarNode name, List<string> trail)
    {
        var id = IdOf(name);
        if (_whole.TryGetValue(id, out var done)) return done;
        if (!TryTake(name, out var mapping))
        {
            var names = all?.Entries.Select(static other => other.Key.Text).ToList() ?? [];
            if (Further is not null) names.AddRange(DoctrineShelf.Names);
            var choice = names.Count == 0 ? expected.Replace("{0}", name.Text, StringComparison.Ordinal) : "one of " + string.Join(", ", names);
            problems.Error(name.Place, $"there is no {what} {QuotedText.Of(name.Text)}", choice, NearestMatch.Hint(name.Text, names));
            return null;
        }

        trail.Add(id);
        if (mapping?.Find(key)?.Value is not ScalarNode { IsNothing: false } next) return _whole[id] = mapping;
        if (trail.Contains(IdOf(next), StringComparer.Ordinal))
        {
            problems.Error(next.Place, $"{what}s in a circle: {string.Join(" takes from ", trail)} takes from {next.Text}", $"a {what} that does not lead back to itself");
            return _whole[id] = null;
        }

        if (trail.Count >= Deepest)
        {
            problems.Error(next.Place, $"{what}s take from each other too deeply", $"at most {Deepest} steps");
            return _whole[id] = null;
        }

        var given = Find(next, trail);
        return _whole[id] = given is null ? null : Overlay(mapping, given, key);
    }

    private string IdOf(ScalarNode name) => Further is null || all?.Find(name.Text) is not null ? name.Text : DoctrineShelf.IdOf(name);

    // False when there is none of that name; a null mapping when what there is was found wrong.
    private bool TryTake(ScalarNode name, out MappingNode? mapping)
    {
        mapping = null;
        if (all?.Find(name.Text) is not { } entry) return Further is not null && Further.TryFind(name, out mapping);
        mapping = entry.Value as MappingNode;
        if (mapping is null)
            problems.Error(entry.Value.Place, entry.Value is ScalarNode { IsNothing: true } ? "there is nothing here" : $"{entry.Value.Kind} stands here", $"a mapping, the {what} {QuotedText.Of(name.Text)}");
        return true;
    }

    // Mappings are merged key by key, all the way down; everything else is replaced.
    private MappingNode Overlay(MappingNode mapping, MappingNode given, string? without)
    {
        var merged = new MappingNode(mapping.Place);
        if (!budget.Take(mapping) || !budget.Take(given)) return merged;
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text == without) continue;
            var below = given.Find(entry.Key.Text)?.Value;
            merged.TryAdd(entry.Value is MappingNode own && below is MappingNode other ? new MappingEntry(entry.Key, Overlay(own, other, null)) : entry);
        }

        foreach (var entry in given.Entries)
        {
            if (entry.Key.Text != without) merged.TryAdd(entry);
        }

        return merged;
    }

    private MappingNode Without(MappingNode mapping)
    {
        var rest = new MappingNode(mapping.Place);
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key.Text != key) rest.TryAdd(entry);
        }

        return rest;
    }
}
