using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Simulation;

/// <summary>The shipped scenarios, and runs of them that several tests look at.</summary>
internal static class Runs
{
    private static readonly Lazy<RunResult> CreteResult = new(() => Simulator.Run(Load("crete-s300"), new RunOptions { Threads = 1 }));

    public static RunResult Crete => CreteResult.Value;

    public static Scenario Load(string id) =>
        ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", id + ".yaml"), CatalogueStore.LoadEmbedded());

    public static Scenario WithLimits(Scenario scenario, Func<BatteryLimits, BatteryLimits> change) => scenario with
    {
        Batteries = [.. scenario.Batteries.Select(battery => battery with { Limits = change(battery.Limits) })],
    };
}
