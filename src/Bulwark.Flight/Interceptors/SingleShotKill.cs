namespace Bulwark.Flight.Interceptors;

/// <summary>A published or assumed probability that one round kills one target, by kind of target. Immutable.</summary>
/// <param name="AircraftProbability">Against aircraft, and against whatever has no figure of its own.</param>
public sealed record SingleShotKill(double AircraftProbability)
{
    /// <summary>Against cruise missiles.</summary>
    public double CruiseMissileProbability { get; init; } = AircraftProbability;

    /// <summary>Against ballistic missiles.</summary>
    public double BallisticProbability { get; init; } = AircraftProbability;

    /// <summary>Against drones.</summary>
    public double DroneProbability { get; init; } = AircraftProbability;
}
