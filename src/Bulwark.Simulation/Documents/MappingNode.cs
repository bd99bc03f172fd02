namespace Bulwark.Simulation.Documents;

/// <summary>Keys with values, in the order of the file. Filled by the loader, not changed afterwards; a key never stands in it twice.</summary>
public sealed class MappingNode : DocumentNode
{
    private readonly List<MappingEntry> _entries = [];
    private readonly Dictionary<string, MappingEntry> _byKey = new(StringComparer.Ordinal);

    internal MappingNode(DocumentPlace place)
        : base(place)
    {
    }

    /// <summary>The keys with their values in the order of the file.</summary>
    public IReadOnlyList<MappingEntry> Entries => _entries;

    /// <inheritdoc />
    public override string Kind => "a mapping";

    /// <summary>Finds a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The key with its value, or null.</returns>
    public MappingEntry? Find(string key) => _byKey.GetValueOrDefault(key);

    internal bool TryAdd(MappingEntry entry)
    {
        if (!_byKey.TryAdd(entry.Key.Text, entry)) return false;
        _entries.Add(entry);
        return true;
    }
}
