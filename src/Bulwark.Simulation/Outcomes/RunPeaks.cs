namespace Bulwark.Simulation.Outcomes;

/// <summary>The most that was done at once, counted from recorded events. Immutable.</summary>
/// <param name="Tracked">Confirmed tracks held.</param>
/// <param name="Engaged">Targets engaged ("locked on").</param>
/// <param name="MissilesInFlight">Missiles in flight.</param>
public sealed record RunPeaks(int Tracked, int Engaged, int MissilesInFlight);
