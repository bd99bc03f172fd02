namespace Bulwark.Operations.Networks;

/// <summary>What became of a message. Numbers are recorded: never renumber.</summary>
public enum MessageFate
{
    /// <summary>It arrived.</summary>
    Delivered = 0,

    /// <summary>Lost on a link.</summary>
    Lost = 1,

    /// <summary>No way led to its destination.</summary>
    NoRoute = 2,

    /// <summary>A link had as many messages waiting as it can hold.</summary>
    Overloaded = 3,

    /// <summary>The node or link it was at failed.</summary>
    CutOff = 4,
}
