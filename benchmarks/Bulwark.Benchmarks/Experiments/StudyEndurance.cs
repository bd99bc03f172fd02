using System.Diagnostics;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Store;

namespace Bulwark.Benchmarks.Experiments;

/// <summary>
/// Memory over very many replications, bytes of a result and the speed of merging: <c>study-endurance [replications]</c>. The runs are the first
/// seconds of first-steps with one fighter, so that a hundred thousand take minutes; what is kept of a run is as much as of any other.
/// </summary>
internal static class StudyEndurance
{
    private const int Shards = 4;
    private const int Looks = 10;

    public static void Run(string[] args)
    {
        var replications = args.Length > 0 ? int.Parse(args[0]) : 100_000;
        using var bench = new StudyBench("first-steps", "groups/raid/count", "1", replications, "  - {name: duration, path: duration, values: [20 s]}");
        Console.WriteLine($"{replications} replications on {Environment.ProcessorCount} threads");
        Console.WriteLine($"{"done",10}{"working set, MB",18}{"managed heap, MB",18}{"processor, s",14}");
        using var process = Process.GetCurrentProcess();
        var files = new List<string>();
        var next = 0L;
        for (var shard = 1; shard <= Shards; shard++)
        {
            using var store = bench.NewStore();
            files.Add(store.File);
            var before = (shard - 1) * (long)replications / Shards;
            StudyRunner.Run(bench.Plan, store, Environment.ProcessorCount, step => Look(before + step.Done), WorkShare.Of(bench.Plan, shard, Shards));
        }

        var bytes = files.Sum(static file => new FileInfo(file).Length);
        Console.WriteLine($"{bytes / (double)replications:0.0} bytes a result in {Shards} results files, with {bench.Plan.Study.Measures.All.Count} measures stored ({bench.Plan.Study.Measures.WantedCount} asked for, the losses by cause)");
        var merged = Path.Combine(bench.Folder, "merged.sqlite");
        var watch = Stopwatch.StartNew();
        process.Refresh();
        var cpu = process.TotalProcessorTime;
        var count = StudyMerge.Merge(bench.Plan, files, merged);
        process.Refresh();
        var mergeS = (process.TotalProcessorTime - cpu).TotalSeconds;
        Console.WriteLine($"{count} results merged in {watch.Elapsed.TotalSeconds:0.0} s, {mergeS:0.00} s of processor time: {mergeS / Shards:0.00} s a shard, {count / mergeS:0} results a second; {new FileInfo(merged).Length / (double)count:0.0} bytes a result");

        void Look(long done)
        {
            if (done < next) return;
            next = done + (replications / Looks);
            process.Refresh();
            Console.WriteLine($"{done,10}{process.WorkingSet64 / 1e6,18:0.0}{GC.GetTotalMemory(forceFullCollection: false) / 1e6,18:0.0}{process.TotalProcessorTime.TotalSeconds,14:0.0}");
        }
    }
}
