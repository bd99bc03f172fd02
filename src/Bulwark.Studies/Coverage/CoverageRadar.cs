using Bulwark.Core.Earth;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Coverage;

/// <summary>A radar at a place. Immutable.</summary>
/// <param name="Parameters">The set; the height of its antenna above the ground is part of it.</param>
/// <param name="Place">Where it stands, at the height of the ground above mean sea level. Not-a-number: the height of the terrain, or sea level without any.</param>
/// <param name="FacingRad">Middle of its sector, radians clockwise from north; null when it may be turned to any side, which counts as all round.</param>
public sealed record CoverageRadar(RadarParameters Parameters, GeodeticPoint Place, double? FacingRad = null);
