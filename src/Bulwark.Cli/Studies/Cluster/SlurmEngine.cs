using System.Text;
using Bulwark.Formats;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>Slurm: one array job, one task a part.</summary>
internal static class SlurmEngine
{
    public const string Name = "slurm";
    public const string ScriptFile = "job.sh";

    /// <summary>Writes the job script.</summary>
    public static void Write(Submission submission, string folder)
    {
        var full = Path.GetFullPath(folder);
        var script = $$"""
            #!/bin/sh
            #SBATCH --job-name=bulwark
            #SBATCH --ntasks=1
            #SBATCH --cpus-per-task={{submission.Threads}}
            #SBATCH --output={{full}}/logs/%A_%a.log
            # One task of the array is one part of the study. It may be killed and repeated at will: the part's file appears when it is complete.
            exec {{submission.Command}} study shard {{Quote(submission.Study)}} \
              --shard "$SLURM_ARRAY_TASK_ID/{{submission.Shards}}" \
              --out "$(printf '%s/{{ShardFiles.FolderName}}/shard-%05d.sqlite' {{Quote(full)}} "$SLURM_ARRAY_TASK_ID")" \
              --threads {{submission.Threads}}{{(submission.Catalogue is null ? "" : " --catalogue " + Quote(submission.Catalogue))}} --quiet

            """;
        Directory.CreateDirectory(Path.Combine(folder, "logs"));
        AtomicFile.Write(Path.Combine(folder, ScriptFile), stream => stream.Write(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n"))));
    }

    /// <summary>Hands in some parts; returns the job's identifier.</summary>
    public static string Submit(string folder, IReadOnlyList<int> shards) =>
        EngineProgram.Run("sbatch", ["--parsable", $"--array={ShardList.Of(shards)}", Path.Combine(folder, ScriptFile)]).Trim().Split(';')[0];

    /// <summary>The parts that wait or run.</summary>
    public static HashSet<int> Active(Submission submission)
    {
        if (submission.Jobs.Count == 0) return [];
        var text = EngineProgram.Run("squeue", ["--noheader", "--array", "--format=%F %K"]);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(static line => line.Trim().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 2 && submission.Jobs.Contains(words[0]) && int.TryParse(words[1], out _))
            .Select(static words => int.Parse(words[1]))];
    }

    public static string Quote(string text) => "'" + text.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
