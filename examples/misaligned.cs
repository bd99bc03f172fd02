#:project ../src/Bulwark.Simulation/Bulwark.Simulation.csproj
#:property PublishAot=false

// What radars that are not quite aligned do to a shared picture, and what estimating their errors saves: two batteries, means over seeds.
// dotnet run examples/misaligned.cs -- 10
using System.Globalization;
using Bulwark.Simulation;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples";
var seeds = args.Length > 0 ? int.Parse(args[0]) : 2;
var two = File.ReadAllText(Path.Combine(folder, "..", "scenarios", "two-batteries.yaml"));
var catalogue = CatalogueStore.LoadEmbedded();

Console.WriteLine("| errors stated | taken off | horizontal error m | vertical m | squared error ratio | GOSPA m | tracks of an aircraft |");
Console.WriteLine("| --- | --- | --- | --- | --- | --- | --- |");
foreach (var stated in (string[])["angle-bias: 0 deg", "angle-bias: 0.15 deg", "angle-bias: 0.3 deg", "angle-bias: 0.5 deg", "angle-bias: 0.15 deg, range-bias: 200 m"])
{
    foreach (var registration in (string[])["off", "on"]) Show(stated, registration);
}

void Show(string stated, string registration)
{
    // Nobody shoots, so that every aircraft is there to be measured.
    var set = string.Join(", ", stated.Split(", ").Select(key => "acquisition." + key));
    var text = two.Replace("use: s-400-battery,", $"use: s-400-battery, doctrine: {{rules: hold}}, set: {{{set}}},")
        + $"\nnetwork:\n  sharing: integrated\n  registration: {registration}\n  links:\n    - {{from: battery-1, to: battery-2}}\n";
    var scenario = ScenarioReader.ReadText(text, "two-batteries.yaml", catalogue);
    var pictures = Enumerable.Range(1, seeds).SelectMany(seed => Simulator.Run(scenario, new RunOptions { Seed = (ulong)seed }).Pictures).ToList();
    var horizontalM = Math.Sqrt(pictures.Average(picture => picture.Score.HorizontalRmsM * picture.Score.HorizontalRmsM));
    var verticalM = Math.Sqrt(pictures.Average(picture => picture.Score.VerticalRmsM * picture.Score.VerticalRmsM));
    Console.WriteLine($"| {stated} | {registration} | {horizontalM:0} | {verticalM:0} | {pictures.Average(picture => picture.SquaredErrorRatio):0.00} | {pictures.Average(picture => picture.Score.GospaMeanM):0} | {pictures.Average(picture => picture.Score.AmbiguityRatio):0.000} |");
}
