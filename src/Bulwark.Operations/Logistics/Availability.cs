namespace Bulwark.Operations.Logistics;

/// <summary>Availability of systems from the times between failures and of repair, or from the backorders of their items.</summary>
public static class Availability
{
    /// <summary>Inherent availability: only hands-on repair counts.</summary>
    /// <param name="betweenFailuresS">Mean time between failures, seconds, positive.</param>
    /// <param name="repairS">Mean time to repair, seconds.</param>
    public static double InherentShare(double betweenFailuresS, double repairS) => OperationalShare(betweenFailuresS, repairS, 0);

    /// <summary>Operational availability: waiting for parts and people counts as well.</summary>
    /// <param name="betweenFailuresS">Mean time between failures, seconds, positive.</param>
    /// <param name="repairS">Mean time to repair, seconds.</param>
    /// <param name="waitS">Mean logistic delay, seconds.</param>
    /// <exception cref="ArgumentOutOfRangeException">A time is outside its range.</exception>
    public static double OperationalShare(double betweenFailuresS, double repairS, double waitS)
    {
        if (!(betweenFailuresS > 0)) throw new ArgumentOutOfRangeException(nameof(betweenFailuresS), betweenFailuresS, "The time between failures is positive.");
        if (!(repairS >= 0)) throw new ArgumentOutOfRangeException(nameof(repairS), repairS, "The time of repair is not negative.");
        if (!(waitS >= 0)) throw new ArgumentOutOfRangeException(nameof(waitS), waitS, "A delay is not negative.");
        return betweenFailuresS / (betweenFailuresS + repairS + waitS);
    }

    /// <summary>
    /// Share of the systems that miss no item of one kind: (1 − EBO / (N Z))^Z, the factor of one kind in Sherbrooke's availability
    /// (Optimal Inventory Modeling of Systems, 2nd edition 2004, chapter 2). Zero when as many are missing as are fitted.
    /// </summary>
    /// <param name="backordersCount">Expected backorders of the item, not negative.</param>
    /// <param name="perSystem">Items of the kind in each system, at least 1.</param>
    /// <param name="systems">Systems, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static double ItemShare(double backordersCount, int perSystem, int systems)
    {
        if (!(backordersCount >= 0)) throw new ArgumentOutOfRangeException(nameof(backordersCount), backordersCount, "Backorders are not negative.");
        ArgumentOutOfRangeException.ThrowIfLessThan(perSystem, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(systems, 1);
        return Math.Pow(Math.Max(0, 1 - (backordersCount / ((double)systems * perSystem))), perSystem);
    }

    /// <summary>Share of the systems that miss nothing: the product over all kinds of items.</summary>
    /// <param name="items">Expected backorders and quantity per system of each kind.</param>
    /// <param name="systems">Systems, at least 1.</param>
    public static double ProductShare(IReadOnlyList<(double BackordersCount, int PerSystem)> items, int systems)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Aggregate(1.0, (share, item) => share * ItemShare(item.BackordersCount, item.PerSystem, systems));
    }
}
