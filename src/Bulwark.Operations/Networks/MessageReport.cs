using Bulwark.Core.Timing;

namespace Bulwark.Operations.Networks;

/// <summary>The end of a message's way. Immutable.</summary>
/// <param name="Message">The message.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Time">When.</param>
/// <param name="Node">Node where its way ended: the destination when it was delivered.</param>
/// <param name="Hops">Links it had crossed.</param>
public readonly record struct MessageReport(NetworkMessage Message, MessageFate Fate, SimTime Time, int Node, int Hops)
{
    /// <summary>Greatest grade of the links it crossed.</summary>
    public int Grade { get; init; }
}
