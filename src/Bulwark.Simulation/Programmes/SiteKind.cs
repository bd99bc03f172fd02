namespace Bulwark.Simulation.Programmes;

/// <summary>What a place of support is.</summary>
public enum SiteKind
{
    /// <summary>Where units stand; has spares, and a shop for what is repaired there.</summary>
    Base,

    /// <summary>Resupplies bases; has spares and a shop.</summary>
    Depot,
}
