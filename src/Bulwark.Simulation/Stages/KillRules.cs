using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Stages;

/// <summary>Which of a round's published probabilities holds against a class of target.</summary>
internal static class KillRules
{
    /// <summary>The single-shot probability against a category.</summary>
    public static double Probability(SingleShotKill kill, string category) => category switch
    {
        TargetCategory.CruiseMissile => kill.CruiseMissileProbability,
        TargetCategory.BallisticMissile => kill.BallisticProbability,
        TargetCategory.Drone => kill.DroneProbability,
        _ => kill.AircraftProbability,
    };

    /// <summary>The single-shot probability that command expects against what it believes a target to be; against aircraft while nothing is known.</summary>
    public static double Expected(SingleShotKill kill, ClassBelief? belief) => belief is not { } kind ? kill.AircraftProbability
        : (kill.AircraftProbability * (kind.TransportProbability + kind.CombatAircraftProbability))
            + (kill.DroneProbability * kind.SlowAircraftProbability)
            + (kill.CruiseMissileProbability * kind.CruiseMissileProbability)
            + (kill.BallisticProbability * kind.BallisticMissileProbability);

    /// <summary>The belief of somebody who knows the category.</summary>
    public static ClassBelief Certain(string category) => category switch
    {
        TargetCategory.CruiseMissile => new ClassBelief(0, 0, 0, 1, 0, 0),
        TargetCategory.BallisticMissile => new ClassBelief(0, 0, 0, 0, 1, 0),
        TargetCategory.Drone => new ClassBelief(0, 0, 1, 0, 0, 0),
        _ => new ClassBelief(0, 1, 0, 0, 0, 0),
    };
}
