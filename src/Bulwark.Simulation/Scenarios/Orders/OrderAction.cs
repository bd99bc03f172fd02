namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>What a unit is ordered to do.</summary>
public enum OrderAction
{
    /// <summary>Leave for another place and come into action there.</summary>
    Move,

    /// <summary>Leave its position and stay out of action.</summary>
    Hide,

    /// <summary>Come into action where it is.</summary>
    Deploy,

    /// <summary>Switch its radars off.</summary>
    RadarsOff,

    /// <summary>Switch its radars on.</summary>
    RadarsOn,

    /// <summary>Fire at whatever is not known to be a friend.</summary>
    RulesFree,

    /// <summary>Fire at what is identified as hostile only.</summary>
    RulesTight,

    /// <summary>Do not fire.</summary>
    RulesHold,

    /// <summary>Hold the launchers' rounds back.</summary>
    LaunchersHold,

    /// <summary>Launchers that were held may fire again.</summary>
    LaunchersReady,

    /// <summary>Reload launchers that are not full, also those that are not empty.</summary>
    LaunchersReload,
}
