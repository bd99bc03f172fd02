namespace Bulwark.Simulation.Programmes;

/// <summary>Somebody who makes a component. Immutable.</summary>
public sealed record ComponentSource
{
    /// <summary>Id of the supplier.</summary>
    public required string Supplier { get; init; }

    /// <summary>Time from order to delivery, beyond the time on the supplier's line, seconds.</summary>
    public required Spread LeadS { get; init; }

    /// <summary>When the supplier begins to qualify; null when it supplies from the start.</summary>
    public DateTimeOffset? FromUtc { get; init; }

    /// <summary>How long qualifying takes, seconds.</summary>
    public Spread QualificationS { get; init; }

    /// <summary>Price over the component's own price.</summary>
    public Spread CostFactor { get; init; } = Spread.Of(1);

    /// <summary>Money to set up the line, paid when qualifying begins, US dollars.</summary>
    public Spread SetUpUsd { get; init; }

    /// <summary>Whether this is production at home that a case may leave out. Once qualified it is preferred to suppliers abroad.</summary>
    public bool IsHome { get; init; }
}
