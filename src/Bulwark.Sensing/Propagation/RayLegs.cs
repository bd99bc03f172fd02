namespace Bulwark.Sensing.Propagation;

/// <summary>The monotone parts of a ray between two heights.</summary>
internal readonly record struct RayLegs(RayLeg[] List, double LowestHeightM, bool EndsUpward);
