namespace Bulwark.Core.Terrain;

/// <summary>Bounds of a <see cref="TileStore"/>. Immutable.</summary>
public sealed record TileStoreOptions
{
    /// <summary>The most that unpacked heights kept for reuse may take, bytes; at least the part in use is always held.</summary>
    public long CacheBytes { get; init; } = 512L << 20;

    /// <summary>The most that one compressed file may unpack to in memory, bytes.</summary>
    public long MaximumTileBytes { get; init; } = 1L << 30;

    /// <summary>The most files that a folder may hold.</summary>
    public int MaximumTiles { get; init; } = 100_000;

    /// <summary>How deep folders may lie in folders.</summary>
    public int MaximumDepth { get; init; } = 8;

    /// <summary>The most posts that a window may have; each takes 4 bytes.</summary>
    public long MaximumWindowPosts { get; init; } = 800_000_000;

    /// <summary>Threads that a window is resampled with; the result does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
