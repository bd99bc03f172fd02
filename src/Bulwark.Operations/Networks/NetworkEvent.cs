namespace Bulwark.Operations.Networks;

/// <summary>What the network does next: a message has been sent off, or arrives.</summary>
internal readonly record struct NetworkEvent(bool Arrives, int Row, int Generation);
