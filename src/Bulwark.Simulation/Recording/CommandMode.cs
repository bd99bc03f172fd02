namespace Bulwark.Simulation.Recording;

/// <summary>Who decides for a battery under a command post. Numbers are recorded: never renumber.</summary>
public enum CommandMode
{
    /// <summary>Its post: it engages what it is ordered to.</summary>
    Commanded = 0,

    /// <summary>It itself, because it has not heard from its post for too long.</summary>
    Autonomous = 1,
}
