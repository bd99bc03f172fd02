using Bulwark.Core.Earth;

namespace Bulwark.Studies.Coverage;

/// <summary>The area that a coverage study looks at. Immutable.</summary>
/// <param name="Centre">Its middle.</param>
/// <param name="RadiusM">Its radius, metres.</param>
/// <param name="CellM">Side of the cells, metres.</param>
public sealed record CoverageArea(GeodeticPoint Centre, double RadiusM, double CellM);
