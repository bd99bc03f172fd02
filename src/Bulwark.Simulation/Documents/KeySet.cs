namespace Bulwark.Simulation.Documents;

/// <summary>The keys that a mapping may have. Immutable.</summary>
public sealed class KeySet
{
    private readonly Dictionary<string, KeyDefinition> _byName;

    /// <summary>Makes a set of keys.</summary>
    /// <param name="name">What the mapping is, one word or words with hyphens, such as "flight-group".</param>
    /// <param name="description">What the mapping says, one sentence.</param>
    /// <param name="keys">Its keys, in the order in which people should write them.</param>
    /// <exception cref="ArgumentException">A key stands twice.</exception>
    public KeySet(string name, string description, IReadOnlyList<KeyDefinition> keys)
    {
        Name = name;
        Description = description;
        Keys = keys;
        _byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    /// <summary>What the mapping is.</summary>
    public string Name { get; }

    /// <summary>What the mapping says.</summary>
    public string Description { get; }

    /// <summary>Its keys, in the order in which people should write them.</summary>
    public IReadOnlyList<KeyDefinition> Keys { get; }

    /// <summary>The names of the keys, separated by commas.</summary>
    public string Names => string.Join(", ", Keys.Select(key => key.Name));

    /// <summary>Finds a key by its name.</summary>
    /// <param name="name">The key as a file writes it.</param>
    /// <returns>The key, or null.</returns>
    public KeyDefinition? Find(string name) => _byName.GetValueOrDefault(name);
}
