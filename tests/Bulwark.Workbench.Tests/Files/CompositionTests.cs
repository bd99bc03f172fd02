using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Included files, templates, named doctrines and renamed keys.</summary>
public sealed class CompositionTests : IDisposable
{
    private const string Head = """
        bulwark: scenario/1
        title: Composed
        duration: 10 min
        terrain: none

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("bulwark-composition-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Lists_of_included_files_are_joined_and_the_including_file_wins()
    {
        Write("parts/home.yaml", """
            bulwark: scenario-part/1
            weather: {rain: 4 mm/h, surface: sea}
            assets:
              - {id: harbour, at: "35.49 N, 24.12 E"}

            """);
        Write("parts/all.yaml", "bulwark: scenario-part/1\ninclude: [home.yaml]\nbatteries:\n  - {id: north, use: s-300-pmu-1, at: \"35.5 N, 24.1 E\", facing: 0 deg}\n");
        var scenario = Read(Head + """
            include: [parts/all.yaml, parts/home.yaml]
            weather: {rain: 1 mm/h}
            assets:
              - {id: airfield, at: "35.53 N, 24.15 E"}
            groups:
              - {id: raid, use: fighter, objective: harbour, route: [{at: "36.8 N, 24.1 E"}, {at: "35.49 N, 24.12 E"}]}

            """);
        Assert.Equal(["harbour", "airfield"], scenario.Assets.Select(asset => asset.Id));
        Assert.Single(scenario.Batteries);
        Assert.Equal(1e-3 / 3600, scenario.Surroundings.Air!.RainRateMPerS, 1e-12);
        Assert.NotNull(scenario.Surroundings.Surface);
    }

    [Fact]
    public void Problems_of_an_included_file_have_their_place_in_it()
    {
        var part = Write("part.yaml", "bulwark: scenario-part/1\nassets:\n  - {id: harbour, at: nowhere}\nduration: 3 min\n");
        var problems = Check(Head + "include: part.yaml\n");
        Assert.Contains(problems, problem => problem.StartsWith(part + ":3:23: error: 'nowhere' is not a place", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith(part + ":4:1: error: unknown key 'duration'; expected one of bulwark, weather", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("include: missing.yaml", ":5:10: error: there is no file 'missing.yaml'")]
    [InlineData("include: prat.yaml", "did you mean 'part.yaml'?")]
    [InlineData("include: ../part.yaml", ":5:10: error: '../part.yaml' lies outside the folder of the scenario")]
    [InlineData("include: /etc/hosts.yaml", ":5:10: error: '/etc/hosts.yaml' lies outside the folder of the scenario")]
    [InlineData("include: part.txt", ":5:10: error: 'part.txt' is no YAML file")]
    [InlineData("include: {a: b}", ":5:10: error: 'include' is a mapping; expected a text or a list of texts")]
    [InlineData("include: scenario.yaml", ":5:10: error: files include each other in a circle: scenario.yaml includes scenario.yaml")]
    public void Includes_that_are_wrong(string line, string expected)
    {
        Write("part.yaml", "bulwark: scenario-part/1\n");
        Assert.Contains(Check(Head + line + "\n"), problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Includes_in_a_circle_and_too_deep_are_refused_with_their_place()
    {
        Write("a.yaml", "bulwark: scenario-part/1\ninclude: b.yaml\n");
        var b = Write("b.yaml", "bulwark: scenario-part/1\ninclude: a.yaml\n");
        Assert.Contains(Check(Head + "include: a.yaml\n"), problem => problem.StartsWith(b + ":2:10: error: files include each other in a circle: scenario.yaml includes a.yaml includes b.yaml includes a.yaml", StringComparison.Ordinal));
        for (var i = 0; i < 40; i++) Write($"d{i}.yaml", $"bulwark: scenario-part/1\ninclude: d{i + 1}.yaml\n");
        Assert.Contains(Check(Head + "include: d0.yaml\n"), problem => problem.EndsWith("error: files include each other too deeply; expected at most 8 steps", StringComparison.Ordinal));
        for (var i = 0; i < 40; i++) Write($"w{i}.yaml", "bulwark: scenario-part/1\n");
        var many = $"include: [{string.Join(", ", Enumerable.Range(0, 40).Select(i => $"w{i}.yaml"))}]\n";
        Assert.Contains(Check(Head + many), problem => problem.Contains("too many files are included; expected at most 32", StringComparison.Ordinal));
    }

    [Fact]
    public void Items_take_from_templates_what_they_do_not_say()
    {
        var scenario = Read(Head + """
            templates:
              batteries:
                base: {use: s-300-pmu-1, ground: 100 m, doctrine: {rules: tight, salvo-size: 1}}
                east: {template: base, facing: 90 deg, doctrine: {salvo-size: 3}}
            assets:
              - {id: harbour, at: "35.49 N, 24.12 E"}
            batteries:
              - {id: one, template: east, at: "35.5 N, 24.1 E"}
              - {id: two, template: base, at: "35.6 N, 24.1 E", facing: 0 deg, ground: 5 m}
            groups:
              - {id: raid, use: fighter, objective: harbour, route: [{at: "36.8 N, 24.1 E"}, {at: "35.49 N, 24.12 E"}]}

