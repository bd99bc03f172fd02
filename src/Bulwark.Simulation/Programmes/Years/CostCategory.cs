namespace Bulwark.Simulation.Programmes.Years;

/// <summary>What money was paid for.</summary>
public enum CostCategory
{
    /// <summary>Advance and instalments of contracts.</summary>
    Contracts,

    /// <summary>Interest on loans.</summary>
    Interest,

    /// <summary>New parts and rounds.</summary>
    Parts,

    /// <summary>Repairs.</summary>
    Repairs,

    /// <summary>Lines set up at home or elsewhere.</summary>
    Lines,

    /// <summary>Running the units.</summary>
    Running,
}
