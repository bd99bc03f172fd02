namespace Bulwark.Simulation.Programmes;

/// <summary>How times scatter about their mean.</summary>
public enum TimeLaw
{
    /// <summary>They do not.</summary>
    Fixed,

    /// <summary>Exponentially.</summary>
    Exponential,
}
