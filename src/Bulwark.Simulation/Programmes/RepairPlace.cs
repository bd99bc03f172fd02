namespace Bulwark.Simulation.Programmes;

/// <summary>Where a failed part is repaired.</summary>
public enum RepairPlace
{
    /// <summary>Nowhere: it is thrown away and another is bought.</summary>
    Nowhere,

    /// <summary>In the shop of the unit's base; it returns to the stock of the base.</summary>
    Base,

    /// <summary>In the shop of the depot; it returns to the stock of the depot.</summary>
    Depot,

    /// <summary>At its maker, whoever that is at the time; it returns to the stock of the depot.</summary>
    Maker,
}
