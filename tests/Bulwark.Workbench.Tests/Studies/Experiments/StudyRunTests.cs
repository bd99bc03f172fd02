using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

public sealed class StudyRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_plan_for_another_replication_is_the_plan_made_anew()
    {
        var scenario = ScenarioReader.ReadText(SmallStudy.Scenario, "small.yaml", SmallStudy.Catalogue);
        var plan = RunPlanner.Plan(scenario, new RunOptions { Seed = 5 });
        var again = Simulator.Run(RunPlanner.Again(plan, 7, 3)).Summary.Hash;
        Assert.Equal(Simulator.Run(scenario, new RunOptions { Seed = 7, Replication = 3 }).Summary.Hash, again);
        Assert.NotEqual(Simulator.Run(plan).Summary.Hash, again);
    }

    [Fact]
    public void The_results_are_the_same_with_any_number_of_threads()
    {
        var plan = SmallStudy.Plan();
        Assert.Equal(RunAll(plan, "one", 1), RunAll(plan, "five", 5));
        using var store = StudyStore.OpenForReading(PathOf("one"));
        Assert.Equal(18, store.Count);
        var single = Simulator.Run(ScenarioReader.ReadText(SmallStudy.Scenario.Replace("count: 4", "count: 6", StringComparison.Ordinal), "small.yaml", SmallStudy.Catalogue), new RunOptions { Seed = 5, Replication = 2 });
        Assert.Equal(single.Summary.Hash, store.Results(2).ElementAt(2).Hash);
        Assert.Equal(single.Summary.Targets.Leaked, store.Results(2).ElementAt(2).Measures[0]);
    }

    [Fact]
    public void A_study_that_is_stopped_again_and_again_ends_the_same()
    {
        var plan = SmallStudy.Plan();
        var whole = RunAll(plan, "whole", 2);
        for (var attempt = 0; attempt < 6; attempt++)
        {
            using var stop = new CancellationTokenSource();
            using var store = StudyStore.Open(PathOf("stopped"), plan);
            var before = store.Count;
            Assert.ThrowsAny<OperationCanceledException>(() => StudyRunner.Run(plan, store, 2, step =>
            {
                if (step.New >= 1) stop.Cancel();
            }, cancellation: stop.Token));
            Assert.True(store.Count > before);
            if (store.Count >= 15) break;
        }

        Assert.Equal(whole, RunAll(plan, "stopped", 2));
    }

    [Fact]
    public void Parts_merge_to_the_same_file_in_any_order()
    {
        var plan = SmallStudy.Plan();
        var whole = RunAll(plan, "whole", 2);
        string[] parts = [.. Enumerable.Range(1, 4).Select(part =>
        {
            using var store = StudyStore.Open(PathOf($"part{part}"), plan);
            StudyRunner.Run(plan, store, 2, share: WorkShare.Of(plan, part, 4));
            return store.File;
        })];
        Assert.Equal(18, StudyMerge.Merge(plan, parts, PathOf("merged")));
        StudyMerge.Merge(plan, [parts[2], parts[0], parts[3], parts[1], parts[2]], PathOf("again"));
        Assert.Equal(File.ReadAllBytes(PathOf("merged")), File.ReadAllBytes(PathOf("again")));
        using var merged = StudyStore.OpenForReading(PathOf("merged"));
        Assert.Equal(whole, merged.ContentHash());

        var other = SmallStudy.Plan(SmallStudy.Text.Replace("seed: 5", "seed: 6", StringComparison.Ordinal));
        Assert.Contains("another study", Assert.Throws<ResultsException>(() => StudyMerge.Merge(other, parts, PathOf("wrong"))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("wrong")));
    }

    [Fact]
    public void Results_of_a_program_that_computes_otherwise_are_not_added_to_or_merged()
    {
        // What another build's file looks like: the same study, another fingerprint of its first run.
        var plan = SmallStudy.Plan();
        var whole = RunAll(plan, "own", 2);
        RunAll(plan, "other", 1);
        using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={PathOf("other")};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "UPDATE meta SET value = 'otherwise' WHERE key = 'proof'; DELETE FROM result WHERE replication = 3";
            Assert.Equal(4, command.ExecuteNonQuery());
        }

        using (var store = StudyStore.Open(PathOf("other"), plan))
        {
            Assert.Contains("computes otherwise", Assert.Throws<ResultsException>(() => StudyRunner.Run(plan, store, 2)).Message, StringComparison.Ordinal);
            Assert.Equal(15, store.Count);
        }

        Assert.Contains("computes otherwise", Assert.Throws<ResultsException>(() => StudyMerge.Merge(plan, [PathOf("own"), PathOf("other")], PathOf("both"))).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(PathOf("both")));

        // A merged file can be gone on with.
        StudyMerge.Merge(plan, [PathOf("own")], PathOf("merged"));
        Assert.Equal(whole, RunAll(plan, "merged", 1));
    }

    [Fact]
    public void A_merge_is_not_spoilt_by_what_a_killed_run_left_behind()
    {
        var plan = SmallStudy.Plan();
        var whole = RunAll(plan, "part", 2);

        // A run that was killed leaves its log beside the results file: here the log of a file with one result that no run gives.
        double[] values = [.. plan.Study.Measures.All.Select(static _ => 77.0)];
        using (var killed = StudyStore.Open(PathOf("killed"), plan))
        {
            killed.Add([new StudyResult(0, 0, "never", values)]);
            foreach (var ending in (string[])["", "-wal", "-shm"]) File.Copy(PathOf("killed") + ending, PathOf("merged") + ending);
        }

        Assert.True(new FileInfo(PathOf("merged") + "-wal").Length > 0);
        StudyMerge.Merge(plan, [PathOf("part")], PathOf("merged"));
        using (var merged = StudyStore.OpenForReading(PathOf("merged"))) Assert.Equal(whole, merged.ContentHash());
        using var writing = StudyStore.Open(PathOf("merged"), plan);
        Assert.Contains("another process", Assert.Throws<ResultsException>(() => StudyMerge.Merge(plan, [PathOf("part")], PathOf("merged"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replications_go_on_until_the_interval_is_narrow_or_the_most_is_reached()
    {
        var text = SmallStudy.Text.Replace("replications: 6", "replications: 4\nstop: {on: first_launch_s, half-width: 1, batch: 3, at-most: 10}", StringComparison.Ordinal);
        var plan = SmallStudy.Plan(text);
        var hash = RunAll(plan, "stop1", 1);
        Assert.Equal(hash, RunAll(plan, "stop3", 3));
        using var store = StudyStore.OpenForReading(PathOf("stop1"));
        var answers = StudyAnswers.Of(plan, store);
        Assert.All(answers.Points, static point =>
        {
            Assert.Contains(point.Runs, (long[])[4, 7, 10]);
            Assert.True(point.Runs == 10 || point.Means[2].HalfWidth <= 1);
        });

        // Parts of a study with a rule are groups of settings.
        string[] parts = [.. Enumerable.Range(1, 2).Select(part =>
        {
            using var shard = StudyStore.Open(PathOf($"s{part}"), plan);
            StudyRunner.Run(plan, shard, 1, share: WorkShare.Of(plan, part, 2));
            return shard.File;
        })];
        StudyMerge.Merge(plan, parts, PathOf("stopmerged"));
        using var merged = StudyStore.OpenForReading(PathOf("stopmerged"));
        Assert.Equal(hash, merged.ContentHash());
    }

    [Fact]
    public void Alternatives_are_compared_pair_by_pair_until_it_is_decided()
    {
        const string Rule = "replications: 20\nalternatives: [{id: few, set: {batteries/north/launchers: 1}}, {id: none, set: {batteries/north/doctrine/rules: hold}}]\nstop: {on: killed, decided: yes, batch: 10, at-most: 60}";
        var plan = SmallStudy.Plan(SmallStudy.Text.Replace("replications: 6", Rule, StringComparison.Ordinal).Replace("values: [2, 4, 6]", "values: [4]", StringComparison.Ordinal));
        RunAll(plan, "pair", 2);
        using var store = StudyStore.OpenForReading(PathOf("pair"));
        var answers = StudyAnswers.Of(plan, store);
        var killed = answers.Pairs.Single(static pair => pair.Measure == 1);
        Assert.True(killed.Difference.Difference.Value < 0);
        Assert.False(killed.Sequence.Contains(0));
        Assert.Equal(20, killed.Difference.Difference.Count);
    }

    [Fact]
    public void Results_of_another_study_are_refused_and_a_file_has_one_writer()
    {
        var plan = SmallStudy.Plan();
        using var store = StudyStore.Open(PathOf("mine"), plan);
        Assert.Contains("another process", Assert.Throws<ResultsException>(() => StudyStore.Open(PathOf("mine"), plan)).Message, StringComparison.Ordinal);
        store.Dispose();
        var other = SmallStudy.Plan(SmallStudy.Text.Replace("seed: 5", "seed: 6", StringComparison.Ordinal));
        Assert.Contains("another study", Assert.Throws<ResultsException>(() => StudyStore.Open(PathOf("mine"), other)).Message, StringComparison.Ordinal);
        File.WriteAllText(PathOf("text"), "this is no database at all, but long enough to be looked at as one ....................................");
        Assert.Contains("no results file", Assert.Throws<ResultsException>(() => StudyStore.OpenForReading(PathOf("text"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Storing_a_result_again_changes_nothing_and_questions_cannot_write()
    {
        var plan = SmallStudy.Plan();
        using var store = StudyStore.Open(PathOf("again"), plan);
        double[] values = [.. plan.Study.Measures.All.Select(static (_, index) => index == 2 ? double.NaN : index)];
        store.Add([new StudyResult(0, 0, "abc", values)]);
        var hash = store.ContentHash();
        store.Add([new StudyResult(0, 0, "other", values), new StudyResult(0, 0, "abc", values)]);
        Assert.Equal(hash, store.ContentHash());
        using var reader = StudyStore.OpenForReading(PathOf("again"));
        using var table = reader.Query("SELECT raid, leaked, first_launch_s FROM answer");
        Assert.Equal([2L, 0.0, null], table.Next()!);
        Assert.Null(table.Next());
        Assert.Throws<ResultsException>(() => reader.Query("DELETE FROM result").Dispose());
        Assert.Contains("The tables are", Assert.Throws<ResultsException>(() => reader.Query("SELECT nothing FROM nowhere")).Message, StringComparison.Ordinal);
        Assert.Equal(1, reader.Count);
    }

    [Fact]
    public void The_report_tells_the_answer_with_its_interval_and_provenance()
    {
        var plan = SmallStudy.Plan();
        RunAll(plan, "reported", 2);
        using var store = StudyStore.OpenForReading(PathOf("reported"));
        StudyFolder.WriteReport(plan, store, _folder.Path);
        var html = File.ReadAllText(Path.Combine(_folder.Path, "report.html"));
        foreach (var words in (string[])["What comes through?", "every one of 6", plan.Hash, store.ContentHash(), "answer-leaked", "convergence", "48N6E"]) Assert.Contains(words, html, StringComparison.OrdinalIgnoreCase);
        foreach (var svg in Directory.EnumerateFiles(_folder.Path, "*.svg"))
        {
            var png = File.ReadAllBytes(Path.ChangeExtension(svg, ".png"));
            Assert.Equal("PNG"u8.ToArray(), png[1..4]);
            Assert.True(png.Length > 2000);
        }
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name + ".sqlite");

    private string RunAll(StudyPlan plan, string name, int threads)
    {
        using var store = StudyStore.Open(PathOf(name), plan);
        StudyRunner.Run(plan, store, threads);
        return store.ContentHash();
    }
}
