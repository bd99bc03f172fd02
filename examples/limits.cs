#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// Which limit of the battery on Crete stops what? Raises one published limit at a time and runs the same raid with the same luck.
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Scenarios;

var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples";
var scenario = ScenarioReader.Read(Path.Combine(folder, "..", "scenarios", "crete-s300.yaml"), CatalogueStore.LoadEmbedded());

Console.WriteLine($"{"",-20} {"tracked",7} {"engaged",7} {"flying",6} {"leaked",6}   leaked because of the limit of tracks, target channels, missile channels");
Show("as published", limits => limits);
Show("150 tracks", limits => limits with { Tracks = 150 });
Show("10 target channels", limits => limits with { Targets = 10 });
Show("20 missile channels", limits => limits with { Missiles = 20 });

void Show(string name, Func<BatteryLimits, BatteryLimits> change)
{
    var changed = scenario with { Batteries = [.. scenario.Batteries.Select(battery => battery with { Limits = change(battery.Limits) })] };
    var summary = Simulator.Run(changed).Summary;
    var (tracks, targets, missiles) = (
        summary.LossesByCause[LossCause.TrackLimit],
        summary.LossesByCause[LossCause.TargetChannelLimit],
        summary.LossesByCause[LossCause.MissileChannelLimit]);
    Console.WriteLine($"{name,-20} {summary.Peaks.Tracked,7} {summary.Peaks.Engaged,7} {summary.Peaks.MissilesInFlight,6} {summary.Targets.Leaked,6}   {tracks}, {targets}, {missiles}");
}
