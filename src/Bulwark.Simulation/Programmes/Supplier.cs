using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Programmes;

/// <summary>A maker of components. Immutable.</summary>
public sealed record Supplier
{
    /// <summary>Identifier, unique among the suppliers.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>The country whose measures it is under.</summary>
    public required string Country { get; init; }

    /// <summary>Where it is, for the map; null when that is not said.</summary>
    public GeodeticPoint? Position { get; init; }

    /// <summary>Components made in a second by its line; null for a line that is never busy.</summary>
    public Spread? CapacityPerS { get; init; }

    /// <summary>Growth of the capacity in a year, as a share; 0 for none.</summary>
    public Spread GrowthShare { get; init; }

    /// <summary>Slope of the learning curve: time of unit 2n over that of unit n; 1 is no learning.</summary>
    public double LearningRatio { get; init; } = 1;

    /// <summary>Slope of the price: price of a component's unit 2n from this supplier over that of its unit n; 1 when prices stay.</summary>
    public double PriceLearningRatio { get; init; } = 1;

    /// <summary>Repairs done in a second by its shop, one after another; null for a shop that is never busy.</summary>
    public Spread? RepairCapacityPerS { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
