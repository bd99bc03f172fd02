using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using System.Security.Cryptography;
using Bulwark.Simulation.Programmes;
using Bulwark.Simulation.Programmes.Years;

namespace Bulwark.Studies.Programmes;

/// <summary>Runs many replications of a programme and puts them together. The results do not depend on the number of threads: replications are counted in their order, block by block.</summary>
public static class ProgrammeStudy
{
    /// <summary>Replications of which the states of readiness are kept, for engagements.</summary>
    public const int SampleReplications = 200;

    /// <summary>Most replications: beyond it the bands take more memory than they are worth.</summary>
    public const int MostReplications = 100_000;

    internal const int Block = 16;

    /// <summary>Runs a programme.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="options">How.</param>
    /// <param name="cancellation">When to stop.</param>
    /// <exception cref="OperationCanceledException">It was stopped; finished blocks are in the store, if there is one.</exception>
    /// <exception cref="Results.ResultsException">Blocks cannot be stored; those of before are kept.</exception>
    public static ProgrammeStudyResult Run(Programme programme, ProgrammeStudyOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(options);
        var plan = ProgrammePlan.Of(programme);
        var (seed, replications) = (options.Seed ?? programme.Seed, options.Replications ?? programme.Replications);
        if (replications is < 2 or > MostReplications || options.Threads < 1) throw new ArgumentOutOfRangeException(nameof(options), $"A study has from two to {MostReplications} replications, and a thread.");
        var ways = plan.Cases;
        var years = options.Store is null ? "" : ProgrammeFingerprint.Of(programme, seed);
        CaseCounter[] counters = [.. ways.Select(way => new CaseCounter(plan, way))];
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var runners = new ConcurrentBag<ProgrammeRunner>();
        var blocks = (replications + Block - 1) / Block;

        // Threads work on a few blocks at a time, so that memory does not grow with what waits to be counted.
        var window = new CaseBlock[Math.Max(4, 2 * options.Threads)][];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads, CancellationToken = cancellation };
        for (var from = 0; from < blocks; from += window.Length)
        {
            var count = Math.Min(window.Length, blocks - from);
            Fill(window, count, parallel, at => One((from + at) * Block));
            for (var at = 0; at < count; at++)
            {
                for (var way = 0; way < ways.Count; way++) counters[way].Add(window[at][way]);
                for (var row = 0; row < window[at][0].Count; row++)
                {
                    foreach (var block in window[at]) sha.AppendData(block.Hashes[row]);
                }
            }

            options.Progress?.Invoke(Math.Min(1, (from + count) * Block / (double)replications));
        }

        return new ProgrammeStudyResult(plan, seed, replications, [.. counters.Select(static counter => counter.Finish())], Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, 16)));

        static void Fill(CaseBlock[][] window, int count, ParallelOptions parallel, Func<int, CaseBlock[]> make)
        {
            try
            {
                Parallel.For(0, count, parallel, at => window[at] = make(at));
            }
            catch (AggregateException several)
            {
                // A full disk stops every thread; one of them says it for all.
                ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
            }
        }

        CaseBlock[] One(int first)
        {
            var size = Math.Min(Block, replications - first);
            if (options.Store?.Find(plan, years, ways.Count, first, size) is { } stored) return stored;
            if (!runners.TryTake(out var runner)) runner = new ProgrammeRunner(plan);
            CaseBlock[] made = [.. ways.Select(_ => new CaseBlock(plan))];
            for (var replication = first; replication < first + size; replication++)
            {
                cancellation.ThrowIfCancellationRequested();
                var results = runner.Run(seed, (uint)replication, ways);
                for (var way = 0; way < made.Length; way++) made[way].Add(results[way], replication < SampleReplications);
            }

            runners.Add(runner);
            options.Store?.Add(years, first, made);
            return made;
        }
    }
}
