namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Radars stay dark until others have reported something, and then turn to it. Immutable.</summary>
/// <param name="WithinM">Farthest track that counts, metres from the unit.</param>
/// <param name="LingerS">Time for which the radars stay on after the last such track, seconds.</param>
/// <param name="Radars">Which radars.</param>
/// <param name="Turns">Whether radars that see a sector only turn it to the track.</param>
/// <param name="TurnTimeS">Time for which a radar that turns sees nothing, seconds.</param>
public sealed record CueFromWarning(double WithinM, double LingerS, RadarScope Radars, bool Turns, double TurnTimeS);
