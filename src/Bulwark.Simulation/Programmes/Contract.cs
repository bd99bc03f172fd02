namespace Bulwark.Simulation.Programmes;

/// <summary>A contract. Immutable.</summary>
public sealed record Contract
{
    /// <summary>Identifier, unique among the contracts.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Id of the supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>When it was signed.</summary>
    public required DateTimeOffset SignedUtc { get; init; }

    /// <summary>Its value, US dollars.</summary>
    public Spread ValueUsd { get; init; }

    /// <summary>Share paid at signature; the rest is a loan.</summary>
    public double AdvanceShare { get; init; } = 1;

    /// <summary>Time over which the loan is paid back from the first delivery on, in yearly parts, seconds.</summary>
    public Spread LoanS { get; init; } = Spread.Of(10 * 365.25 * 86400);

    /// <summary>Interest on the loan in a year, as a share.</summary>
    public Spread InterestShare { get; init; }

    /// <summary>Chance that it comes about; below 1 for an option.</summary>
    public double ExercisedProbability { get; init; } = 1;

    /// <summary>What is delivered.</summary>
    public IReadOnlyList<Delivery> Deliveries { get; init; } = [];

    /// <summary>What the figures rest on.</summary>
    public required Basis Basis { get; init; }
}
