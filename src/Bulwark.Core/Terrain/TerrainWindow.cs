using System.Collections.Immutable;

namespace Bulwark.Core.Terrain;

/// <summary>An area taken out of a <see cref="TileStore"/>, with what it was made from. Immutable.</summary>
/// <param name="Grid">The heights.</param>
/// <param name="Tiles">The tiles that lie in the area, the finest first.</param>
/// <param name="Description">One line for people: tiles, formats, spacing, datum and how much is unknown.</param>
public sealed record TerrainWindow(ElevationGrid Grid, ImmutableArray<TerrainTile> Tiles, string Description);
