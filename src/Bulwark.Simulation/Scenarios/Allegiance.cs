namespace Bulwark.Simulation.Scenarios;

/// <summary>Whose aircraft it is, in truth (command has to find out).</summary>
public enum Allegiance
{
    /// <summary>An attacker.</summary>
    Hostile,

    /// <summary>Takes no part, such as an airliner.</summary>
    Neutral,

    /// <summary>On the defender's side.</summary>
    Friend,
}
