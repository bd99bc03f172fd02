using System.Diagnostics;
using Bulwark.Simulation;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Benchmarks.Experiments;

/// <summary>
/// What a study costs beside its runs: <c>study [replications] [rounds]</c>. In every round the same replications of s300-24 are run by a bare loop
/// over the engine, by a study on one thread, by a study on two, and by two bare loops at once with half of them each, which is what the
/// machine itself can give; the results must be the same.
/// </summary>
internal static class StudyTiming
{
    public static void Run(string[] args)
    {
        var replications = args.Length > 0 ? int.Parse(args[0]) : 30;
        var rounds = args.Length > 1 ? int.Parse(args[1]) : 12;
        using var bench = new StudyBench("s300-24", "groups/fighters-n/count", "8", replications);
        Console.WriteLine($"s300-24, {replications} replications a round, {rounds} rounds after one to warm up; seconds");
        Console.WriteLine($"{"round",5}{"bare: processor",17}{"study: processor",18}{"overhead",10}{"one thread: wall",18}{"two threads: wall",19}{"speed-up",10}{"two: processor",16}{"two: pauses",13}{"two bare loops: wall",22}");
        var (bares, ones, twos, pairs) = (new List<Cost>(), new List<Cost>(), new List<Cost>(), new List<Cost>());
        for (var round = 0; round <= rounds; round++)
        {
            // Turn about, so that what the machine does meanwhile meets all of them.
            var (bare, one, two, hash) = (default(Cost), default(Cost), default(Cost), "");
            if (round % 2 == 0) bare = Cost.Of(() => hash = Bare(bench.Plan, 0, replications));
            one = Cost.Of(() => Study(bench, 1));
            if (round % 2 == 1) bare = Cost.Of(() => hash = Bare(bench.Plan, 0, replications));
            two = Cost.Of(() => Study(bench, 2));
            var pair = Cost.Of(() => Parallel.Invoke(new ParallelOptions { MaxDegreeOfParallelism = 2 }, () => Bare(bench.Plan, 0, replications / 2), () => Bare(bench.Plan, replications / 2, replications)));
            if (hash != bench.LastHash) throw new InvalidOperationException($"The last run of the bare loop is {hash}, of the study {bench.LastHash}.");
            if (round == 0) continue;
            bares.Add(bare);
            ones.Add(one);
            twos.Add(two);
            pairs.Add(pair);
            Console.WriteLine($"{round,5}{bare.ProcessorS,17:0.00}{one.ProcessorS,18:0.00}{(one.ProcessorS / bare.ProcessorS) - 1,10:0.0%}{one.WallS,18:0.00}{two.WallS,19:0.00}{one.WallS / two.WallS,10:0.00}{two.ProcessorS,16:0.00}{two.PauseS,13:0.00}{pair.WallS,22:0.00}");
        }

        // Other work on the machine only ever adds, also to processor time (caches, shared cores), so the least of many rounds is what the code costs.
        var (bareS, oneS, twoS) = (Least(bares, static cost => cost.ProcessorS), Least(ones, static cost => cost.ProcessorS), Least(twos, static cost => cost.ProcessorS));
        Console.WriteLine($"overhead of the study: {(oneS / bareS) - 1:0.0%} of the bare loop's processor time (least of {rounds} rounds each; medians {(Median(ones) / Median(bares)) - 1:0.0%})");
        Console.WriteLine($"two threads against one: {Least(ones, static cost => cost.WallS) / Least(twos, static cost => cost.WallS):0.00} times the replications per second (quickest round each); processor time of the same runs {twoS / oneS:0.00} times as much");
        var (oneWallS, twoWallS, pairWallS, bareWallS) = (Sum(ones), Sum(twos), Sum(pairs), Sum(bares));
        Console.WriteLine($"over all rounds: two threads against one {oneWallS / twoWallS:0.00} times; two bare loops at once against one {bareWallS / pairWallS:0.00} times; the study on two threads against two bare loops {pairWallS / twoWallS:0.00} times");
        Console.WriteLine($"one core: {60 * replications / Median(ones):0} replications per minute of processor time (median; {60 * replications / oneS:0} in the least round)");
    }

    // What anybody would write without a study: the plan once, then run after run.
    private static string Bare(StudyPlan study, int from, int to)
    {
        var scenario = ScenarioReader.Read(study.Study.ScenarioFile, study.Catalogue);
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var hash = "";
        for (var replication = from; replication < to; replication++) hash = Simulator.Run(RunPlanner.Again(plan, study.Cells[0].Seed, (uint)replication)).Summary.Hash;
        return hash;
    }

    private static void Study(StudyBench bench, int threads)
    {
        using var store = bench.NewStore();
        StudyRunner.Run(bench.Plan, store, threads);
        bench.LastHash = store.Results().Last().Hash;
    }

    private static double Least(List<Cost> costs, Func<Cost, double> value) => costs.Min(value);

    private static double Sum(List<Cost> costs) => costs.Sum(static cost => cost.WallS);

    private static double Median(List<Cost> costs) => costs.Select(static cost => cost.ProcessorS).Order().ElementAt(costs.Count / 2);

    private readonly record struct Cost(double WallS, double ProcessorS, double PauseS)
    {
        public static Cost Of(Action action)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var pauseBefore = GC.GetTotalPauseDuration();
            var watch = Stopwatch.StartNew();
            action();
            var wallS = watch.Elapsed.TotalSeconds;
            process.Refresh();
            return new Cost(wallS, (process.TotalProcessorTime - before).TotalSeconds, (GC.GetTotalPauseDuration() - pauseBefore).TotalSeconds);
        }
    }
}
