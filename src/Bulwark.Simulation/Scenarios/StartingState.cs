namespace Bulwark.Simulation.Scenarios;

/// <summary>How a battery stands at the start of a run.</summary>
public enum StartingState
{
    /// <summary>In action, its radars on.</summary>
    Ready,

    /// <summary>In action, its radars off.</summary>
    Silent,

    /// <summary>Not in action: packed and out of sight.</summary>
    Hidden,
}
