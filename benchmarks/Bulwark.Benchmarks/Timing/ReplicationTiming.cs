using System.Diagnostics;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Benchmarks.Timing;

/// <summary>
/// Processor time of one replication of a scenario on one core, part by part, and what it allocates: <c>replication [scenario] [replications]</c>.
/// </summary>
internal static class ReplicationTiming
{
    public static void Run(string[] args)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("No checkout found.");
        var id = args.Length > 0 ? args[0] : "s300-24";
        var count = args.Length > 1 ? int.Parse(args[1]) : 40;
        var scenario = ScenarioReader.Read(Path.Combine(folder.FullName, "scenarios", id + ".yaml"), CatalogueStore.LoadEmbedded());
        var (plans, engines, sums) = (new List<double>(), new List<double>(), new List<double>());
        var (events, bytes, all) = (0L, 0L, 0L);
        int[] collections = [0, 0, 0];
        for (var replication = 0; replication < count; replication++)
        {
            var options = new RunOptions { Replication = (uint)replication, Threads = 1 };
            RunPlan plan = null!;
            Simulator simulator = null!;
            var planS = CpuS(() => plan = RunPlanner.Plan(scenario, options));
            simulator = new Simulator(plan);
            var before = GC.GetAllocatedBytesForCurrentThread();
            var engineS = CpuS(() => simulator.RunUntil(plan.End));
            bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            events = simulator.EventsHandled;
            RunResult result = null!;
            var sumS = CpuS(() => result = simulator.Result());
            result.Recorder.Release();

            if (replication == count / 3) (all, collections) = (GC.GetAllocatedBytesForCurrentThread(), [.. Enumerable.Range(0, 3).Select(GC.CollectionCount)]);

            // The first third warms up the compiler.
            if (replication < count / 3) continue;
            plans.Add(planS);
            engines.Add(engineS);
            sums.Add(sumS);
        }

        Console.WriteLine($"{id}: {count - (count / 3)} replications after {count / 3} to warm up; processor time of one, milliseconds");
        Write("plan", plans);
        Write("run", engines);
        Write("hash, summary, causes", sums);
        var measured = count - (count / 3);
        Console.WriteLine($"  {(GC.GetAllocatedBytesForCurrentThread() - all) / measured / 1024} KiB allocated for one in all; collections of generations 0, 1, 2 in {measured}: {string.Join(", ", Enumerable.Range(0, 3).Select(generation => GC.CollectionCount(generation) - collections[generation]))}");
        Console.WriteLine($"last replication: {events} events handled, {bytes} bytes allocated while running, record included ({bytes / (double)events:0.0} per event)");
    }

    private static void Write(string name, List<double> timesS)
    {
        timesS.Sort();
        Console.WriteLine($"  {name,-24} median {1000 * timesS[timesS.Count / 2],7:0.0}   quarter {1000 * timesS[timesS.Count / 4],7:0.0}   least {1000 * timesS[0],7:0.0}   mean {1000 * timesS.Average(),7:0.0}");
    }

    private static double CpuS(Action action)
    {
        var process = Process.GetCurrentProcess();
        process.Refresh();
        var before = process.UserProcessorTime;
        action();
        process.Refresh();
        return (process.UserProcessorTime - before).TotalSeconds;
    }
}
