using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>The files of the repository, and the built-in catalogue read once.</summary>
internal static class Repository
{
    public static string Root => Rules.Repository.Root;

    public static CatalogueStore Catalogue { get; } = CatalogueStore.LoadEmbedded();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(PathOf(folder), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Whether a file is a whole scenario, not a part that others include.</summary>
    public static bool IsScenario(string file) => File.ReadLines(file).Any(static line => line == "bulwark: scenario/1");

    public static string Example => File.ReadAllText(PathOf("scenarios", "first-steps.yaml"));

    /// <summary>The problems of a text as they are printed, one line each.</summary>
    public static string[] Check(string text) => [.. ScenarioReader.CheckText(text, "x.yaml", Catalogue).Problems.Select(problem => problem.ToString())];

    public static string[] Catch(Action action) => [.. Assert.Throws<DocumentException>(action).Problems.Select(problem => problem.ToString())];
}
