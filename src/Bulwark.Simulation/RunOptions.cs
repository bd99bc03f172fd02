namespace Bulwark.Simulation;

/// <summary>How to run a scenario. Immutable.</summary>
public sealed record RunOptions
{
    /// <summary>Seed; null for the scenario's own.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Number of the replication: another sample of everything random, from the same seed.</summary>
    public uint Replication { get; init; }

    /// <summary>Threads to prepare tables with, at least 1. The results are the same for any number.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether to record events. Without a record there is no summary; only benchmarks of the engine want that.</summary>
    public bool Recording { get; init; } = true;
}
