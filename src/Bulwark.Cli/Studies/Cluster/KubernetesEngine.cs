using System.Text;
using System.Text.Json;
using Bulwark.Formats;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>Kubernetes: one Indexed Job, one index a part. The study's folder is on a volume that every pod mounts.</summary>
internal static class KubernetesEngine
{
    public const string Name = "kubernetes";
    public const string ManifestFile = "job.yaml";
    public const string ContainerFile = "Containerfile";

    private const string MountPath = "/study";

    /// <summary>Writes the Job's manifest for some parts, and a container file to build its image from.</summary>
    /// <param name="submission">What is handed in.</param>
    /// <param name="folder">The results folder.</param>
    /// <param name="shards">The parts.</param>
    /// <returns>The Job's name.</returns>
    public static string Write(Submission submission, string folder, IReadOnlyList<int> shards)
    {
        var name = $"bulwark-{submission.StudyHash[..8]}-{submission.Jobs.Count + 1}";
        var manifest = $$"""
            apiVersion: batch/v1
            kind: Job
            metadata:
              name: {{name}}
            spec:
              completionMode: Indexed
              completions: {{shards.Count}}
              parallelism: {{Math.Min(shards.Count, 1000)}}
              backoffLimitPerIndex: 3
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: shard
                      image: {{JsonSerializer.Serialize(submission.Image)}}
                      workingDir: {{MountPath}}
                      command: ["sh", "-c", {{JsonSerializer.Serialize(Command(submission, folder, shards), TextOptions)}}]
                      resources:
                        requests: {cpu: "{{submission.Threads}}", memory: 1Gi}
                      volumeMounts:
                        - {name: study, mountPath: {{MountPath}}}
                  volumes:
                    - name: study
                      persistentVolumeClaim: {claimName: {{JsonSerializer.Serialize(submission.Claim)}}}

            """;
        const string Container = """
            # The image that runs parts of studies. Build it where the tool's package is: docker build -f Containerfile -t IMAGE FOLDER
            FROM mcr.microsoft.com/dotnet/sdk:10.0 AS tool
            COPY *.nupkg /packages/
            RUN dotnet tool install Bulwark.Cli --tool-path /tools --add-source /packages

            FROM mcr.microsoft.com/dotnet/runtime:10.0
            COPY --from=tool /tools /tools
            ENV PATH="/tools:${PATH}"
            WORKDIR /study
            ENTRYPOINT ["bulwark"]

            """;
        AtomicFile.Write(Path.Combine(folder, ManifestFile), stream => stream.Write(Encoding.UTF8.GetBytes(manifest.ReplaceLineEndings("\n"))));
        AtomicFile.Write(Path.Combine(folder, ContainerFile), stream => stream.Write(Encoding.UTF8.GetBytes(Container.ReplaceLineEndings("\n"))));
        return name;
    }

    /// <summary>Hands in the manifest.</summary>
    public static void Submit(string folder) => EngineProgram.Run("kubectl", ["apply", "-f", Path.Combine(folder, ManifestFile)]);

    private static JsonSerializerOptions TextOptions { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // The index counts from 0. For all parts it is the part; for some it picks one of the list.
    private static string Command(Submission submission, string folder, IReadOnlyList<int> shards)
    {
        var pick = shards.Count == submission.Shards ? "set -- $((JOB_COMPLETION_INDEX + 1))" : $"set -- {string.Join(' ', shards)}; shift $JOB_COMPLETION_INDEX";
        var catalogue = submission.Catalogue is null ? "" : " --catalogue " + SlurmEngine.Quote(submission.Catalogue);
        return $"{pick}; exec {submission.Command} study shard {SlurmEngine.Quote(submission.Study)} --shard \"$1/{submission.Shards}\" --out \"$(printf '%s/{ShardFiles.FolderName}/shard-%05d.sqlite' {SlurmEngine.Quote(folder)} \"$1\")\" --threads {submission.Threads}{catalogue} --quiet";
    }
}
