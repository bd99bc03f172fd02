using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Faults;

/// <summary>Something that happens to a node or a link of the defence at a time that the scenario states. Immutable.</summary>
public sealed record Fault
{
    /// <summary>When; null when attackers bring it about.</summary>
    public required SimTime? At { get; init; }

    /// <summary>The asset that attackers must reach to bring it about; null when it has a time.</summary>
    public string? Reached { get; init; }

    /// <summary>How many of them must, at least 1.</summary>
    public int Hits { get; init; } = 1;

    /// <summary>What happens.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>The battery, part of a battery, radar, command post, relay or power source it happens to; null for a link.</summary>
    public string? Node { get; init; }

    /// <summary>Index in the network of the link it happens to; -1 for a node.</summary>
    public int Link { get; init; } = -1;

    /// <summary>Probability that a jammed link loses a message, besides its own loss, 0 to 1.</summary>
    public double LossProbability { get; init; }

    /// <summary>Share of its capacity that an overloaded link has left, above 0 to 1.</summary>
    public double CapacityShare { get; init; } = 1;
}
