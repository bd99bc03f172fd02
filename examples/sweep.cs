#:project ../src/Bulwark.Studies/Bulwark.Studies.csproj
#:property PublishAot=false

// A sweep through the library: how many cruise missiles get through as the raid grows, with four target channels and with eight, how sure
// that is, and the same runs in SQL. With a folder as argument the results and the report stay there, and calling it again goes on: dotnet run examples/sweep.cs -- results/sweep
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Answers;
using Bulwark.Studies.Execution;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Results;
using Bulwark.Studies.Store;

var repository = Path.Combine(AppContext.GetData("EntryPointFileDirectoryPath") as string ?? "examples", "..");
var scenario = File.ReadAllText(Path.Combine(repository, "scenarios", "saturation.yaml"));
var catalogue = CatalogueStore.LoadEmbedded();

// A study is the text of a study file: written here, so that loops and arithmetic can make it.
var raids = Enumerable.Range(1, 3).Select(static step => 16 * step);
var reading = StudyReader.CheckText(
    $"""
    bulwark: study/1
    title: Raid against target channels
    question: How many cruise missiles get through?
    scenario: saturation.yaml
    factors:
      - name: raid
        path: groups/raid/count
        values: [{string.Join(", ", raids)}]
      - name: channels
        path: batteries/north/limits/targets
        values: [4, 8]
    replications: 8
    measures: [leaked, no_leak, rounds_spent]
    """,
    "sweep",
    scenario,
    catalogue);
var study = reading.Study ?? throw new DocumentException(reading.Problems);
var plan = StudyPlanner.Plan(study, catalogue);

var temporary = args.Length > 0 ? null : Directory.CreateTempSubdirectory("bulwark-sweep-");
var folder = args.Length > 0 ? args[0] : temporary!.FullName;
try
{
    using var store = StudyStore.Open(Path.Combine(folder, StudyFolder.ResultsFile), plan);
    StudyRunner.Run(plan, store, Environment.ProcessorCount);

    var answers = StudyAnswers.Of(plan, store);
    Console.WriteLine($"{answers.Runs} runs; the mean of the missiles that got through, with its 95 % interval");
    foreach (var point in answers.Points)
    {
        var (raid, channels, leaked) = (point.Cell.Values[0], point.Cell.Values[1], point.Means[0]);
        Console.WriteLine($"raid {raid,2}, {channels} channels: {leaked.Value,4:0.0} ({leaked.Low:0.0} to {leaked.High:0.0}, n = {leaked.Count})");
    }

    // Every run is a row of the results file.
    using var table = store.Query("SELECT channels, max(leaked), sum(rounds_spent) FROM answer GROUP BY channels");
    while (table.Next() is { } row) Console.WriteLine($"{row[0]} channels: {row[1]} got through at most, {row[2]} rounds in all");
    if (temporary is null) StudyFolder.WriteReport(plan, store, folder);
    Console.WriteLine($"content {store.ContentHash()}");
}
finally
{
    temporary?.Delete(recursive: true);
}
