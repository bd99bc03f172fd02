namespace Bulwark.Simulation.Planning;

/// <summary>What a target that homes on a radar hangs on. Immutable.</summary>
/// <param name="Carrier">Index of the target that releases it.</param>
/// <param name="Emitter">Row of the radar: the searching radars first, then the fire units.</param>
public sealed record PlannedHoming(int Carrier, int Emitter);
