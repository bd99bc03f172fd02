namespace Bulwark.Simulation.Programmes;

/// <summary>What happens to the supply.</summary>
public enum SupplyEventKind
{
    /// <summary>Suppliers of a country neither take orders nor deliver; what is under way waits.</summary>
    Embargo,

    /// <summary>Suppliers of a country take no new orders for some components; what was ordered before still comes.</summary>
    LicenceBan,

    /// <summary>Dealing with a country takes longer: money, insurance and transport are hard to find.</summary>
    Sanction,

    /// <summary>A supplier is gone for good; what it owes is ordered elsewhere.</summary>
    SupplierLoss,

    /// <summary>Another supplier is given what it needs to make components, and qualifies.</summary>
    Transfer,
}
