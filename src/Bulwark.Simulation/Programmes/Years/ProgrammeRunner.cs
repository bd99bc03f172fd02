namespace Bulwark.Simulation.Programmes.Years;

/// <summary>Runs replications of a plan. Not thread-safe: each thread has its own, and the results do not depend on which.</summary>
/// <param name="plan">The plan.</param>
public sealed class ProgrammeRunner(ProgrammePlan plan)
{
    private readonly ProgrammeSimulator _simulator = new(plan);
    private readonly ReadinessTally _tally = new(plan);

    /// <summary>Runs cases of one replication on the same luck and the same figures.</summary>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="ways">The cases.</param>
    /// <returns>What each case came to.</returns>
    public ReplicationResult[] Run(ulong seed, uint replication, IReadOnlyList<ProgrammeCase> ways)
    {
        ArgumentNullException.ThrowIfNull(ways);
        _simulator.Draw.Take(seed, replication);
        var results = new ReplicationResult[ways.Count];
        for (var at = 0; at < ways.Count; at++) results[at] = _tally.Count(_simulator.Run(seed, replication, ways[at]), ways[at], _simulator.Draw.RunningUsdPerS);
        return results;
    }

    /// <summary>The record of one case of one replication, in order of time.</summary>
    /// <param name="seed">Seed of the study.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="way">The case.</param>
    public IReadOnlyList<ProgrammeEvent> Record(ulong seed, uint replication, ProgrammeCase way)
    {
        _simulator.Draw.Take(seed, replication);
        return [.. _simulator.Run(seed, replication, way)];
    }
}
