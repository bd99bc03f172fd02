namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>The unit leaves for its other position when it has fired, and the next time comes back. Immutable.</summary>
/// <param name="Rounds">Rounds fired from one position after which it leaves.</param>
/// <param name="AfterS">Time after the first launch from a position when it leaves in any case, seconds; infinite for never.</param>
/// <param name="To">Where the other position is.</param>
public sealed record MoveAfterFiring(int Rounds, double AfterS, Displacement To);
