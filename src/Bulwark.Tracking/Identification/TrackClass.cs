namespace Bulwark.Tracking.Identification;

/// <summary>What kind of target a track may be, as far as its motion tells.</summary>
public enum TrackClass
{
    /// <summary>Airliners, transports, tankers: fast and high, never in a hurry to turn.</summary>
    Transport,

    /// <summary>Fighters, strike aircraft, fast bombers.</summary>
    CombatAircraft,

    /// <summary>Helicopters, light aircraft, drones.</summary>
    SlowAircraft,

    /// <summary>Cruise missiles: fast and low.</summary>
    CruiseMissile,

    /// <summary>Ballistic missiles, from the end of their boost.</summary>
    BallisticMissile,
}
