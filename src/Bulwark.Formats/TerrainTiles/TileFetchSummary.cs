namespace Bulwark.Formats.TerrainTiles;

/// <summary>What a fetch did. Immutable.</summary>
/// <param name="Fetched">Files that were fetched now.</param>
/// <param name="Present">Files that were there already.</param>
/// <param name="Missing">Names of tiles that the source does not have: sea, or outside its cover.</param>
/// <param name="ReceivedBytes">Bytes received now.</param>
public sealed record TileFetchSummary(IReadOnlyList<string> Fetched, IReadOnlyList<string> Present, IReadOnlyList<string> Missing, long ReceivedBytes);
