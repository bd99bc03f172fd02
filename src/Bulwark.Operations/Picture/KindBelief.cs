namespace Bulwark.Operations.Picture;

/// <summary>What a track is taken for by its signs, with the probabilities of each kind, which add up to one. Immutable.</summary>
/// <param name="Kind">What the sequential test has decided; unknown while it goes on.</param>
/// <param name="AircraftProbability">An aircraft with a crew.</param>
/// <param name="CruiseMissileProbability">A cruise missile.</param>
/// <param name="DroneProbability">A drone.</param>
/// <param name="DecoyProbability">A decoy.</param>
/// <param name="AntiRadiationProbability">A missile that homes on radars.</param>
public readonly record struct KindBelief(
    TargetKind Kind, double AircraftProbability, double CruiseMissileProbability, double DroneProbability, double DecoyProbability, double AntiRadiationProbability);
