namespace Bulwark.Simulation.Documents;

/// <summary>How much a file may ask of its reader. A file beyond a limit is refused with its place. Immutable.</summary>
public sealed record DocumentLimits
{
    /// <summary>The limits used when the caller gives none.</summary>
    public static DocumentLimits Default { get; } = new();

    /// <summary>Largest file, bytes.</summary>
    public int MaximumBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Deepest nesting of lists and mappings.</summary>
    public int MaximumDepth { get; init; } = 24;

    /// <summary>Largest number of values, lists and mappings.</summary>
    public int MaximumNodes { get; init; } = 500_000;

    /// <summary>Longest single value, characters.</summary>
    public int MaximumValueLength { get; init; } = 64 * 1024;
}
