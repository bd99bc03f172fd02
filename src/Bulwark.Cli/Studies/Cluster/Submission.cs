using System.Text;
using System.Text.Json.Nodes;
using Bulwark.Cli.Manner;
using Bulwark.Formats;

namespace Bulwark.Cli.Studies.Cluster;

/// <summary>What was handed to a batch engine for a study: kept in its folder, so that status and resume know. Immutable.</summary>
internal sealed record Submission
{
    public const string FileName = "submission.json";

    /// <summary>"slurm" or "kubernetes".</summary>
    public required string Engine { get; init; }

    /// <summary>Number of parts.</summary>
    public required int Shards { get; init; }

    /// <summary>Fingerprint of the study.</summary>
    public required string StudyHash { get; init; }

    /// <summary>Threads of each task.</summary>
    public required int Threads { get; init; }

    /// <summary>How bulwark is called where the tasks run.</summary>
    public required string Command { get; init; }

    /// <summary>The study file as the tasks see it.</summary>
    public required string Study { get; init; }

    /// <summary>Folder of a catalogue to use instead of the built-in one, or null.</summary>
    public string? Catalogue { get; init; }

    /// <summary>Container image, for Kubernetes.</summary>
    public string Image { get; init; } = "";

    /// <summary>Volume claim that holds the study's folder, for Kubernetes.</summary>
    public string Claim { get; init; } = "";

    /// <summary>Identifiers of the jobs handed in, oldest first.</summary>
    public IReadOnlyList<string> Jobs { get; init; } = [];

    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, FileName));

    public static Submission Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path)) throw new UsageException($"nothing was submitted from {folder}; expected a folder that 'bulwark study submit' has used");
        try
        {
            var json = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
            return new Submission
            {
                Engine = (string)json["engine"]!,
                Shards = (int)json["shards"]!,
                StudyHash = (string)json["studyHash"]!,
                Threads = (int)json["threads"]!,
                Command = (string)json["command"]!,
                Study = (string)json["study"]!,
                Catalogue = (string?)json["catalogue"],
                Image = (string)json["image"]!,
                Claim = (string)json["claim"]!,
                Jobs = [.. json["jobs"]!.AsArray().Select(static job => (string)job!)],
            };
        }
        catch (Exception wrong) when (wrong is System.Text.Json.JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new UsageException($"{path} was changed from outside and cannot be read ({wrong.Message}); submit again into another folder");
        }
    }

    public void Write(string folder)
    {
        var json = new JsonObject
        {
            ["engine"] = Engine,
            ["shards"] = Shards,
            ["studyHash"] = StudyHash,
            ["threads"] = Threads,
            ["command"] = Command,
            ["study"] = Study,
            ["catalogue"] = Catalogue,
            ["image"] = Image,
            ["claim"] = Claim,
            ["jobs"] = new JsonArray([.. Jobs.Select(static job => (JsonNode)job)]),
        };
        AtomicFile.Write(Path.Combine(folder, FileName), stream => stream.Write(Encoding.UTF8.GetBytes(json.ToJsonString(new() { WriteIndented = true }) + "\n")));
    }
}
