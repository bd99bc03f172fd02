using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>
/// Reads a mapping by its <see cref="KeySet"/>. Unknown and missing keys are reported when it is opened, wrong values when they are
/// read; reading goes on with a stand-in, so that one pass finds every problem.
/// </summary>
public sealed class MappingReader
{
    private readonly MappingNode _node;
    private readonly KeySet _keys;

    private MappingReader(MappingNode node, KeySet keys, ProblemList problems)
    {
        _node = node;
        _keys = keys;
        Problems = problems;
    }

    /// <summary>Where the mapping begins.</summary>
    public DocumentPlace Place => _node.Place;

    /// <summary>Receives what is wrong.</summary>
    public ProblemList Problems { get; }

    /// <summary>Opens a node that should be a mapping with certain keys.</summary>
    /// <param name="node">The node.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="problems">Receives what is wrong.</param>
    /// <returns>The reader, or null after reporting that the node is no mapping.</returns>
    public static MappingReader? Open(DocumentNode node, KeySet keys, ProblemList problems)
    {
        if (node is not MappingNode mapping)
        {
            var nothing = node is ScalarNode { IsNothing: true };
            problems.Error(node.Place, nothing ? "there is nothing here" : $"{node.Kind} stands here", $"a mapping with {keys.Names}");
            return null;
        }

        foreach (var entry in mapping.Entries)
        {
            if (keys.Find(entry.Key.Text) is not null) continue;
            if (keys.FindByAlias(entry.Key.Text) is { } renamed)
            {
                TellRenamed(mapping, entry.Key, renamed, problems);
                continue;
            }

            var hint = entry.Key.Text == "<<" ? "merge keys are not accepted" : NearestMatch.Hint(entry.Key.Text, keys.Keys.Select(key => key.Name));
            problems.Error(entry.Key.Place, $"unknown key {QuotedText.Of(entry.Key.Text)}", $"one of {keys.Names}", hint);
        }

        foreach (var key in keys.Keys)
        {
            if (key.IsRequired && !keys.IsPartial && Entry(mapping, key) is null) problems.Error(mapping.Place, $"the key '{key.Name}' is missing", $"{key.Name}: {key.Expected}");
        }

        return new MappingReader(mapping, keys, problems);
    }

    /// <summary>Checks the keys of a mapping and what stands behind each by itself.</summary>
    /// <param name="node">The node.</param>
    /// <param name="keys">The keys it may have.</param>
    /// <param name="problems">Receives what is wrong.</param>
    internal static void CheckAll(DocumentNode node, KeySet keys, ProblemList problems)
    {
        if (Open(node, keys, problems) is not { } reader) return;
        foreach (var key in keys.Keys)
        {
            if (Entry(reader._node, key) is { } entry) key.Check(entry.Value, problems);
        }
    }

    /// <summary>Whether a key is there.</summary>
    /// <param name="key">The key.</param>
    public bool Has(KeyDefinition key) => Entry(_node, key) is not null;

    /// <summary>Where the value of a key stands; the mapping's own place when the key is missing.</summary>
    /// <param name="key">The key.</param>
    public DocumentPlace PlaceOf(KeyDefinition key) => Entry(_node, key)?.Value.Place ?? _node.Place;

    /// <summary>Reads a value; the key's default when it is missing, a stand-in when it is wrong (which was reported).</summary>
    /// <typeparam name="T">What the value becomes.</typeparam>
    /// <param name="key">The key, one of the set.</param>
    public T Get<T>(Key<T> key)
    {
        RequireMember(key);
        if (Entry(_node, key) is not { } entry) return key.ReadDefault();
        return key.TryRead(entry.Value, Problems, out var value) ? value : key.Fallback;
    }

    /// <summary>Reads a value; another one when the key is missing, a stand-in when it is wrong (which was reported).</summary>
    /// <typeparam name="T">What the value becomes.</typeparam>
    /// <param name="key">The key, one of the set.</param>
    /// <param name="otherwise">What holds when the key is missing, instead of its default.</param>
    public T Get<T>(Key<T> key, T otherwise) => Has(key) ? Get(key) : otherwise;

