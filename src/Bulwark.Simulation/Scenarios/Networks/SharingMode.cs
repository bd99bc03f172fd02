namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>What batteries and surveillance sites tell each other.</summary>
public enum SharingMode
{
    /// <summary>Nothing: each fights on its own picture.</summary>
    StandAlone,

    /// <summary>Where tracks are. A battery takes them into its picture and may engage them; who they are and who fires at them it must find out itself.</summary>
    Cued,

    /// <summary>Where tracks are, that they answered the interrogator, and which of them are being engaged.</summary>
    Integrated,
}
