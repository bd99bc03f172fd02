namespace Bulwark.Simulation.Documents;

/// <summary>A key of a mapping with its value. Immutable.</summary>
/// <param name="Key">The key.</param>
/// <param name="Value">The value.</param>
public sealed record MappingEntry(ScalarNode Key, DocumentNode Value);
