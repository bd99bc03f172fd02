namespace Bulwark.Core.Terrain;

/// <summary>What reading every post of a tile found. Immutable.</summary>
/// <param name="Tile">The tile.</param>
/// <param name="UnknownPosts">Number of posts whose height is unknown.</param>
/// <param name="LowestM">Lowest height, metres above the tile's datum; not a number when all are unknown.</param>
/// <param name="HighestM">Highest height, metres above the tile's datum; not a number when all are unknown.</param>
public sealed record TileSurvey(TerrainTile Tile, long UnknownPosts, double LowestM, double HighestM)
{
    /// <summary>Share of the posts whose height is unknown, 0 to 1.</summary>
    public double UnknownShare => UnknownPosts / ((double)Tile.Rows * Tile.Columns);
}
