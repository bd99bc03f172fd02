namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Radars stay dark until a track is inside a range, and go dark again when none is left there. Immutable.</summary>
/// <param name="WithinM">The range from the unit, metres.</param>
/// <param name="LingerS">Time for which the radars stay on after the last track has left the range, seconds.</param>
/// <param name="Radars">Which radars.</param>
public sealed record Ambush(double WithinM, double LingerS, RadarScope Radars)
{
    /// <summary>How much further than the range a track has to go before it counts as having left: no flicker at the edge.</summary>
    public const double LeaveFactor = 1.2;
}
