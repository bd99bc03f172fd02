namespace Bulwark.Operations.Networks;

/// <summary>What a network has carried so far. Immutable.</summary>
/// <param name="Sent">Messages sent.</param>
/// <param name="Delivered">Messages that arrived.</param>
/// <param name="Lost">Messages lost on links.</param>
/// <param name="NoRoute">Messages to which no way was open.</param>
/// <param name="Overloaded">Messages that found a full queue.</param>
/// <param name="CutOff">Messages that were at a node or link when it failed.</param>
public readonly record struct NetworkTotals(long Sent, long Delivered, long Lost, long NoRoute, long Overloaded, long CutOff)
{
    /// <summary>Messages whose way has ended.</summary>
    public long Ended => Delivered + Lost + NoRoute + Overloaded + CutOff;
}
