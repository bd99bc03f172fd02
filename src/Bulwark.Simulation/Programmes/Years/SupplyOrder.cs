namespace Bulwark.Simulation.Programmes.Years;

/// <summary>An order with a supplier, or a part sent to its maker. A row of a table; mutable.</summary>
internal struct SupplyOrder
{
    /// <summary>The part number.</summary>
    public int Component;

    /// <summary>Where it is delivered to; -1 when it goes into another order.</summary>
    public int Site;

    /// <summary>The unit that receives rounds; -1 for parts.</summary>
    public int Unit;

    /// <summary>How many.</summary>
    public int Count;

    /// <summary>Whether it is a repair at the maker.</summary>
    public bool IsRepair;

    /// <summary>The order that waits for this one; -1 for none.</summary>
    public int Parent;

    /// <summary>Orders that this one waits for.</summary>
    public int Waiting;

    /// <summary>The source it is placed with; -1 when nobody may or can make it.</summary>
    public int Source;

    /// <summary>How often it was placed: an arrival of an earlier time means nothing.</summary>
    public int Placed;

    /// <summary>How far it is.</summary>
    public OrderState State;
}
