namespace Bulwark.Simulation.Programmes;

/// <summary>
/// A component of the product structure. One with parts is an assembly: it works when its parts do. One without fails by itself, is
/// replaced at the unit, and is supplied by somebody. Immutable.
/// </summary>
public sealed record Component
{
    /// <summary>Identifier, unique among the components.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to an engagement.</summary>
    public EquipmentRole Role { get; init; }

    /// <summary>What it consists of; empty for a part that fails by itself.</summary>
    public IReadOnlyList<ComponentPart> Parts { get; init; } = [];

    /// <summary>What its supplier has to have before making one; ordered one for one.</summary>
    public IReadOnlyList<ComponentPart> Inputs { get; init; } = [];

    /// <summary>How many different part numbers the entry stands for, all alike, each with its own stock and luck.</summary>
    public int Kinds { get; init; } = 1;

    /// <summary>Mean operating time between failures of one, seconds; infinite when it does not fail by working.</summary>
    public Spread BetweenFailuresS { get; init; } = Spread.Of(double.PositiveInfinity);

    /// <summary>Mean number of moves between failures of one; infinite when moving does not hurt it.</summary>
    public Spread BetweenMovesCount { get; init; } = Spread.Of(double.PositiveInfinity);

    /// <summary>Mean number that fail together; the number is geometric.</summary>
    public double BatchCount { get; init; } = 1;

    /// <summary>Where it is repaired.</summary>
    public RepairPlace Repair { get; init; }

    /// <summary>Time of a repair, seconds.</summary>
    public Spread RepairS { get; init; }

    /// <summary>Share of the failures that the base's shop mends itself, whatever <see cref="Repair"/> says of the others.</summary>
    public Spread BaseRepairShare { get; init; }

    /// <summary>Time of a repair of these, seconds.</summary>
    public Spread BaseRepairS { get; init; }

    /// <summary>Share of failed ones that cannot be repaired.</summary>
    public Spread CondemnedShare { get; init; }

    /// <summary>Cost of a repair over the price of a new one.</summary>
    public double RepairCostRatio { get; init; } = 0.25;

    /// <summary>Time to find the fault and fit a spare, seconds.</summary>
    public Spread ReplaceS { get; init; }

    /// <summary>Price of one, US dollars.</summary>
    public Spread PriceUsd { get; init; }

    /// <summary>Who makes it, the preferred first.</summary>
    public IReadOnlyList<ComponentSource> Sources { get; init; } = [];

    /// <summary>Whether making it at home is ruled out.</summary>
    public bool IsForeignOnly { get; init; }

    /// <summary>Spares at each base at the start.</summary>
    public int BaseStock { get; init; }

    /// <summary>Spares at each depot at the start.</summary>
    public int DepotStock { get; init; }

    /// <summary>How many a depot orders at a time.</summary>
    public int OrderQuantity { get; init; } = 1;

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
