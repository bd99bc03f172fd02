namespace Bulwark.Operations.Picture;

/// <summary>What a track is believed to be by its motion and its answers: probabilities that add up to one, and that it is neutral. Immutable.</summary>
/// <param name="TransportProbability">Airliners, transports, tankers.</param>
/// <param name="CombatAircraftProbability">Fighters, strike aircraft, fast bombers.</param>
/// <param name="SlowAircraftProbability">Helicopters, light aircraft, drones.</param>
/// <param name="CruiseMissileProbability">Cruise missiles.</param>
/// <param name="BallisticMissileProbability">Ballistic missiles.</param>
/// <param name="NeutralProbability">That it answers as civil or otherwise protected traffic does.</param>
public readonly record struct ClassBelief(
    double TransportProbability,
    double CombatAircraftProbability,
    double SlowAircraftProbability,
    double CruiseMissileProbability,
    double BallisticMissileProbability,
    double NeutralProbability);
