using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Networks;

/// <summary>How batteries and surveillance sites share what they know. Immutable.</summary>
public sealed record SharingNetwork
{
    /// <summary>What is shared.</summary>
    public SharingMode Sharing { get; init; } = SharingMode.Integrated;

    /// <summary>Time between two reports of a track.</summary>
    public SimDuration ReportPeriod { get; init; } = SimDuration.FromSeconds(4);

    /// <summary>Size of the report of one track, bits.</summary>
    public int ReportBits { get; init; } = 210;

    /// <summary>Nodes that only pass messages on.</summary>
    public IReadOnlyList<string> Relays { get; init; } = [];

    /// <summary>The links.</summary>
    public IReadOnlyList<SharingLink> Links { get; init; } = [];
}