    /// <summary>Reads a value that may be missing.</summary>
    /// <typeparam name="T">What the value becomes.</typeparam>
    /// <param name="key">The key, one of the set.</param>
    /// <param name="value">The value when there is a valid one.</param>
    /// <returns>True when the key is there and its value valid.</returns>
    public bool TryGet<T>(Key<T> key, out T value)
    {
        RequireMember(key);
        value = key.Fallback;
        return Entry(_node, key) is { } entry && key.TryRead(entry.Value, Problems, out value);
    }

    /// <summary>Opens a mapping behind a key.</summary>
    /// <param name="key">The key, one of the set.</param>
    /// <returns>The reader, or null when the key is missing or no mapping stands there (which was reported).</returns>
    public MappingReader? Section(SectionKey key)
    {
        RequireMember(key);
        return Entry(_node, key) is { } entry ? Open(entry.Value, key.Keys, Problems) : null;
    }

    /// <summary>Opens the mappings of a list behind a key.</summary>
    /// <param name="key">The key, one of the set.</param>
    /// <returns>A reader for each item that is a mapping; other items were reported.</returns>
    public IReadOnlyList<MappingReader> Sections(SectionListKey key)
    {
        RequireMember(key);
        if (Entry(_node, key) is not { } entry) return [];
        if (entry.Value is not SequenceNode sequence)
        {
            // An empty list is often left as the bare key.
            if (entry.Value is ScalarNode { IsNothing: true } && key.MinimumItems == 0) return [];
            Problems.Error(entry.Value.Place, $"'{key.Name}' is {entry.Value.Kind}", key.Expected, "begin each item with '- '");
            return [];
        }

        if (sequence.Items.Count < key.MinimumItems) Problems.Error(sequence.Place, $"'{key.Name}' has {sequence.Items.Count} items", key.Expected);
        return [.. sequence.Items.Select(item => Open(item, key.Keys, Problems)).OfType<MappingReader>()];
    }

    /// <summary>The author's own names with their values behind a key.</summary>
    /// <param name="key">The key, one of the set.</param>
    public IReadOnlyList<(ScalarNode Name, ScalarNode Value)> Entries(FreeMappingKey key)
    {
        RequireMember(key);
        if (Entry(_node, key) is not { } entry) return [];
        if (entry.Value is not MappingNode mapping)
        {
            Problems.Error(entry.Value.Place, $"'{key.Name}' is {entry.Value.Kind}", key.Expected);
            return [];
        }

        var result = new List<(ScalarNode, ScalarNode)>();
        foreach (var pair in mapping.Entries)
        {
            if (pair.Value is ScalarNode scalar) result.Add((pair.Key, scalar));
            else Problems.Error(pair.Value.Place, $"{QuotedText.Of(pair.Key.Text)} is {pair.Value.Kind}", "a value");
        }

        return result;
    }

    internal DocumentNode? NodeOf(KeyDefinition key) => Entry(_node, key)?.Value;

    private static MappingEntry? Entry(MappingNode node, KeyDefinition key)
    {
        if (node.Find(key.Name) is { } entry) return entry;
        foreach (var alias in key.Aliases)
        {
            if (node.Find(alias) is { } older) return older;
        }

        return null;
    }

    private static void TellRenamed(MappingNode node, ScalarNode written, KeyDefinition key, ProblemList problems)
    {
        if (ReferenceEquals(Entry(node, key)?.Key, written))
            problems.Warning(written.Place, $"the key '{written.Text}' is now called '{key.Name}'", $"{key.Name}: {key.Expected}");
        else
            problems.Error(written.Place, $"'{written.Text}' is an older name of '{key.Name}', which stands here too", "one of the two", $"remove '{written.Text}'");
    }

    private void RequireMember(KeyDefinition key)
    {
        if (!ReferenceEquals(_keys.Find(key.Name), key)) throw new ArgumentException($"'{key.Name}' is no key of {_keys.Name}", nameof(key));
    }
}
