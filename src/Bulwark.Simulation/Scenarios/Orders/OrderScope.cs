namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>Which parts of a battery an order means.</summary>
internal static class OrderScope
{
    /// <summary>Whether an order for a unit is for a part of a battery: the battery itself, the part, or what the part belongs to.</summary>
    /// <param name="unit">The unit of the order.</param>
    /// <param name="battery">Identifier of the battery.</param>
    /// <param name="part">Name of the part in it.</param>
    public static bool Holds(string unit, string battery, string part)
    {
        if (unit == battery) return true;
        if (part.Length == 0 || !unit.StartsWith(battery + ".", StringComparison.Ordinal)) return false;
        var name = unit[(battery.Length + 1)..];
        return part == name || part.StartsWith(name + ".", StringComparison.Ordinal);
    }

    /// <summary>What launchers of a battery are called in orders.</summary>
    /// <param name="battery">Identifier of the battery.</param>
    /// <param name="part">Name of the fire unit in it; empty when it is the battery itself.</param>
    /// <param name="launchers">Name of the launchers.</param>
    public static string Launchers(string battery, string part, string launchers) => part.Length == 0 ? $"{battery}.{launchers}" : $"{battery}.{part}.{launchers}";

    /// <summary>Whether an action is one for launchers.</summary>
    /// <param name="action">The action.</param>
    public static bool IsForLaunchers(OrderAction action) => action is OrderAction.LaunchersHold or OrderAction.LaunchersReady or OrderAction.LaunchersReload;
}
