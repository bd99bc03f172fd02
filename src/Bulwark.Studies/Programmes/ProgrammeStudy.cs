using System.Collections.Concurrent;
using System.Security.Cryptography;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>Runs many replications of a programme and puts them together. The results do not depend on the number of threads: replications are counted in their order.</summary>
public static class ProgrammeStudy
{
    private const int Block = 64;

    /// <summary>Runs a programme.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">When to stop.</param>
    /// <exception cref="OperationCanceledException">It was stopped; nothing has been written.</exception>
    public static ProgrammeStudyResult Run(Programme programme, ProgrammeStudyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(options);
        var plan = ProgrammePlan.Of(programme);
        var (seed, replications) = (options.Seed ?? programme.Seed, options.Replications ?? programme.Replications);
        if (replications < 2 || options.Threads < 1) throw new ArgumentOutOfRangeException(nameof(options), "A study has at least two replications and one thread.");
        var ways = plan.Cases;
        CaseCounter[] counters = [.. ways.Select(way => new CaseCounter(plan, way))];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var runners = new ConcurrentBag<ProgrammeRunner>();
        var block = new ReplicationResult[Block][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        for (var first = 0; first < replications; first += Block)
        {
            var count = Math.Min(Block, replications - first);
            Parallel.For(0, count, parallel, at =>
            {
                if (!runners.TryTake(out var runner)) runner = new ProgrammeRunner(plan);
                block[at] = runner.Run(seed, (uint)(first + at), ways);
                runners.Add(runner);
            });
            for (var at = 0; at < count; at++)
            {
                for (var way = 0; way < ways.Count; way++)
                {
                    counters[way].Add(block[at][way]);
                    sha.AppendData(block[at][way].Hash);
                }
            }

            options.Progress?.Invoke((first + count) / (double)replications);
        }

        return new ProgrammeStudyResult(plan, seed, replications, [.. counters.Select(static counter => counter.Finish())], Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 16)));
    }
}
