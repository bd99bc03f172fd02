using Bulwark.Simulation.Catalogue;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Benchmarks.Experiments;

/// <summary>A study of one setting over a shipped scenario, and new results files for it.</summary>
internal sealed class StudyBench : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bulwark-study-");
    private int _files;

    public StudyBench(string scenario, string path, string value, int replications, string more = "")
    {
        var checkout = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(checkout.FullName, "Bulwark.slnx"))) checkout = checkout.Parent ?? throw new DirectoryNotFoundException("No checkout found.");
        var file = Path.Combine(_folder.FullName, "study.yaml");
        File.WriteAllText(file, $"""
            bulwark: study/1
            title: Benchmark
            scenario: {Path.Combine(checkout.FullName, "scenarios", scenario + ".yaml")}
            factors:
              - name: changed
                path: {path}
                values: [{value}]
            {more}
            replications: {replications}
            measures: [leaked, no_leak, rounds_spent, first_launch_s, channel_hold_s]
            """);
        var catalogue = CatalogueStore.LoadEmbedded();
        Plan = StudyPlanner.Plan(StudyReader.Read(file, catalogue), catalogue);
    }

    public StudyPlan Plan { get; }

    public string LastHash { get; set; } = "";

    public string Folder => _folder.FullName;

    public StudyStore NewStore() => StudyStore.Open(Path.Combine(_folder.FullName, $"results{++_files}.sqlite"), Plan);

    public void Dispose() => _folder.Delete(recursive: true);
}
