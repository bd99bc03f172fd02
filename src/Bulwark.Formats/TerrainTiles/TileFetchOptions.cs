using Bulwark.Core.Earth;

namespace Bulwark.Formats.TerrainTiles;

/// <summary>What to fetch, and within which bounds. Immutable.</summary>
public sealed record TileFetchOptions
{
    /// <summary>Where the tiles come from.</summary>
    public required TileSource Source { get; init; }

    /// <summary>The area.</summary>
    public required GeodeticBox Area { get; init; }

    /// <summary>The folder to put them into; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>The address of a tile with its place-holders; that of the source unless given.</summary>
    public string? Address { get; init; }

    /// <summary>SHA-256 by file name, in hexadecimal; tiles that are not listed are checked by their format alone.</summary>
    public IReadOnlyDictionary<string, string> Checksums { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The most tiles that one call fetches.</summary>
    public int MaximumTiles { get; init; } = 400;

    /// <summary>The most bytes that one tile may have.</summary>
    public long MaximumTileBytes { get; init; } = 256L << 20;

    /// <summary>How often one tile is asked for before giving up.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>The pause before the second attempt; it doubles with every further one.</summary>
    public TimeSpan RetryPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long the other side may be silent.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);
}
