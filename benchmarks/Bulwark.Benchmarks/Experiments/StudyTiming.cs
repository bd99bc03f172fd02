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
/// over the engine, by a study on one thread, and by a study on two; the results must be the same.
/// </summary>
internal static class StudyTiming
{
    public static void Run(string[] args)
    {
        var replications = args.Length > 0 ? int.Parse(args[0]) : 60;
        var rounds = args.Length > 1 ? int.Parse(args[1]) : 5;
        using var bench = new StudyBench("s300-24", "groups/fighters-n/count", "8", replications);
        Console.WriteLine($"s300-24, {replications} replications a round, {rounds} rounds after one to warm up; seconds");
        Console.WriteLine($"{"round",5}{"bare: processor",17}{"study: processor",18}{"overhead",10}{"one thread: wall",18}{"two threads: wall",19}{"speed-up",10}{"two: processor",16}");
        var (overheads, speedUps, perMinute) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            // Turn about, so that what the machine does meanwhile meets all of them.
            var (bare, one, two, hash) = (default(Cost), default(Cost), default(Cost), "");
            if (round % 2 == 0) bare = Cost.Of(() => hash = Bare(bench.Plan, replications));
            one = Cost.Of(() => Study(bench, 1));
            if (round % 2 == 1) bare = Cost.Of(() => hash = Bare(bench.Plan, replications));
            two = Cost.Of(() => Study(bench, 2));
            if (hash != bench.LastHash) throw new InvalidOperationException($"The last run of the bare loop is {hash}, of the study {bench.LastHash}.");
            if (round == 0) continue;
            overheads.Add((one.ProcessorS / bare.ProcessorS) - 1);
            speedUps.Add(one.WallS / two.WallS);
            perMinute.Add(60 * replications / one.ProcessorS);
            Console.WriteLine($"{round,5}{bare.ProcessorS,17:0.00}{one.ProcessorS,18:0.00}{overheads[^1],10:0.0%}{one.WallS,18:0.00}{two.WallS,19:0.00}{speedUps[^1],10:0.00}{two.ProcessorS,16:0.00}");
        }

        Console.WriteLine($"overhead of the study: median {Median(overheads):0.0%} of the bare loop's processor time");
        Console.WriteLine($"two threads against one: median {Median(speedUps):0.00}, best {speedUps.Max():0.00} times the replications per second");
        Console.WriteLine($"one core: median {Median(perMinute):0}, best {perMinute.Max():0} replications per minute of processor time");
    }

    // What anybody would write without a study: the plan once, then run after run.
    private static string Bare(StudyPlan study, int replications)
    {
        var scenario = ScenarioReader.Read(study.Study.ScenarioFile, study.Catalogue);
        var plan = RunPlanner.Plan(scenario, new RunOptions { Threads = 1 });
        var hash = "";
        for (var replication = 0; replication < replications; replication++) hash = Simulator.Run(RunPlanner.Again(plan, study.Cells[0].Seed, (uint)replication)).Summary.Hash;
        return hash;
    }

    private static void Study(StudyBench bench, int threads)
    {
        using var store = bench.NewStore();
        StudyRunner.Run(bench.Plan, store, threads);
        bench.LastHash = store.Results().Last().Hash;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private readonly record struct Cost(double WallS, double ProcessorS)
    {
        public static Cost Of(Action action)
        {
            GC.Collect();
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var watch = Stopwatch.StartNew();
            action();
            var wallS = watch.Elapsed.TotalSeconds;
            process.Refresh();
            return new Cost(wallS, (process.TotalProcessorTime - before).TotalSeconds);
        }
    }
}