            """);
        Assert.Equal((Math.PI / 2, 100.0, 3, RulesOfEngagement.Tight), (scenario.Batteries[0].FacingRad, scenario.Batteries[0].Position.HeightM, scenario.Batteries[0].Doctrine.SalvoSize, scenario.Batteries[0].Doctrine.Rules));
        Assert.Equal((0.0, 5.0, 1), (scenario.Batteries[1].FacingRad, scenario.Batteries[1].Position.HeightM, scenario.Batteries[1].Doctrine.SalvoSize));
    }

    [Theory]
    [InlineData("{a: {template: b}, b: {template: a}}", ":7:47: error: templates in a circle: a takes from b takes from a")]
    [InlineData("{a: {colour: red}}", ":7:19: error: unknown key 'colour'")]
    [InlineData("{a: [1]}", ":7:18: error: a list stands here; expected a mapping")]
    [InlineData("{b: {}}", ":9:25: error: there is no template 'a'; expected one of b")]
    [InlineData("{a: {facing: 3 kg}}", ":7:27: error: '3 kg' is a mass, not an angle")]
    public void Templates_that_are_wrong(string templates, string expected)
    {
        var problems = Check(Head + $$"""
            templates:
              # next line
              batteries: {{templates}}
            batteries:
              - {id: one, template: a, use: s-300-pmu-1, at: "35.5 N, 24.1 E", facing: 0 deg}
              - {id: two, template: a, use: s-300-pmu-1, at: "35.6 N, 24.1 E", facing: 0 deg}

            """.Replace("templates:\n  # next line\n  batteries", "templates:\n\n  batteries", StringComparison.Ordinal)
            .Replace("facing: 0 deg", templates.Contains("facing", StringComparison.Ordinal) ? "ground: 0 m" : "facing: 0 deg", StringComparison.Ordinal));
        // What two items take from one template is wrong once.
        Assert.Single(problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Templates_cannot_make_a_huge_scenario_of_a_short_file()
    {
        var keys = string.Concat(Enumerable.Range(0, 2000).Select(i => $"k{i}: 1, "));
        var items = string.Concat(Enumerable.Range(0, 2000).Select(i => $"  - {{id: i{i}, template: a}}\n"));
        var problems = Check(Head + $"templates: {{batteries: {{a: {{{keys}}}}}}}\nbatteries:\n{items}");
        Assert.Contains(problems, problem => problem.Contains("templates make this scenario too large", StringComparison.Ordinal));
    }

    [Fact]
    public void A_doctrine_is_named_or_completed()
    {
        var scenario = Read(Head + """
            doctrines:
              careful: {rules: tight, salvo-size: 1}
              strict: {use: careful, pk-floor: 0.6}
            batteries:
              - {id: one, use: s-300-pmu-1, at: "35.5 N, 24.1 E", facing: 0 deg, doctrine: strict}
              - {id: two, use: s-300-pmu-1, at: "35.6 N, 24.1 E", facing: 0 deg, doctrine: {use: careful, rules: hold}}
            groups:
              - {id: raid, use: fighter, route: [{at: "36.8 N, 24.1 E"}, {at: "35.49 N, 24.12 E"}]}

            """);
        var (one, two) = (scenario.Batteries[0].Doctrine, scenario.Batteries[1].Doctrine);
        Assert.Equal((RulesOfEngagement.Tight, 1, 0.6), (one.Rules, one.SalvoSize, one.PkFloorProbability));
        Assert.Equal((RulesOfEngagement.Hold, 1), (two.Rules, two.SalvoSize));
    }

    [Fact]
    public void An_older_name_of_a_key_is_read_with_a_warning()
    {
        var key = new TextKey("title", "The title.") { Aliases = ["heading"], IsRequired = true };
        var keys = new KeySet("page", "A page.", [key]);
        var (value, problems) = ReadTitle("heading: old\n");
        Assert.Equal("old", value);
        Assert.Equal("x.yaml:1:1: warning: the key 'heading' is now called 'title'; expected title: a text", Assert.Single(problems));
        (value, problems) = ReadTitle("title: new\nheading: old\n");
        Assert.Equal("new", value);
        Assert.Equal("x.yaml:2:1: error: 'heading' is an older name of 'title', which stands here too; expected one of the two; remove 'heading'", Assert.Single(problems));
        Assert.Throws<ArgumentException>(() => new KeySet("page", "A page.", [key, new TextKey("heading", "Another.")]));

        (string, string[]) ReadTitle(string text)
        {
            var list = new ProblemList();
            var reader = MappingReader.Open(DocumentLoader.LoadText(text, "x.yaml", list)!, keys, list)!;
            return (reader.Get(key), [.. list.Sorted().Select(problem => problem.ToString())]);
        }
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path.Replace('\\', '/');
    }

    private Scenario Read(string text) => ScenarioReader.Read(Write("scenario.yaml", text), Repository.Catalogue);

    private string[] Check(string text) => [.. ScenarioReader.Check(Write("scenario.yaml", text), Repository.Catalogue).Problems.Select(problem => problem.ToString())];
}
