using Bulwark.Simulation.Catalogue;
using Bulwark.Studies.Files;
using Bulwark.Studies.Plans;

namespace Bulwark.Workbench.Tests.Studies.Experiments;

/// <summary>A study that takes a moment: a battery that sees four fighters for two minutes.</summary>
internal static class SmallStudy
{
    public const string Scenario = """
        bulwark: scenario/1
        title: Small
        duration: 100 s
        terrain: none
        assets:
          - {id: harbour, at: "35.49 N, 24.12 E", radius: 3 km}
        batteries:
          - {id: north, use: s-300-pmu-1, at: "35.52 N, 24.15 E", ground: 150 m, facing: 0 deg}
        groups:
          - id: raid
            use: fighter
            count: 4
            abreast: 2
            spacing: 2 km
            start-spread: 20 s
            objective: harbour
            release-range: 15 km
            route:
              - {at: "35.95 N, 24.10 E", height: 7 km, speed: 270 m/s}
              - {at: "35.49 N, 24.12 E"}
        """;

    public const string Text = """
        bulwark: study/1
        title: Small
        question: What comes through?
        scenario: small-scenario.yaml
        seed: 5
        factors:
          - {name: raid, path: groups/raid/count, values: [2, 4, 6]}
        replications: 6
        measures: [leaked, killed, first_launch_s, launches]
        define:
          launches: count(missile_launched)
        """;

    public static CatalogueStore Catalogue { get; } = CatalogueStore.LoadEmbedded();

    public static Study Read(string text) => StudyReader.CheckText(text, "small.yaml", Scenario, Catalogue) is { Study: { } study } ? study : throw new InvalidOperationException(string.Join("\n", Problems(text)));

    public static string[] Problems(string text) => [.. StudyReader.CheckText(text, "small.yaml", Scenario, Catalogue).Problems.Select(static problem => problem.ToString())];

    public static StudyPlan Plan(string? text = null) => StudyPlanner.Plan(Read(text ?? Text), Catalogue);

    /// <summary>Writes study and scenario into a folder and returns the study's path.</summary>
    public static string Write(string folder, string? text = null)
    {
        File.WriteAllText(Path.Combine(folder, "small-scenario.yaml"), Scenario);
        var path = Path.Combine(folder, "small.yaml");
        File.WriteAllText(path, text ?? Text);
        return path;
    }
}
