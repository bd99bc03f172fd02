namespace Bulwark.Simulation.Documents;

/// <summary>The keys that a mapping may have. Immutable.</summary>
public sealed class KeySet
{
    private readonly Dictionary<string, KeyDefinition> _byName;
    private readonly Dictionary<string, KeyDefinition> _byAlias;

    /// <summary>Makes a set of keys.</summary>
    /// <param name="name">What the mapping is, one word or words with hyphens, such as "flight-group".</param>
    /// <param name="description">What the mapping says, one sentence.</param>
    /// <param name="keys">Its keys, in the order in which people should write them.</param>
    /// <exception cref="ArgumentException">A key or an older name of one stands twice.</exception>
    public KeySet(string name, string description, IReadOnlyList<KeyDefinition> keys)
    {
        Name = name;
        Description = description;
        Keys = keys;
        _byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
        _byAlias = keys.SelectMany(key => key.Aliases, (key, alias) => (alias, key)).ToDictionary(pair => pair.alias, pair => pair.key, StringComparer.Ordinal);
        if (_byAlias.Keys.FirstOrDefault(_byName.ContainsKey) is { } taken) throw new ArgumentException($"'{taken}' is a key and the older name of another", nameof(keys));
    }

    /// <summary>What the mapping is.</summary>
    public string Name { get; }

    /// <summary>What the mapping says.</summary>
    public string Description { get; }

    /// <summary>Its keys, in the order in which people should write them.</summary>
    public IReadOnlyList<KeyDefinition> Keys { get; }

    /// <summary>Whether no key has to be there, whatever the keys say, because others complete the mapping.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The names of the keys, separated by commas.</summary>
    public string Names => string.Join(", ", Keys.Select(key => key.Name));

    /// <summary>The same keys and one more, none of which has to be there: for what a named mapping completes.</summary>
    /// <param name="by">The key that names the other mapping.</param>
    public KeySet PartWith(KeyDefinition by) => new(Name, Description, [.. Keys, by]) { IsPartial = true };

    /// <summary>Finds a key by its name.</summary>
    /// <param name="name">The key as a file writes it.</param>
    /// <returns>The key, or null.</returns>
    public KeyDefinition? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Finds a key by a name it had in older files.</summary>
    /// <param name="alias">The key as a file writes it.</param>
    /// <returns>The key, or null.</returns>
    public KeyDefinition? FindByAlias(string alias) => _byAlias.GetValueOrDefault(alias);

    /// <summary>The JSON schema of files whose top mapping has these keys.</summary>
    /// <param name="title">What such a file describes, such as "Bulwark study".</param>
    public string Schema(string title)
    {
        var definitions = new SchemaDefinitions();
        return definitions.Write(title, definitions.Mapping(this));
    }
}
