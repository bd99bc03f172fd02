namespace Bulwark.Operations.Decisions;

/// <summary>How a command chooses among targets when not all can be taken on.</summary>
public enum AssignmentMethod
{
    /// <summary>The greatest threats first, each with the unit and round that suit best.</summary>
    ThreatOrdered,

    /// <summary>The choice with the greatest expected value stopped: threat times the kill probability of the salvo, summed.</summary>
    Optimal,
}
