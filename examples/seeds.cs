#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// How far the luck of a run reaches: a scenario with several seeds. dotnet run examples/seeds.cs -- tor-m1 20
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples";
var name = args.Length > 0 ? args[0] : "tor-m1";
var seeds = args.Length > 1 ? int.Parse(args[1]) : 3;
var scenario = ScenarioReader.Read(Path.Combine(folder, "..", "scenarios", name + ".yaml"), CatalogueStore.LoadEmbedded());
var results = Enumerable.Range(1, seeds).Select(seed => Simulator.Run(scenario, new RunOptions { Seed = (ulong)seed })).ToList();

Console.WriteLine($"{name}, seeds 1 to {seeds}: mean (least to most)");
Show("attackers", result => result.Summary.Targets.Total);
Show("killed", result => result.Summary.Targets.Killed);
Show("leaked", result => result.Summary.Targets.Leaked);
Show("rounds fired", result => result.Recorder.Events<MissileLaunched>().Length);
foreach (var cause in Enum.GetValues<LossCause>().Where(cause => results.Exists(result => result.Summary.LossesByCause.GetValueOrDefault(cause) > 0)))
    Show($"leaked: {cause}", result => result.Summary.LossesByCause.GetValueOrDefault(cause));
foreach (var kind in results[0].Plan.Targets.Select(target => target.Group.Class).Where(kind => results[0].Plan.Targets.Any(target => target.Group.Class.Id == kind.Id && target.Group.Allegiance == Allegiance.Hostile)).DistinctBy(kind => kind.Id))
    Show($"first shot at a {kind.Id}, km", result => FirstShotKm(result, kind.Id));

void Show(string what, Func<RunResult, double> value)
{
    var values = results.Select(value).Where(double.IsFinite).ToList();
    Console.WriteLine(values.Count == 0 ? $"{what,-42} none" : $"{what,-42} {values.Average(),6:0.0} ({values.Min():0.#} to {values.Max():0.#})");
}

// How far from what it attacks the first target of a class was when the first round left for one.
double FirstShotKm(RunResult result, string kind)
{
    foreach (var row in result.Recorder.Events<MissileLaunched>())
    {
        if (row.Happened.Target < 0 || result.Plan.Targets[row.Happened.Target] is not { } target || target.Group.Class.Id != kind || target.Group.Objective is null) continue;
        var asset = scenario.Assets.First(asset => asset.Id == target.Group.Objective);
        return (target.StateAt(row.Time).Position - Bulwark.Core.Earth.Wgs84.ToEcef(asset.Position)).Length / 1000;
    }

    return double.NaN;
}
