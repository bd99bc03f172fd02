namespace Bulwark.Simulation.Recording;

/// <summary>What a radar or fire unit is doing. Numbers are recorded: never renumber.</summary>
public enum SitePosture
{
    /// <summary>In action.</summary>
    Ready = 0,

    /// <summary>In action with missiles in flight.</summary>
    Firing = 1,

    /// <summary>Packing up.</summary>
    Leaving = 2,

    /// <summary>On the road.</summary>
    Marching = 3,

    /// <summary>Coming into action.</summary>
    Deploying = 4,

    /// <summary>Packed and out of sight.</summary>
    Hidden = 5,

    /// <summary>Destroyed.</summary>
    Destroyed = 6,
}
