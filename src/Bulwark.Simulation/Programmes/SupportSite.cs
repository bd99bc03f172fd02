using Bulwark.Core.Earth;

namespace Bulwark.Simulation.Programmes;

/// <summary>A base or a depot. Immutable.</summary>
public sealed record SupportSite
{
    /// <summary>Identifier, unique among the sites.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>What it is.</summary>
    public required SiteKind Kind { get; init; }

    /// <summary>Where it is, for the map; null when that is not said.</summary>
    public GeodeticPoint? Position { get; init; }

    /// <summary>Id of the depot that resupplies a base; empty when suppliers do directly.</summary>
    public string Depot { get; init; } = "";

    /// <summary>Time from the depot to the base, seconds.</summary>
    public Spread ShipS { get; init; }

    /// <summary>Time from the base to the depot's shop, seconds.</summary>
    public Spread ReturnS { get; init; }

    /// <summary>Repairs that the shop does at once; null for no limit.</summary>
    public int? Benches { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
