using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Studies.Cluster;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Cli.Studies;

/// <summary>The commands of <c>bulwark study</c> for more than one machine: shard, submit, status, merge.</summary>
internal sealed partial class ClusterCommands(StudyArguments arguments)
{
    private readonly Option<string> _shard = new("--shard") { Description = "which part: I/N, from 1/N to N/N", HelpName = "I/N", Required = true };
    private readonly Option<string> _file = new("--out", "-o") { Description = "file of the part; it appears when it is complete", HelpName = "FILE", Required = true };
    private readonly Option<string> _engine = new("--engine") { Description = "slurm or kubernetes", HelpName = "NAME", Required = true };
    private readonly Option<int> _shards = new("--shards") { Description = "number of parts; a part should take a minute or more", HelpName = "N", Required = true };
    private readonly Option<int> _taskThreads = new("--threads") { Description = "threads of each task", HelpName = "N", DefaultValueFactory = static _ => 1 };
    private readonly Option<bool> _writeOnly = new("--write-only") { Description = "write the files, hand nothing in" };
    private readonly Option<string?> _command = new("--command") { Description = "how bulwark is called where the tasks run; as it was called here unless given ('bulwark' in containers)", HelpName = "TEXT" };
    private readonly Option<string> _image = new("--image") { Description = "container image, for kubernetes", HelpName = "IMAGE", DefaultValueFactory = static _ => "bulwark:latest" };
    private readonly Option<string> _claim = new("--claim") { Description = "volume claim that holds the study's folder, for kubernetes", HelpName = "NAME", DefaultValueFactory = static _ => "bulwark" };
    private readonly Argument<string[]> _parts = new("PART") { Description = "files of parts; those in the results folder unless given", Arity = ArgumentArity.ZeroOrMore };

    /// <summary>The commands.</summary>
    public IEnumerable<Command> Build(VerbContext context)
    {
        yield return Make(context, Shard, [arguments.Study], [_shard, _file, arguments.Threads, arguments.Catalogue], "shard", "Does one part of a study and writes it to a file of its own; a killed part is simply done again.", "study shard studies/first-steps.yaml --shard 2/4 --out part-2.sqlite");
        yield return Make(context, Submit, [arguments.Study], [_engine, _shards, arguments.Out, _taskThreads, _writeOnly, _command, _image, _claim, arguments.Catalogue], "submit", "Writes a study's array job for a batch engine and hands it in.", "study submit studies/first-steps.yaml --engine slurm --shards 4 --write-only");
        yield return Make(context, Status, [arguments.Study], [arguments.Out, arguments.Catalogue], "status", "Says which runs or parts of a study are done, under way and missing.", "study status studies/first-steps.yaml");
        yield return Make(context, Merge, [arguments.Study, _parts], [arguments.Out, arguments.Catalogue], "merge", "Puts parts together: the same results file, whatever their order.", "study merge studies/first-steps.yaml part-1.sqlite part-2.sqlite --out results/whole");
    }

    /// <summary>Hands in again what is neither done nor under way.</summary>
    public static int Resume(StudyPlan plan, string folder, Report report)
    {
        var submission = Submission.Read(folder);
        Require(submission, plan, folder);
        var status = ClusterStatus.Of(submission, folder, report);
        if (status.Missing.Count > 0) submission = HandIn(submission, folder, status.Missing);
        Tell(submission, ClusterStatus.Of(submission, folder, report), status.Missing.Count, folder, report);
        return ExitCode.Done;
    }

    internal static Command Make(VerbContext context, Func<ParseResult, Report, int> work, Argument[] given, Option[] options, string name, string description, params string[] examples)
    {
        var command = context.Command(name, description, examples);
        foreach (var argument in given) command.Add(argument);
        foreach (var option in options) command.Add(option);
        context.OnRun(command, work);
        return command;
    }

