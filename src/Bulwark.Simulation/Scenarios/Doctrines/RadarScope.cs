namespace Bulwark.Simulation.Scenarios.Doctrines;

/// <summary>Which radars of a unit a behaviour is about.</summary>
public enum RadarScope
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>Those that search.</summary>
    Search,

    /// <summary>Those that guide: the fire units' own.</summary>
    Engagement,
}
