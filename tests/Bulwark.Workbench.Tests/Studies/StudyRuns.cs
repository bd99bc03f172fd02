using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Workbench.Tests.Rules;

namespace Bulwark.Workbench.Tests.Studies;

/// <summary>Runs of the shipped scenarios that the tests of pictures, reports and stores look at.</summary>
internal static class StudyRuns
{
    private static readonly Lazy<RunResult> CreteRun = new(() => Run(Load("crete-s300")));

    private static readonly Lazy<RunResult> SecondCreteRun = new(() => Run(Load("crete-s300")));

    public static RunResult Crete => CreteRun.Value;

    /// <summary>The same once more, run anew.</summary>
    public static RunResult CreteAgain => SecondCreteRun.Value;

    public static Scenario Load(string id) => ScenarioReader.Read(Path.Combine(Repository.Root, "scenarios", id + ".yaml"), CatalogueStore.LoadEmbedded());

    public static RunResult Run(Scenario scenario) => Simulator.Run(scenario, new RunOptions { Threads = 1 }, TestContext.Current.CancellationToken);

    /// <summary>The names of the files that the folder of a run of one battery holds.</summary>
    public static readonly string[] FileNames =
        ["engagements.svg", "events.sqlite", "gospa.svg", "losses.svg", "map-close.svg", "map.svg", "range-height.svg", "report.html", "summary.json", "timeline.svg"];
}
