using BenchmarkDotNet.Attributes;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Benchmarks;

/// <summary>One replication of <c>scenarios/crete-s300.yaml</c>, recording on: 30 minutes, 138 aircraft and missiles, 48 rounds flown.</summary>
[MemoryDiagnoser]
public class CreteBenchmarks
{
    private Scenario _scenario = null!;
    private RunPlan _plan = null!;

    [GlobalSetup]
    public void Read()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Bulwark.slnx"))) folder = folder.Parent ?? throw new DirectoryNotFoundException("No checkout found.");
        _scenario = ScenarioReader.Read(Path.Combine(folder.FullName, "scenarios", "crete-s300.yaml"), CatalogueStore.LoadEmbedded());
        _plan = RunPlanner.Plan(_scenario, new RunOptions { Threads = 1 });
    }

    /// <summary>The engine alone.</summary>
    [Benchmark(Baseline = true)]
    public long Events()
    {
        var simulator = new Simulator(_plan);
        simulator.RunUntil(_plan.End);
        return simulator.EventsHandled;
    }

    /// <summary>With the plan, the hash, the summary and the attribution of losses (fly-out tables are kept from the first run).</summary>
    [Benchmark]
    public int WholeRun() => Simulator.Run(_scenario, new RunOptions { Threads = 1 }).Summary.Targets.Leaked;
}
