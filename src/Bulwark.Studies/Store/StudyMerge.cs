using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Studies.Store;

/// <summary>Puts results files of one study together.</summary>
public static class StudyMerge
{
    /// <summary>Makes one file of several. The same parts, in any order and however often, give the same file to the byte.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="parts">The files, at least one.</param>
    /// <param name="file">The file to make or replace; it appears when it is complete.</param>
    /// <param name="progress">Is told the share done, 0 to 1.</param>
    /// <returns>Number of results.</returns>
    /// <exception cref="ResultsException">A part is of another study, of a program that computes otherwise, or damaged; or the file cannot be written.</exception>
    public static long Merge(StudyPlan plan, IReadOnlyList<string> parts, string file, Action<double>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(parts);
        var gathered = file + ".gathered";
        var partial = file + ".partial";
        return StudyProblem.Guard(file, () =>
        {
            if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
            using var gate = StudyStore.Lock(file);
            Remove(gathered, partial);
            try
            {
                long count;
                using (var database = StudyStore.Connect(gathered, SqliteOpenMode.ReadWriteCreate))
                {
                    StudySchema.Execute(database, "PRAGMA journal_mode = OFF");
                    StudySchema.Execute(database, "PRAGMA synchronous = OFF");
                    using (var transaction = database.BeginTransaction())
                    {
                        StudySchema.Create(database, plan);
                        transaction.Commit();
                    }

                    var proof = "";
                    for (var index = 0; index < parts.Count; index++)
                    {
                        proof = Take(database, plan, parts[index], parts[0], proof);
                        progress?.Invoke((index + 1.0) / (parts.Count + 1));
                    }

                    if (proof.Length > 0) StudySchema.Execute(database, "INSERT INTO meta VALUES ($0, $1)", StudySchema.Proof, proof);
                    using var counting = database.CreateCommand();
                    counting.CommandText = "SELECT count(*) FROM result";
                    count = (long)counting.ExecuteScalar()!;

                    // Rewritten in order, so that nothing of the order of the parts is left.
                    StudySchema.Execute(database, "VACUUM INTO $0", partial);
                }

                // The log that a killed run left behind belongs to the file that is replaced; beside the new one it would be taken for its own.
                foreach (var ending in (string[])["-wal", "-shm"]) File.Delete(file + ending);
                File.Move(partial, file, overwrite: true);
                return count;
            }
            finally
            {
                Remove(gathered, partial);
            }
        });
    }

    private static string Take(SqliteConnection database, StudyPlan plan, string part, string first, string proof)
    {
        using (var store = StudyStore.OpenForReading(part))
        {
            if (store.Meta("study_hash") != plan.Hash)
                throw new ResultsException($"'{part}' is of another study, or of this one before it, its scenario or the catalogue was changed. Nothing was merged.");
            var own = store.Meta(StudySchema.Proof);
            if (proof.Length > 0 && own.Length > 0 && own != proof)
                throw new ResultsException($"'{part}' was made by a program that computes otherwise than the one of '{first}': the study's first run gave {own}, not {proof}. Nothing was merged. Run one of them again.");
            if (own.Length > 0) proof = own;
        }

        StudySchema.Execute(database, "ATTACH $0 AS part", part);
        try
        {
            StudySchema.Execute(database, "INSERT OR IGNORE INTO result SELECT * FROM part.result");
        }
        catch (SqliteException problem)
        {
            throw StudyProblem.Of(part, problem);
        }

        StudySchema.Execute(database, "DETACH part");
        return proof;
    }

    private static void Remove(params string[] files)
    {
        foreach (var file in files)
        {
            File.Delete(file);
            File.Delete(file + "-journal");
        }
    }
}
