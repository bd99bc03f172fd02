using Bulwark.Core.Randomness;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Store;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>A process may end at any moment: nothing is lost, doubled or damaged.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Killed_at_twenty_random_moments_the_study_ends_with_the_same_content()
    {
        var text = SmallStudy.Text.Replace("replications: 6", "replications: 150", StringComparison.Ordinal);
        var study = SmallStudy.Write(_folder.Path, text);
        using var whole = StudyStore.Open(Path.Combine(_folder.Path, "whole.sqlite"), SmallStudy.Plan(text));
        StudyRunner.Run(SmallStudy.Plan(text), whole, 2);
        var hash = whole.ContentHash();
        var luck = new RandomStream(2026, 0, 0, RandomPurpose.General);
        var (killed, finished, last) = (0, 0, 0L);
        while (killed < Kills || last > 0)
        {
            var results = Path.Combine(_folder.Path, $"results{finished}");
            var file = Path.Combine(results, "results.sqlite");
            using var process = Child.Start(_folder.Path, "study", File.Exists(file) ? "resume" : "run", study, "--out", results, "--threads", "2", "--quiet");
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();

            // One kill in four falls anywhere, the first second included; the others fall into the work, however slow the machine is.
            for (var waited = 0; killed % 4 != 0 && waited < 600 && !process.HasExited && Stored(file) <= last; waited++) await Task.Delay(100);
            await Task.Delay(TimeSpan.FromSeconds(luck.NextUnit()));
            if (killed < Kills && !process.HasExited)
            {
                process.Kill();
                killed++;
            }

            await process.WaitForExitAsync();
            var stored = Stored(file);
            Assert.True(stored >= last, $"{stored} results after {last}");
            last = stored;
            if (process.ExitCode != 0) continue;

            // Done before the next kill: the content is the same, and another study begins.
            using var done = StudyStore.OpenForReading(file);
            Assert.Equal(450, done.Count);
            Assert.Equal(hash, done.ContentHash());
            (finished, last) = (finished + 1, 0);
        }

        output.WriteLine($"killed {killed} times, {finished} studies finished");
        Assert.True(finished > 0);
    }

    // The process may have been killed before the tables were there.
    private static long Stored(string file)
    {
        try
        {
            using var store = StudyStore.OpenForReading(file);
            return store.Count;
        }
        catch (Bulwark.Studies.Results.ResultsException)
        {
            return 0;
        }
    }
}
