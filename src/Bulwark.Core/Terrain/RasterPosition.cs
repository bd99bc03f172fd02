namespace Bulwark.Core.Terrain;

/// <summary>A place in a raster, counted in posts from its first post (row 0 is the northernmost, column 0 the westernmost).</summary>
/// <param name="RowPosts">Rows down from the first post, 0 to Rows - 1; whole numbers are posts.</param>
/// <param name="ColumnPosts">
/// Columns east of the first post; from 0 to Columns - 1, or to just under Columns in a raster that goes around the whole Earth.
/// </param>
public readonly record struct RasterPosition(double RowPosts, double ColumnPosts);
