namespace Bulwark.Operations.Networks;

/// <summary>A message under way: a row of the network's table.</summary>
internal struct Transit
{
    public NetworkMessage Message;

    /// <summary>Node it is at, or was sent on from.</summary>
    public int Node;

    /// <summary>Direction of the link it waits for or is on: twice the link, and one more from its second end; -1 at a node.</summary>
    public int Direction;

    public int Hops;

    public int Grade;

    public TransitStage Stage;

    /// <summary>Raised when the row changes hands, so that events of its former owner find it gone.</summary>
    public int Generation;
}
