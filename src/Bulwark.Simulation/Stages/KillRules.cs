using Bulwark.Flight.Interceptors;
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
}
