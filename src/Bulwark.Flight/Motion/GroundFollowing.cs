namespace Bulwark.Flight.Motion;

/// <summary>How close to the ground and how abruptly something follows it. Immutable.</summary>
/// <param name="ClearanceM">Height above the ground, metres, positive.</param>
/// <param name="ClimbShare">Largest climb or descent as a share of the ground speed.</param>
/// <param name="PullUpMPerS2">Largest upward acceleration, m/s², positive.</param>
/// <param name="PushOverMPerS2">Largest downward acceleration, m/s², positive.</param>
public readonly record struct GroundFollowing(double ClearanceM, double ClimbShare, double PullUpMPerS2, double PushOverMPerS2);
