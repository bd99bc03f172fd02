namespace Bulwark.Simulation.Planning;

/// <summary>A direction that a radar can be turned to. Immutable.</summary>
/// <param name="Place">Which of its places that is.</param>
/// <param name="FacingRad">The direction, radians clockwise from north.</param>
internal readonly record struct PlannedFacing(int Place, double FacingRad);
