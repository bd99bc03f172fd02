namespace Bulwark.Simulation.Scenarios.Faults;

/// <summary>What happens to a node or a link.</summary>
public enum FaultAction
{
    /// <summary>It is destroyed, cut, or goes out.</summary>
    Destroy,

    /// <summary>It works again, as built.</summary>
    Repair,

    /// <summary>A link loses messages to jamming.</summary>
    Jam,

    /// <summary>A link has less capacity left, because others use it.</summary>
    Overload,
}
