using Bulwark.Studies.Execution;
using Bulwark.Studies.Store;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>A disk may be full or read-only: that is told clearly, and nothing is damaged.</summary>
public sealed class DiskTests(ITestOutputHelper output) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_full_disk_is_told_and_what_was_stored_is_kept()
    {
        using var disk = new SmallDisk(_folder.Path, "200k");
        var study = SmallStudy.Write(_folder.Path, SmallStudy.Text.Replace("replications: 6", "replications: 400", StringComparison.Ordinal));
        File.WriteAllBytes(Path.Combine(disk.Path, "ballast"), new byte[100 * 1024]);
        Refused("study resume", "study", "run", study, "--out", disk.Path, "--quiet");
        var file = Path.Combine(disk.Path, "results.sqlite");
        using (var store = StudyStore.OpenForReading(file))
        {
            using var check = store.Query("PRAGMA integrity_check");
            Assert.Equal("ok", check.Next()![0]);
        }

        // With room again the study goes on to the end, and is what it would have been.
        var text = SmallStudy.Text.Replace("replications: 6", "replications: 12", StringComparison.Ordinal);
        var plan = SmallStudy.Plan(text);
        using var whole = StudyStore.Open(Path.Combine(_folder.Path, "whole.sqlite"), plan);
        StudyRunner.Run(plan, whole, 2);
        File.Delete(Path.Combine(disk.Path, "ballast"));
        using var resumed = StudyStore.Open(file, plan);
        var before = resumed.Count;
        StudyRunner.Run(plan, resumed, 2);
        output.WriteLine($"{before} results were stored before the disk was full");
        Assert.Equal(whole.Results(0).Take(12).Select(static result => result.Hash), resumed.Results(0).Take(12).Select(static result => result.Hash));
    }

    [Fact]
    public void A_read_only_folder_is_told_and_what_is_in_it_can_be_read()
    {
        using var disk = new SmallDisk(_folder.Path, "4m");
        var study = SmallStudy.Write(_folder.Path);
        var results = Path.Combine(disk.Path, "results");
        var (exitCode, text) = Bulwark("study", "run", study, "--out", results, "--quiet");
        Assert.True(exitCode == 0, text);
        disk.MakeReadOnly();

        Refused("may be written to", "study", "run", study, "--out", Path.Combine(disk.Path, "new"), "--quiet");
        Refused("may be written to", "study", "shard", study, "--shard", "1/2", "--out", Path.Combine(disk.Path, "part.sqlite"), "--quiet");
        Refused("may be written to", "study", "report", study, "--out", results, "--quiet");
        Assert.Equal(["results"], Directory.EnumerateFileSystemEntries(disk.Path).Select(Path.GetFileName));
        Assert.DoesNotContain(Directory.EnumerateFiles(results), static file => file.EndsWith(".partial", StringComparison.Ordinal));

        (exitCode, text) = Bulwark("study", "query", results, "SELECT count(*) AS runs FROM answer", "--json");
        Assert.True(exitCode == 0, text);
        Assert.Contains("18", text, StringComparison.Ordinal);
        (exitCode, text) = Bulwark("study", "show", study, "--out", results);
        Assert.True(exitCode == 0, text);
    }

    private (int ExitCode, string Text) Bulwark(params string[] arguments) => Child.Run("dotnet", _folder.Path, [Rules.Repository.AssemblyFile("Bulwark.Cli"), .. arguments]);

    private void Refused(string words, params string[] arguments)
    {
        var (exitCode, text) = Bulwark(arguments);
        output.WriteLine(text);
        Assert.Equal(2, exitCode);
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