    private int Shard(ParseResult parsed, Report report)
    {
        var text = parsed.GetRequiredValue(_shard);
        if (ShardText().Match(text) is not { Success: true } match
            || !int.TryParse(match.Groups["part"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var part)
            || !int.TryParse(match.Groups["parts"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var parts)
            || part < 1 || part > parts)
            throw new UsageException($"--shard: '{text}' is no part; expected I/N with I from 1 to N, such as 2/4");
        var file = parsed.GetRequiredValue(_file);
        if (string.IsNullOrWhiteSpace(file) || Directory.Exists(file)) throw new UsageException($"--out: '{file}' cannot be the file of the part; expected the name of a file");
        var plan = arguments.Plan(parsed, report);
        var share = WorkShare.Of(plan, part, parts);
        if (ShardFiles.IsDone(file, plan.Hash))
        {
            report.Note($"{file} is complete already");
        }
        else
        {
            ShardFiles.Make(plan, file, store => StudyRun.Work(plan, store, parsed.GetValue(arguments.Threads), share, report));
        }

        using var done = StudyStore.OpenForReading(file);
        report.Line($"part {part} of {parts}: {done.Count} runs in {file}");
        report.Object(() => new JsonObject { ["part"] = part, ["parts"] = parts, ["runs"] = done.Count, ["file"] = file, ["contentHash"] = done.ContentHash() });
        return ExitCode.Done;
    }

    private int Submit(ParseResult parsed, Report report)
    {
        var engine = parsed.GetRequiredValue(_engine);
        if (engine is not (SlurmEngine.Name or KubernetesEngine.Name)) throw new UsageException($"--engine: '{engine}' is not known; expected slurm or kubernetes");
        var shards = parsed.GetValue(_shards);
        if (shards is < 1 or > 100_000) throw new UsageException($"--shards: {shards} cannot be used; expected a number from 1 to 100000");
        var threads = parsed.GetValue(_taskThreads);
        if (threads is < 1 or > 1024) throw new UsageException($"--threads: {threads} cannot be used; expected a number from 1 to 1024");
        var plan = arguments.Plan(parsed, report);
        var folder = arguments.Folder(parsed, plan);
        if (Submission.IsIn(folder)) throw new UsageException($"{folder} was submitted already; 'bulwark study resume' hands in what is missing, another --out begins anew");
        var isSlurm = engine == SlurmEngine.Name;
        var catalogue = parsed.GetResult(arguments.Catalogue) is { Tokens: [var token, ..] } ? token.Value : null;
        if (!isSlurm) RequireInClaim(("STUDY", parsed.GetRequiredValue(arguments.Study)), ("--out", folder), ("--catalogue", catalogue));
        Directory.CreateDirectory(Path.Combine(folder, ShardFiles.FolderName));
        var submission = new Submission
        {
            Engine = engine,
            Shards = shards,
            StudyHash = plan.Hash,
            Threads = threads,
            Command = parsed.GetValue(_command) ?? (isSlurm ? OwnCommand() : "bulwark"),

            // Tasks of Slurm run anywhere on shared paths; pods see the study's folder as their own.
            Study = isSlurm ? Path.GetFullPath(parsed.GetRequiredValue(arguments.Study)) : parsed.GetRequiredValue(arguments.Study),
            Catalogue = catalogue is not null && isSlurm ? Path.GetFullPath(catalogue) : catalogue,
            Image = parsed.GetRequiredValue(_image),
            Claim = parsed.GetRequiredValue(_claim),
        };
        int[] all = [.. Enumerable.Range(1, shards)];
        if (!parsed.GetValue(_writeOnly))
        {
            submission = HandIn(submission, folder, all);
            Tell(submission, ClusterStatus.Of(submission, folder, report), shards, folder, report);
            return ExitCode.Done;
        }

        WriteFiles(submission, folder, all);
        submission.Write(folder);
        report.Line($"written to {folder}: {(isSlurm ? $"{SlurmEngine.ScriptFile}; hand it in with sbatch --array={ShardList.Of(all)} {Path.Combine(folder, SlurmEngine.ScriptFile)}" : $"{KubernetesEngine.ManifestFile} and {KubernetesEngine.ContainerFile}; hand it in with kubectl apply -f {Path.Combine(folder, KubernetesEngine.ManifestFile)}")}");
        report.Object(() => new JsonObject { ["folder"] = folder, ["engine"] = engine, ["shards"] = shards });
        return ExitCode.Done;
    }

    // Pods see the claim alone, as their working folder: a path that leads out of it would fail in each of them.
    private static void RequireInClaim(params (string Name, string? Path)[] paths)
    {
        foreach (var (name, path) in paths)
        {
            if (path is null || (!Path.IsPathRooted(path) && !Path.GetRelativePath(".", path).StartsWith("..", StringComparison.Ordinal))) continue;
            throw new UsageException($"{name}: '{path}' leads out of the present folder, and pods see nothing else; expected a path inside it: give the command in the folder that the claim holds");
        }
    }

    private int Status(ParseResult parsed, Report report)
    {
        var plan = arguments.Plan(parsed, report);
        var folder = arguments.Folder(parsed, plan);
        if (Submission.IsIn(folder))
        {
            var submission = Submission.Read(folder);
            Require(submission, plan, folder);
            Tell(submission, ClusterStatus.Of(submission, folder, report), 0, folder, report);
            return ExitCode.Done;
        }

        var file = StudyArguments.FileIn(folder);
        long runs = 0;
        if (File.Exists(file))
        {
            using var store = StudyStore.OpenForReading(file);
            runs = store.Count;
        }

        report.Line(runs == 0 ? $"nothing is done in {folder}" : $"{runs} runs are done of {(plan.Study.Replications.IsSequential ? $"{plan.Runs.Least} to {plan.Runs.Most}" : $"{plan.Runs.Least}")}");
        report.Object(() => new JsonObject { ["runs"] = runs, ["runsLeast"] = plan.Runs.Least, ["runsMost"] = plan.Runs.Most });
        return ExitCode.Done;
    }

    private int Merge(ParseResult parsed, Report report)
    {
        var plan = arguments.Plan(parsed, report);
        var folder = arguments.Folder(parsed, plan);
        var parts = parsed.GetValue(_parts) ?? [];
        if (parts.Length == 0 && Directory.Exists(Path.Combine(folder, ShardFiles.FolderName))) parts = [.. Directory.EnumerateFiles(Path.Combine(folder, ShardFiles.FolderName), "*.sqlite").Order(StringComparer.Ordinal)];
        if (parts.Length == 0) throw new UsageException($"there are no parts in {Path.Combine(folder, ShardFiles.FolderName)}; expected the files of parts");
        foreach (var part in parts) Paths.RequireReadable(part, "a part of a study, as 'bulwark study shard' writes it");
        var file = StudyArguments.FileIn(folder);
        var runs = report.Progress("merging", progress => StudyMerge.Merge(plan, parts, file, progress));
        using var store = StudyStore.OpenForReading(file);
        report.Line($"{parts.Length} parts, {runs} runs{(runs < plan.Runs.Least ? $" of {plan.Runs.Least}: not finished, 'bulwark study resume' does the rest" : "")}: {file}");
        report.Note("next: bulwark study report");
        report.Object(() => new JsonObject { ["parts"] = parts.Length, ["runs"] = runs, ["file"] = file, ["contentHash"] = store.ContentHash() });
        return ExitCode.Done;
    }

    private static void Require(Submission submission, StudyPlan plan, string folder)
    {
        if (submission.StudyHash != plan.Hash) throw new UsageException($"what was submitted from {folder} is another study, or this one before it was changed; submit it anew with another --out");
    }

    private static string WriteFiles(Submission submission, string folder, IReadOnlyList<int> shards)
    {
        if (submission.Engine == KubernetesEngine.Name) return KubernetesEngine.Write(submission, folder, shards);
        SlurmEngine.Write(submission, folder);
        return "";
    }

    private static Submission HandIn(Submission submission, string folder, IReadOnlyList<int> shards)
    {
        var job = WriteFiles(submission, folder, shards);
        if (submission.Engine == KubernetesEngine.Name) KubernetesEngine.Submit(folder);
        else job = SlurmEngine.Submit(folder, shards);
        var changed = submission with { Jobs = [.. submission.Jobs, job] };
        changed.Write(folder);
        return changed;
    }

    private static void Tell(Submission submission, ClusterStatus status, int handedIn, string folder, Report report)
    {
        if (handedIn > 0) report.Line($"handed in to {submission.Engine}: {handedIn} parts, job {submission.Jobs[^1]}");
        report.Line($"{status.Done.Count} of {submission.Shards} parts done, {status.Active.Count} waiting or running, {status.Missing.Count} missing{(status.Missing.Count > 0 ? $" ({ShardList.Of(status.Missing)})" : "")}");
        if (status.Done.Count == submission.Shards) report.Note($"next: bulwark study merge … --out {folder}");
        report.Object(() => new JsonObject
        {
            ["engine"] = submission.Engine,
            ["shards"] = submission.Shards,
            ["done"] = status.Done.Count,
            ["active"] = status.Active.Count,
            ["missing"] = new JsonArray([.. status.Missing.Select(static shard => (JsonNode)shard)]),
            ["handedIn"] = handedIn,
            ["jobs"] = new JsonArray([.. submission.Jobs.Select(static job => (JsonNode)job)]),
        });
    }

    // As this process was called: the tool itself, or dotnet with the tool's assembly.
    private static string OwnCommand()
    {
        var process = Environment.ProcessPath ?? "bulwark";
        var isHost = Path.GetFileNameWithoutExtension(process) is "dotnet";
        return isHost ? $"{SlurmEngine.Quote(process)} {SlurmEngine.Quote(Path.Combine(AppContext.BaseDirectory, "bulwark.dll"))}" : SlurmEngine.Quote(process);
    }

    [GeneratedRegex("^(?<part>[0-9]{1,9})/(?<parts>[0-9]{1,9})$", RegexOptions.None, 1000)]
    private static partial Regex ShardText();
}
