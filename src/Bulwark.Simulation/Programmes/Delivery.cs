namespace Bulwark.Simulation.Programmes;

/// <summary>A delivery under a contract: a unit's equipment, or rounds. Immutable.</summary>
public sealed record Delivery
{
    /// <summary>Identifier, unique among the deliveries.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the unit that receives it.</summary>
    public required string Unit { get; init; }

    /// <summary>Number of rounds; 0 for the unit's equipment.</summary>
    public int Rounds { get; init; }

    /// <summary>When it was planned at the time of the contract; null when that is not known.</summary>
    public DateTimeOffset? PlannedUtc { get; init; }

    /// <summary>First day.</summary>
    public required DateTimeOffset FirstUtc { get; init; }

    /// <summary>Last day.</summary>
    public required DateTimeOffset LastUtc { get; init; }

    /// <summary>Flights, ships or trains; 0 when that is not known.</summary>
    public int Shipments { get; init; }

    /// <summary>How late it may be, seconds.</summary>
    public Spread DelayS { get; init; }

    /// <summary>Time to set the equipment up after the last day, seconds.</summary>
    public Spread SetUpS { get; init; }

    /// <summary>When the crew has been trained; null when training keeps nobody waiting.</summary>
    public DateTimeOffset? CrewReadyUtc { get; init; }

    /// <summary>How much later the crew may be ready, seconds.</summary>
    public Spread CrewDelayS { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
