namespace Bulwark.Simulation.Scenarios;

/// <summary>What a missile that homes on radars needs besides the figures of every target. Immutable.</summary>
/// <param name="HomingSigmaM">Standard deviation of where it comes down beside a radar that radiates, in each direction, metres.</param>
/// <param name="MemoryDriftMPerS">Growth of that error for each second that the radar has been silent, m/s.</param>
/// <param name="LethalRadiusM">Distance at which half of the impacts put a radar out of action, metres.</param>
/// <param name="MaximumRangeM">Longest way from its release, metres.</param>
public sealed record HomingClass(double HomingSigmaM, double MemoryDriftMPerS, double LethalRadiusM, double MaximumRangeM);
