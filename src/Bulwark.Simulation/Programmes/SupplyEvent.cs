namespace Bulwark.Simulation.Programmes;

/// <summary>Something that happens to the supply. Immutable.</summary>
public sealed record SupplyEvent
{
    /// <summary>Identifier, unique among the events.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>What happens.</summary>
    public required SupplyEventKind Kind { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset FromUtc { get; init; }

    /// <summary>When it ends; null for never.</summary>
    public DateTimeOffset? ToUtc { get; init; }

    /// <summary>The country whose suppliers it concerns; empty when it concerns one supplier.</summary>
    public string Country { get; init; } = "";

    /// <summary>The supplier it concerns, or that is given a transfer; empty when it concerns a country.</summary>
    public string Supplier { get; init; } = "";

    /// <summary>The components it concerns; empty for all.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    /// <summary>What lead times are multiplied with, for sanctions.</summary>
    public double LeadFactor { get; init; } = 1;

    /// <summary>How long qualifying takes, for transfers, seconds.</summary>
    public Spread QualificationS { get; init; }

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
