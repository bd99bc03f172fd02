using Bulwark.Core.Randomness;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Store;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>A study on a real Slurm, started on loopback, whose tasks are killed.</summary>
public sealed class SlurmTests(ITestOutputHelper output) : IDisposable
{
    private const int Shards = 8;
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tasks_are_killed_and_the_content_is_the_same()
    {
        using var slurm = LocalSlurm.Start(_folder.Under("slurm"), output);
        var text = SmallStudy.Text.Replace("replications: 6", "replications: 300", StringComparison.Ordinal);
        var study = SmallStudy.Write(_folder.Path, text);
        var results = _folder.Under("results");
        var command = $"dotnet {Rules.Repository.AssemblyFile("Bulwark.Cli")}";
        var submitted = Command.Run("study", "submit", study, "--engine", "slurm", "--shards", $"{Shards}", "--command", command, "--out", results, "--json");
        Assert.True(submitted.ExitCode == 0, submitted.Error);
        Assert.Equal(Shards, (int)submitted.Json()["handedIn"]!);

        var luck = new RandomStream(7, 0, 0, RandomPurpose.General);
        var (killed, resubmitted) = (0, 0);
        for (var waited = 0; waited < 600; waited++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5 + luck.NextUnit()));
            var status = Command.Run("study", "status", study, "--out", results, "--json").Json();
            if ((int)status["done"]! == Shards) break;
            if (killed < Kills && slurm.KillOneTask()) killed++;
            if (status["missing"]!.AsArray().Count > 0) resubmitted += (int)Command.Run("study", "resume", study, "--out", results, "--json").Json()["handedIn"]!;
        }

        output.WriteLine($"{killed} tasks killed, {resubmitted} handed in again");
        Assert.Equal(Kills, killed);
        Assert.InRange(resubmitted, 1, Kills);
        var merged = Command.Run("study", "merge", study, "--out", results, "--json", "--quiet");
        Assert.True(merged.ExitCode == 0, merged.Error);
        var plan = SmallStudy.Plan(text);
        using var whole = StudyStore.Open(_folder.Under("whole.sqlite"), plan);
        StudyRunner.Run(plan, whole, 2);
        Assert.Equal(whole.ContentHash(), (string)merged.Json()["contentHash"]!);
    }
}
