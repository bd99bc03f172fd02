namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>What sets off an order that has no fixed time. Each happens once: the first time counts.</summary>
public enum OrderCondition
{
    /// <summary>Nothing: the order has a time.</summary>
    None,

    /// <summary>The first track is confirmed in its picture.</summary>
    FirstTrack,

    /// <summary>It launches its first round.</summary>
    FirstLaunch,

    /// <summary>It has no round left, neither ready nor in store.</summary>
    RoundsOut,

    /// <summary>One of its radars is destroyed.</summary>
    RadarLost,

    /// <summary>It has not heard from its command post for too long and fights on its own.</summary>
    CommandLost,

    /// <summary>It hears from its command post again.</summary>
    CommandRestored,
}
