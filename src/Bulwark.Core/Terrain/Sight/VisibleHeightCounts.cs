namespace Bulwark.Core.Terrain.Sight;

/// <summary>Cells of a map, counted. Immutable.</summary>
/// <param name="AboveGroundM">The height above the ground that is asked for, metres.</param>
/// <param name="CellCount">All cells.</param>
/// <param name="VisibleCount">Cells over which that height is certainly seen.</param>
/// <param name="LowerBoundCount">Cells behind unknown ground: their heights are lower bounds.</param>
/// <param name="UnknownCount">Cells of which nothing is known.</param>
public readonly record struct VisibleHeightCounts(double AboveGroundM, long CellCount, long VisibleCount, long LowerBoundCount, long UnknownCount)
{
    /// <summary>Share of the cells over which the height is certainly seen, 0 to 1.</summary>
    public double VisibleShare => (double)VisibleCount / CellCount;
}
