using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions.Assignment;

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

    /// <summary>Whether pictures estimate the constant errors of the radars that they hear of, where any are stated.</summary>
    public bool Registers { get; init; } = true;

    /// <summary>Who knows of whose engagements.</summary>
    public CoordinationMode Coordination { get; init; } = CoordinationMode.StatusShared;

    /// <summary>The command posts.</summary>
    public IReadOnlyList<CommandPost> Posts { get; init; } = [];

    /// <summary>What gives nodes their power.</summary>
    public IReadOnlyList<PowerSource> Power { get; init; } = [];

    /// <summary>What is said over links that carry voice.</summary>
    public Liaison Liaison { get; init; } = Liaison.Default;

    /// <summary>Nodes that only pass messages on.</summary>
    public IReadOnlyList<string> Relays { get; init; } = [];

    /// <summary>The links.</summary>
    public IReadOnlyList<SharingLink> Links { get; init; } = [];
}
