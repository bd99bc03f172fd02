using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

public sealed class StudyVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_study_is_run_shown_asked_exported_cut_and_merged()
    {
        var study = SmallStudy.Write(_folder.Path);
        var results = _folder.Under("results");
        var run = Command.Run("study", "run", study, "--out", results, "--json", "--quiet");
        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Equal(18, (long)run.Json()["runs"]!);
        var hash = (string)run.Json()["contentHash"]!;
        Command.Run("study", "run", study, "--out", results).IsRefused("is there already", "study resume");
        Assert.Equal(hash, (string)Command.Run("study", "resume", study, "--out", results, "--json", "--quiet").Json()["contentHash"]!);
        Assert.Equal(3, Command.Run("study", "show", study, "--out", results, "--json").Json()["points"]!.AsArray().Count);
        Assert.Contains("in every one of 6", Command.Run("study", "show", study, "--out", results).Output, StringComparison.Ordinal);
        Assert.Contains("18 runs", Command.Run("study", "status", study, "--out", results).Output, StringComparison.Ordinal);

        var rows = Command.Run("study", "query", results, "SELECT raid, count(*) FROM answer GROUP BY raid", "--json").Json()["rows"]!.AsArray();
        Assert.Equal(["[2,6]", "[4,6]", "[6,6]"], rows.Select(static row => row!.ToJsonString()));
        Command.Run("study", "query", results, "DROP TABLE result").IsRefused("cannot be answered");
        Command.Run("study", "query", _folder.Path, "SELECT 1").IsRefused("holds no results.sqlite");
        Assert.Equal(0, Command.Run("study", "export", results, "--to", _folder.Under("runs.csv")).ExitCode);
        var csv = File.ReadAllLines(_folder.Under("runs.csv"));
        Assert.Equal(19, csv.Length);
        Assert.StartsWith("cell,point,alternative,sample,part,raid,replication,leaked", csv[0], StringComparison.Ordinal);
        Command.Run("study", "export", results, "--to", _folder.Under("runs.csv")).IsRefused("exists already");
        Command.Run("study", "export", results, "--to", _folder.Under("runs.xls")).IsRefused(".parquet or .csv");

        foreach (var part in (string[])["1", "2", "3"]) Assert.Equal(0, Command.Run("study", "shard", study, "--shard", part + "/3", "--out", _folder.Under($"part{part}.sqlite"), "--quiet").ExitCode);
        Assert.Contains("complete already", Command.Run("study", "shard", study, "--shard", "2/3", "--out", _folder.Under("part2.sqlite")).Error, StringComparison.Ordinal);
        var merged = Command.Run("study", "merge", study, _folder.Under("part3.sqlite"), _folder.Under("part1.sqlite"), _folder.Under("part2.sqlite"), "--out", _folder.Under("merged"), "--json", "--quiet");
        Assert.Equal(hash, (string)merged.Json()["contentHash"]!);
        Command.Run("study", "shard", study, "--shard", "4/3", "--out", "x").IsRefused("I/N");
    }

    [Fact]
    public async Task An_interrupted_study_says_how_to_go_on()
    {
        using var stop = new CancellationTokenSource();
        var study = SmallStudy.Write(_folder.Path, SmallStudy.Text.Replace("replications: 6", "replications: 4000", StringComparison.Ordinal));
        var interrupting = Task.Run(async () =>
        {
            while (!File.Exists(_folder.Under("results/results.sqlite"))) await Task.Delay(20);
            await Task.Delay(1500);
            await stop.CancelAsync();
        });
        var command = Command.Run(stop.Token, "study", "run", study, "--out", _folder.Under("results"), "--threads", "1");
        await interrupting;
        Assert.Equal(3, command.ExitCode);
        Assert.Contains("study resume", command.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Jobs_of_batch_engines_are_written_and_their_commands_do_a_part()
    {
        SmallStudy.Write(_folder.Path);
        var bulwark = $"dotnet {Rules.Repository.AssemblyFile("Bulwark.Cli")}";
        var (exitCode, text) = Child.Run("dotnet", _folder.Path, Rules.Repository.AssemblyFile("Bulwark.Cli"), "study", "submit", "small.yaml", "--engine", "kubernetes", "--shards", "3", "--write-only", "--command", bulwark, "--image", "registry.example/bulwark:1", "--out", "pods");
        Assert.True(exitCode == 0, text);

        // The manifest is what batch/v1 asks of an Indexed Job.
        var problems = new Bulwark.Simulation.Documents.ProblemList();
        var manifest = Bulwark.Simulation.Documents.DocumentLoader.LoadFile(_folder.Under("pods/job.yaml"), problems)!;
        Assert.False(problems.HasErrors);
        string Word(params string[] path) => ((Bulwark.Simulation.Documents.ScalarNode)Bulwark.Simulation.Documents.DocumentEdit.Find(manifest, path)!).Text;
        Assert.Equal("batch/v1", Word("apiVersion"));
        Assert.Equal("Job", Word("kind"));
        Assert.Matches("^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$", Word("metadata", "name"));
        Assert.Equal("Indexed", Word("spec", "completionMode"));
        Assert.Equal("3", Word("spec", "completions"));
        Assert.Equal("Never", Word("spec", "template", "spec", "restartPolicy"));
        Assert.Equal("registry.example/bulwark:1", Word("spec", "template", "spec", "containers", "0", "image"));
        Assert.Equal("bulwark", Word("spec", "template", "spec", "volumes", "0", "persistentVolumeClaim", "claimName"));
        Assert.Equal("sh", Word("spec", "template", "spec", "containers", "0", "command", "0"));
        var command = Word("spec", "template", "spec", "containers", "0", "command", "2");

        // What a pod runs, with the variable that the Job sets; one index twice, as after a lost pod.
        foreach (var index in (int[])[2, 0, 0]) AssertRuns($"JOB_COMPLETION_INDEX={index}; export JOB_COMPLETION_INDEX; {command}");
        var status = Command.Run("study", "status", _folder.Under("small.yaml"), "--out", _folder.Under("pods"), "--json").Json();
        Assert.Equal(2, (int)status["done"]!);
        Assert.Equal("[2]", status["missing"]!.ToJsonString());
        AssertRuns($"JOB_COMPLETION_INDEX=1; export JOB_COMPLETION_INDEX; {command}");
        var merged = Command.Run("study", "merge", _folder.Under("small.yaml"), "--out", _folder.Under("pods"), "--json", "--quiet").Json();
        Assert.Equal(18, (long)merged["runs"]!);
        Command.Run("study", "submit", _folder.Under("small.yaml"), "--engine", "slurm", "--shards", "2", "--out", _folder.Under("pods")).IsRefused("submitted already");
        Command.Run("study", "submit", _folder.Under("small.yaml"), "--engine", "kubernetes", "--shards", "2", "--out", "other", "--write-only").IsRefused("pods see nothing else");
        Assert.False(Directory.Exists("other"));
        Command.Run("study", "submit", _folder.Under("small.yaml"), "--engine", "grid", "--shards", "2", "--out", _folder.Under("other")).IsRefused("slurm or kubernetes");

        void AssertRuns(string line)
        {
            var (exit, words) = Child.Run("sh", _folder.Path, "-c", line);
            Assert.True(exit == 0, words);
        }
    }

    [Fact]
    public void The_Python_of_the_page_on_studies_reads_a_results_file()
    {
        if (!Child.Has("python3")) Assert.Skip("needs python3");
        var page = File.ReadAllText(Path.Combine(Rules.Repository.Root, "docs", "studies.md"));
        var from = page.IndexOf("```python\n", StringComparison.Ordinal) + "```python\n".Length;
        var program = page[from..page.IndexOf("```", from, StringComparison.Ordinal)];
        var study = SmallStudy.Write(_folder.Path);
        var run = Command.Run("study", "run", study, "--out", Path.Combine(_folder.Path, "results", "first-steps"), "--quiet", "--json");
        Assert.True(run.ExitCode == 0, run.Error);
        var (exitCode, text) = Child.Run("python3", _folder.Path, "-c", program);
        Assert.True(exitCode == 0, text);
        var expected = run.Json()["points"]!.AsArray().Select(static point => (Raid: int.Parse((string)point!["factors"]!["raid"]!), Leaked: (double)point["measures"]!["leaked"]!["value"]!));
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')).ToList();
        Assert.Equal(expected, lines.Select(static words => (int.Parse(words[0]), double.Parse(words[2]))));
        Assert.All(lines, static words => Assert.Equal("6", words[^1]));
    }
}
