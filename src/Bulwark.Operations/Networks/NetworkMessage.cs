using Bulwark.Core.Timing;

namespace Bulwark.Operations.Networks;

/// <summary>A message on its way. What it says is the sender's business: the network carries a number that stands for it. Immutable.</summary>
/// <param name="Id">Number of the message, from 0 in the order of sending.</param>
/// <param name="From">Node that sent it.</param>
/// <param name="To">Node it is for.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="Bits">Its size.</param>
/// <param name="Content">The sender's number for what it says.</param>
public readonly record struct NetworkMessage(int Id, int From, int To, SimTime SentAt, int Bits, long Content);
