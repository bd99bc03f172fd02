using Bulwark.Core.Randomness;
using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Files;
using Bulwark.Studies.Programmes;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;
using Bulwark.Workbench.Tests.Cli;
using Bulwark.Workbench.Tests.Files;
using Bulwark.Workbench.Tests.Studies.Experiments;

namespace Bulwark.Workbench.Tests.Programmes;

/// <summary>A programme may be stopped at any moment: the same command goes on, and nothing is lost, doubled or different.</summary>
public sealed class ProgrammeResumeTests(ITestOutputHelper output)
{
    private const int Kills = 8;

    private const string Raid = """
        bulwark: study/1
        title: Raid
        scenario: small-scenario.yaml
        seed: 5
        replications: 40
        measures: [no_leak, leaked]
        """;

    // Long enough for the raid to come through.
    private static readonly string Scenario = SmallStudy.Scenario.Replace("duration: 100 s", "duration: 180 s", StringComparison.Ordinal);

    private static readonly string North = SmallProgramme.Text.Replace("id: one,", "id: north,", StringComparison.Ordinal);

    [Fact]
    public void Years_stopped_and_resumed_are_the_same_at_any_number_of_threads()
    {
        using var scratch = new Scratch();
        var programme = SmallProgramme.Read();
        var options = new ProgrammeStudyOptions { Replications = 150 };
        var whole = ProgrammeStudy.Run(programme, options);
        var stops = 0;
        var luck = new RandomStream(2026, 0, 0, RandomPurpose.General);
        for (var threads = 1; threads <= 3; threads++)
        {
            var file = scratch[$"years{threads}.sqlite"];
            var stored = 0L;
            ProgrammeStudyResult? resumed = null;
            for (var attempt = 0; resumed is null; attempt++)
            {
                using var store = YearsStore.Open(file);
                using var stop = new CancellationTokenSource();
                if (attempt < 4) stop.CancelAfter(TimeSpan.FromMilliseconds(2 + (40 * luck.NextUnit())));
                try
                {
                    resumed = ProgrammeStudy.Run(programme, options with { Threads = threads, Store = store }, stop.Token);
                    Assert.Equal((stored, 150), (store.FoundCount, store.FoundCount + store.AddedCount));
                }
                catch (OperationCanceledException)
                {
                    stops++;
                    Assert.True(store.FoundCount <= stored);
                    stored += store.AddedCount;
                }
            }

            Assert.Equal(whole.Hash, resumed.Hash);
            for (var way = 0; way < whole.Cases.Count; way++)
            {
                Assert.Equal(whole.Cases[way].ReadyMeanShare, resumed.Cases[way].ReadyMeanShare);
                Assert.Equal(whole.Cases[way].CostUsd[2], resumed.Cases[way].CostUsd[2]);
                Assert.Equal(whole.Cases[way].ByComponent, resumed.Cases[way].ByComponent);
                Assert.Equal(whole.Cases[way].Samples.Select(static sample => Convert.ToHexString(sample.Equipment)), resumed.Cases[way].Samples.Select(static sample => Convert.ToHexString(sample.Equipment)));
            }
        }

        output.WriteLine($"stopped {stops} times");
    }

    [Fact]
    public void Other_years_are_not_mixed_up_with_those_stored()
    {
        using var scratch = new Scratch();
        var programme = SmallProgramme.Read();
        using var store = YearsStore.Open(scratch["years.sqlite"]);
        var options = new ProgrammeStudyOptions { Replications = 40 };
        foreach (var changed in (Programme[])[programme, programme with { Home = "" }, programme with { Suppliers = [programme.Suppliers[0], programme.Suppliers[1] with { LearningRatio = 0.7 }] }, programme with { Cases = [programme.Cases[0]] }])
        {
            Assert.Equal(ProgrammeStudy.Run(changed, options).Hash, ProgrammeStudy.Run(changed, options with { Store = store }).Hash);
            Assert.Equal(ProgrammeStudy.Run(changed, options with { Seed = 9 }).Hash, ProgrammeStudy.Run(changed, options with { Seed = 9, Store = store }).Hash);
        }

        // What only people read may change.
        Assert.Equal((0, 320), (store.FoundCount, store.AddedCount));
        _ = ProgrammeStudy.Run(programme with { Title = "Another title", Facts = [] }, options with { Store = store });
        Assert.Equal((40, 320), (store.FoundCount, store.AddedCount));
    }

