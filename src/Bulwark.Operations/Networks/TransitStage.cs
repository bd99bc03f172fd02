namespace Bulwark.Operations.Networks;

/// <summary>Where a message under way stands.</summary>
internal enum TransitStage
{
    /// <summary>The row is free.</summary>
    Free,

    /// <summary>Waits to be sent.</summary>
    Waiting,

    /// <summary>Is being sent.</summary>
    Sending,

    /// <summary>Has left one end and not reached the other.</summary>
    Travelling,
}
