using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>The files of the parts of a study: each appears when it is complete.</summary>
internal static class ShardFiles
{
    public const string FolderName = "shards";

    private const string Partial = ".partial";

    /// <summary>The file of a part.</summary>
    public static string Of(string folder, int shard) => Path.Combine(folder, FolderName, $"shard-{shard:00000}.sqlite");

    /// <summary>Whether a file holds a complete part of the study.</summary>
    public static bool IsDone(string file, string studyHash)
    {
        if (!File.Exists(file)) return false;
        try
        {
            using var store = StudyStore.OpenForReading(file);
            return store.Meta("study_hash") == studyHash;
        }
        catch (ResultsException)
        {
            // Something else stands there: it has to be made again.
            return false;
        }
    }

    /// <summary>Makes the file of a part: works beside it, goes on where a killed attempt stopped, and renames at the end.</summary>
    public static void Make(StudyPlan plan, string file, Action<StudyStore> work)
    {
        var partial = file + Partial;
        if (File.Exists(partial) && !IsDone(partial, plan.Hash))
        {
            foreach (var ending in (string[])["", "-wal", "-shm"]) File.Delete(partial + ending);
        }

        using (var store = StudyStore.Open(partial, plan)) work(store);
        File.Move(partial, file, overwrite: true);
    }
}