    [Fact]
    public async Task Killed_at_random_moments_it_ends_with_the_same_content()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["small.yaml"], North);
        File.WriteAllText(scratch["raid.yaml"], Raid);
        File.WriteAllText(scratch["small-scenario.yaml"], Scenario);
        string[] Arguments(string folder, int threads) => ["programme", scratch["small.yaml"], "-n", "700", "--effect", scratch["raid.yaml"], "--threads", $"{threads}", "-q", "-o", folder];
        var whole = Command.Run([.. Arguments(scratch["whole"], 1), "--json"]);
        Assert.True(whole.ExitCode == 0, whole.Error);
        var (years, effect) = ((string)whole.Json()["hash"]!, (string)whole.Json()["effect"]!["hash"]!);
        var luck = new RandomStream(8, 0, 0, RandomPurpose.General);
        var (killed, finished, last) = (0, 0, 0L);
        while (killed < Kills || last > 0)
        {
            var folder = scratch[$"killed{finished}"];
            using var process = Child.Start(scratch.Folder, Arguments(folder, 1 + (killed % 3)));
            _ = process.StandardOutput.ReadToEndAsync();
            _ = process.StandardError.ReadToEndAsync();

            // One kill in four falls anywhere, the first second included; the others fall into the work, however slow the machine is.
            for (var waited = 0; killed % 4 != 0 && waited < 600 && !process.HasExited && Stored(folder) <= last; waited++) await Task.Delay(50);
            await Task.Delay(TimeSpan.FromSeconds(0.6 * luck.NextUnit()));
            if (killed < Kills && !process.HasExited)
            {
                process.Kill();
                killed++;
            }

            await process.WaitForExitAsync();
            Assert.True(Stored(folder) >= last, $"{Stored(folder)} stored after {last}");
            last = Stored(folder);
            if (process.ExitCode != 0) continue;
            var summary = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")))!;
            Assert.Equal((years, effect), ((string)summary["hash"]!, (string)summary["effect"]!["hash"]!));
            Assert.Equal((long)whole.Json()["effect"]!["engagements"]!, (long)summary["effect"]!["engagements"]!);
            foreach (var picture in (string[])["readiness.svg", "effect.svg", "cost.svg"]) Assert.Equal(File.ReadAllText(Path.Combine(scratch["whole"], picture)), File.ReadAllText(Path.Combine(folder, picture)));
            (finished, last) = (finished + 1, 0);
        }

        output.WriteLine($"killed {killed} times, {finished} programmes finished");
        Assert.True(finished > 0);
    }

    [Fact]
    public void A_full_disk_is_told_and_what_was_stored_is_kept()
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root") Assert.Skip("needs a small file system, which only root can mount on Linux");
        using var scratch = new Scratch();
        File.WriteAllText(scratch["small.yaml"], North);
        Directory.CreateDirectory(scratch["disk"]);
        var (mounted, why) = Child.Run("mount", scratch.Folder, "-t", "tmpfs", "-o", "size=600k", "tmpfs", scratch["disk"]);
        if (mounted != 0) Assert.Skip("cannot mount a small file system here: " + why.Trim());
        try
        {
            foreach (var threads in (string[])["1", "3"])
            {
                var full = Command.Run("programme", scratch["small.yaml"], "-n", "3000", "--threads", threads, "-q", "-o", scratch["disk"]);
                full.IsRefused("disk", "the same command again");
                using var store = YearsStore.Open(scratch["disk/years.sqlite"]);
                var kept = ProgrammeStudy.Run(SmallProgramme.Read(North), new ProgrammeStudyOptions { Replications = 32, Store = store }, TestContext.Current.CancellationToken);
                Assert.Equal((32, 0), (store.FoundCount, store.AddedCount));
                Assert.Equal(ProgrammeStudy.Run(SmallProgramme.Read(North), new ProgrammeStudyOptions { Replications = 32 }, TestContext.Current.CancellationToken).Hash, kept.Hash);
            }
        }
        finally
        {
            Child.Run("umount", scratch.Folder, scratch["disk"]);
        }
    }

    [Fact]
    public void A_folder_with_other_things_is_left_alone_and_old_pictures_go()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["small.yaml"], North);
        File.WriteAllText(scratch["raid.yaml"], Raid);
        File.WriteAllText(scratch["small-scenario.yaml"], Scenario);
        Assert.Equal(0, Command.Run("programme", scratch["small.yaml"], "-n", "20", "--effect", scratch["raid.yaml"], "-q", "-o", scratch["out"]).ExitCode);
        Assert.True(File.Exists(scratch["out/effect.svg"]));
        var again = Command.Run("programme", scratch["small.yaml"], "-n", "20", "-o", scratch["out"]);
        Assert.Equal(0, again.ExitCode);
        Assert.Contains("20 replications of years were in already", again.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(scratch["out/effect.svg"]));
        Directory.CreateDirectory(scratch["mine"]);
        File.WriteAllText(scratch["mine/years.sqlite"], "my diary");
        Command.Run("programme", scratch["small.yaml"], "-n", "20", "-q", "-o", scratch["mine"]).IsRefused("left alone");
        Assert.Equal("my diary", File.ReadAllText(scratch["mine/years.sqlite"]));
        Assert.Single(Directory.GetFiles(scratch["mine"]));
    }

    [Fact]
    public void A_study_of_the_raid_says_what_stopped_means_and_how_often_it_is_fought()
    {
        using var scratch = new Scratch();
        var years = ProgrammeStudy.Run(SmallProgramme.Read(North), new ProgrammeStudyOptions { Replications = 30 });
        EffectResult Fight(string text, string file)
        {
            var question = EffectQuestion.Of(Read(text), SmallStudy.Catalogue);
            return EffectStudy.Run(years, question, new EffectOptions { File = scratch[file], EveryMonths = 12, Threads = 2 }, TestContext.Current.CancellationToken);
        }

        var plain = Fight(Raid, "plain.sqlite");
        Assert.Equal((plain.States * 40L, 0.0), (plain.Runs, plain.NothingProbability));
        Assert.InRange(plain.FullProbability, 0.5, 1);
        Assert.All(plain.Cases.SelectMany(static points => points), point => Assert.InRange(point.StoppedProbability, 0, plain.FullProbability));
        Assert.All(plain.Cases[0], static point => Assert.InRange(point.MeansSi[1], 0, 4));

        // Never more than one gets through: another meaning of "stopped".
        var own = Fight(Raid.Replace("measures: [no_leak, leaked]", "measures: [leaked, few]\ndefine: {few: leaked <= 1}", StringComparison.Ordinal), "own.sqlite");
        Assert.Equal("leaked <= 1", own.Stopped);
        Assert.True(own.FullProbability >= plain.FullProbability);

        // A rule ends the clear states early, and luck of their own changes the answer a little.
        var ruled = Fight(Raid.Replace("replications: 40", "replications: 10\nstop: {on: no_leak, half-width: 0.16, batch: 10, at-most: 40}", StringComparison.Ordinal), "ruled.sqlite");
        Assert.InRange(ruled.Runs, 10L * ruled.States, (40L * ruled.States) - 1);
        var unpaired = Fight(Raid + "\npairing: no", "unpaired.sqlite");
        Assert.NotEqual(plain.Hash, unpaired.Hash);
        Assert.InRange(unpaired.FullProbability, plain.FullProbability - 0.3, plain.FullProbability + 0.3);

        // Uncertain figures of the catalogue are drawn for all states alike.
        var sampled = Fight(Raid.Replace("replications: 40", "replications: 4\nuncertainty: sample\nsamples: 6", StringComparison.Ordinal), "sampled.sqlite");
        Assert.Equal(sampled.States * 24L, sampled.Runs);

        foreach (var (text, words) in ((string, string)[])[(Raid + "\nfactors: [{name: raid, path: groups/raid/count, values: [2, 4]}]", "factors"), (Raid.Replace("no_leak, ", "", StringComparison.Ordinal), "true or false"), (Raid.Replace("40", "1", StringComparison.Ordinal), "2 replications")])
            Assert.Contains(words, Assert.Throws<ArgumentException>(() => EffectQuestion.Of(Read(text), SmallStudy.Catalogue)).Message, StringComparison.Ordinal);
    }

    private static Study Read(string text) => StudyReader.CheckText(text, "raid.yaml", Scenario, SmallStudy.Catalogue).Study!;

    private static long Stored(string folder)
    {
        try
        {
            var years = Path.Combine(folder, ProgrammeFolder.YearsFile);
            if (!File.Exists(years)) return 0;
            using var database = StudyStore.Connect(years, Microsoft.Data.Sqlite.SqliteOpenMode.ReadOnly);
            using var command = database.CreateCommand();
            command.CommandText = "SELECT coalesce(sum(count), 0) FROM block";
            var stored = (long)command.ExecuteScalar()!;
            var effect = Path.Combine(folder, ProgrammeFolder.EffectFile);
            if (!File.Exists(effect)) return stored;
            using var store = StudyStore.OpenForReading(effect);
            return stored + store.Count;
        }
        catch (Exception problem) when (problem is Microsoft.Data.Sqlite.SqliteException or ResultsException)
        {
            // Killed before the tables were there.
            return 0;
        }
    }
}
