namespace Bulwark.Simulation.Programmes;

/// <summary>The model that is held against a published record.</summary>
public enum BacktestModel
{
    /// <summary>Output of a year grows by a constant share up to the capacity of a bottleneck.</summary>
    Ramp,

    /// <summary>Parts find another source one by one, with log-normal times.</summary>
    Resourcing,
}
