using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>How far the parts of a submitted study are. Immutable.</summary>
/// <param name="Done">Parts whose files are complete.</param>
/// <param name="Active">Parts that wait or run.</param>
/// <param name="Missing">Parts that are neither.</param>
internal sealed record ClusterStatus(IReadOnlyList<int> Done, IReadOnlyList<int> Active, IReadOnlyList<int> Missing)
{
    /// <summary>Looks at the files, and asks the engine for the rest.</summary>
    public static ClusterStatus Of(Submission submission, string folder, Report report)
    {
        var all = Enumerable.Range(1, submission.Shards).ToList();
        var done = all.Where(shard => ShardFiles.IsDone(ShardFiles.Of(folder, shard), submission.StudyHash)).ToHashSet();
        HashSet<int> active = [];
        if (submission.Engine == SlurmEngine.Name && done.Count < all.Count)
        {
            try
            {
                active = SlurmEngine.Active(submission);
            }
            catch (UsageException unknown)
            {
                report.Note($"what runs is not known: {unknown.Message}");
            }
        }

        return new ClusterStatus([.. all.Where(done.Contains)], [.. all.Where(shard => active.Contains(shard) && !done.Contains(shard))], [.. all.Where(shard => !done.Contains(shard) && !active.Contains(shard))]);
    }
}
