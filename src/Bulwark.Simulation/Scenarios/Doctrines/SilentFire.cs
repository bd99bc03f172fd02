namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>
/// Rounds are launched and led on the unit's track, as the network gives it, with the engagement radar dark; that goes on shortly before the intercept.
/// Immutable.
/// </summary>
/// <param name="IlluminateBeforeS">How long before the expected intercept the engagement radar goes on, seconds.</param>
/// <param name="LargestSigmaM">Largest standard deviation of a track that is fired on so, metres.</param>
public sealed record SilentFire(double IlluminateBeforeS, double LargestSigmaM);
