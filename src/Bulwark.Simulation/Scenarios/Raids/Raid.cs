using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Scenarios.Raids;

/// <summary>
/// An attack in waves, as a generator: directions, places and times within the stated bounds are drawn anew for each replication, and
/// every wave is made of the same elements. It loads a defence in an ordered way; it describes no plan of anybody. Immutable.
/// </summary>
public sealed record Raid
{
    /// <summary>Identifier, unique in the scenario; its groups are called "id-wave-element" and, with several directions, "-direction".</summary>
    public required string Id { get; init; }

    /// <summary>Number of waves, at least 1.</summary>
    public int Waves { get; init; } = 1;

    /// <summary>Time between the starts of two waves.</summary>
    public SimDuration WaveInterval { get; init; }

    /// <summary>When the first wave appears.</summary>
    public SimTime Start { get; init; }

    /// <summary>Largest random delay of each wave, drawn uniformly from zero to this.</summary>
    public SimDuration StartSpread { get; init; }

    /// <summary>Whether each wave comes from one direction, in turn, instead of from all of them.</summary>
    public bool DirectionsInTurn { get; init; }

    /// <summary>What each wave is made of, at least one.</summary>
    public required IReadOnlyList<RaidElement> Elements { get; init; }
}
