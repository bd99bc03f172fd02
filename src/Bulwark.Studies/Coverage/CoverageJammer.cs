using Bulwark.Core.Earth;
using Bulwark.Sensing.Jamming;

namespace Bulwark.Studies.Coverage;

/// <summary>A jammer that stays at a place. Immutable.</summary>
/// <param name="Place">Where, at its height above mean sea level.</param>
/// <param name="Noise">What it sends.</param>
public sealed record CoverageJammer(GeodeticPoint Place, NoiseJammer Noise);
