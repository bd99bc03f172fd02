using Bulwark.Core.Timing;
using Bulwark.Simulation.Scenarios.Faults;

namespace Bulwark.Simulation.Planning;

/// <summary>A fault made ready. Immutable.</summary>
public sealed record PlannedFault
{
    /// <summary>When; null when attackers bring it about.</summary>
    public SimTime? At { get; init; }

    /// <summary>What happens.</summary>
    public required FaultAction Action { get; init; }

    /// <summary>The nodes that fail or are repaired: pictures by their index, then relays.</summary>
    public required int[] Nodes { get; init; }

    /// <summary>The radars and fire units that fail or are repaired: nodes by their index, then fire units.</summary>
    public required int[] Emitters { get; init; }

    /// <summary>Index of the link, or -1.</summary>
    public int Link { get; init; } = -1;

    /// <summary>Whether they lose or regain their power, rather than being destroyed or repaired.</summary>
    public bool IsPower { get; init; }

    /// <summary>The asset that attackers must reach to bring it about; null when it has a time.</summary>
    public string? Objective { get; init; }

    /// <summary>How many of them must.</summary>
    public int Hits { get; init; }

    /// <summary>Probability that a jammed link loses a message, 0 to 1.</summary>
    public double LossProbability { get; init; }

    /// <summary>Share of its capacity that a link has left, above 0 to 1.</summary>
    public double CapacityShare { get; init; } = 1;
}
