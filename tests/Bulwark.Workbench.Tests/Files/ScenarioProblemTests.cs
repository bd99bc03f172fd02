using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Workbench.Tests.Files;

public sealed class ScenarioProblemTests
{
    [Fact]
    public void Several_problems_are_all_reported_in_order_with_line_and_column()
    {
        const string Text = """
            bulwark: scenario/1
            title: Broken
            duraton: 20 min
            terrain: flat
            assets:
              - id: harbour
                at: 35.49 N, 24.12 E
                radius: 12 kg
              - id: harbour
                at: somewhere
            batteries:
              - id: north
                use: s-300-pmu1
                at: 35.52 N, 24.15 E
                facing: 500 deg
                set: {acquisition.detection-rang: 250 km}
            groups:
              - id: raid
                use: figther
                count: 0
                colour: red
                objective: harbor
                release-range: 15
                route:
                  - {at: "36.80 N, 24.10 E", height: 7 km}
            """;
        Assert.Equal(
            [
                "x.yaml:1:1: error: the key 'duration' is missing; expected duration: a time from 1 s to 48 h",
                "x.yaml:3:1: error: unknown key 'duraton'; expected one of bulwark, id, title, description, seed, start, duration, terrain, terrain-gaps, weather, include, templates, doctrines, command, command-reach, assets, batteries, surveillance, network, identification, groups, raids, orders, faults; did you mean 'duration'?",
                "x.yaml:4:10: error: there is no terrain 'flat'; expected 'none', or a folder of tiles (SRTM .hgt, DTED or GeoTIFF) relative to this file",
                "x.yaml:8:13: error: '12 kg' is a mass, not a length; expected a length such as '12 km' (m, km, cm, ft, nmi or a flight level such as FL300)",
                "x.yaml:9:9: error: the id 'harbour' stands twice; expected an id of its own; the first is on line 6",
                "x.yaml:10:9: error: 'somewhere' is not a place; expected a latitude and a longitude such as '35.52 N, 24.15 E' or '35.52, 24.15'; write latitude, a comma and longitude",
                $"x.yaml:13:10: error: there is no battery 's-300-pmu1' in the catalogue; expected one of {Ids(EntryKind.Battery)}; did you mean 's-300-pmu-1'?",
                "x.yaml:15:13: error: 'facing' of '500 deg' is out of range; expected an angle from -360 deg to 360 deg",
                $"x.yaml:19:10: error: there is no aircraft 'figther' in the catalogue; expected one of {Ids(EntryKind.Aircraft)}; did you mean 'fighter'?",
                "x.yaml:20:12: error: 'count' of 0 is out of range; expected a whole number from 1 to 10000",
                "x.yaml:21:5: error: unknown key 'colour'; expected one of id, use, allegiance, count, formation, abreast, spacing, rank-interval, start, start-spread, objective, release-range, route, clearance, from, aim, apogee, released-by, homes-on, radar, launch-range, reports-to, set",
                "x.yaml:22:16: error: there is no asset 'harbor'; expected one of harbour; did you mean 'harbour'?",
                "x.yaml:23:20: error: '15' has no unit; expected a length such as '12 km' (m, km, cm, ft, nmi or a flight level such as FL300); write for example '15 m'",
                "x.yaml:25:7: error: 'route' has 1 items; expected a list of at least 2 mappings with at, height, speed, hold-for, hold-leg",
            ],
            Repository.Check(Text));
    }

    private static string Ids(EntryKind kind) => string.Join(", ", Repository.Catalogue.OfKind(kind).Select(static entry => entry.Id));

    [Theory]
    [InlineData("set: {acquisition.detection-rang: 250 km}", "x.yaml:20:11: error: there is no figure 'acquisition.detection-rang' to set", "did you mean 'acquisition.detection-range'?")]
    [InlineData("set: {acquisition.detection-range: 250 kg}", "x.yaml:20:40: error: '250 kg' is a mass, not a length", "")]
    [InlineData("set: {missile.propellant-mass: 2 t}", "x.yaml:20:36: error: 'propellant-mass' is not below 'launch-mass'", "expected propellant-mass < launch-mass")]
    [InlineData("limits: {targets: 0}", "x.yaml:20:23: error: 'targets' of 0 is out of range", "expected a whole number from 1 to 1000")]
    [InlineData("launchers: six", "x.yaml:20:16: error: 'six' is not a whole number", "")]
    [InlineData("tracker: {confirmation-hits: 6}", "x.yaml:20:34: error: 6 hits cannot fall in 5 looks", "")]
    [InlineData("doctrine: [free]", "x.yaml:20:15: error: a list stands here", "expected a mapping with rules")]
    [InlineData("doctrine: ambusk", "x.yaml:20:15: error: there is no doctrine 'ambusk'; expected one of ambush, cued", "did you mean 'ambush'?")]
    [InlineData("template: big", "x.yaml:20:15: error: there is no template 'big'; expected templates: {batteries: {big: …}}", "")]
    [InlineData("doctrine: {rules: tigt}", "x.yaml:20:23: error: 'tigt' is not a valid 'rules'", "did you mean 'tight'?")]
    [InlineData("name:", "x.yaml:20:10: error: 'name' has no value", "")]
    [InlineData("id: twice", "x.yaml:20:5: error: the key 'id' stands twice", "the first is on line 13")]
    public void A_battery_that_is_wrong(string line, string start, string end)
    {
        // The battery of the example ends on line 18; a comment fills the lines up to the one under test.
        var text = Repository.Example.Replace("    facing: 0 deg\n", "    facing: 0 deg\n    #\n    #\n    " + line + "\n", StringComparison.Ordinal);
        var problem = Assert.Single(Repository.Check(text));
        Assert.StartsWith(start, problem, StringComparison.Ordinal);
        Assert.Contains(end, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "x.yaml:1:1: error: the file is empty")]
    [InlineData("# only a comment\n", "x.yaml:1:1: error: the file is empty")]
    [InlineData("---\n", "x.yaml:1:1: error: the file is empty")]
    [InlineData("just words", "x.yaml:1:1: error: a value stands here")]
    [InlineData("- a\n- b\n", "x.yaml:1:1: error: a list stands here")]
    [InlineData("title: x\n\tduration: 3 s\n", "x.yaml:2:1: error: a tab in the indentation")]
    [InlineData("title: \"unclosed\nduration: 3 s\n", "x.yaml:")]
    [InlineData("title: [1, 2\n", "x.yaml:")]
    [InlineData("a: b: c\n", "x.yaml:1:5: error: not valid YAML")]
    [InlineData("title: x\n---\ntitle: y\n", "x.yaml:2:1: error: a second document begins in the file")]
    [InlineData("title: &a x\n", "x.yaml:1:8: error: the anchor '&a' is not accepted")]
    [InlineData("title: *a\n", "x.yaml:1:8: error: the alias '*a' is not accepted")]
    [InlineData("title: !!binary x\n", "x.yaml:1:8: error: the tag")]
    [InlineData("title: a\u0000b\n", "x.yaml:1:9: error: control character U+0000")]
    [InlineData("title: \"\\UFFFFFFFF\"\n", "x.yaml:")]
    public void A_text_that_is_no_scenario(string text, string start) => Assert.StartsWith(start, Repository.Check(text)[0], StringComparison.Ordinal);

    [Fact]
    public void A_missing_file_names_its_neighbour()
    {
        var path = Repository.PathOf("scenarios", "first-step.yaml").Replace('\\', '/');
        var problem = Assert.Single(Repository.Catch(() => ScenarioReader.Read(path, Repository.Catalogue)));
        Assert.Equal(path + ": error: the file does not exist; did you mean 'first-steps.yaml'?", problem);
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        var problem = Assert.Single(Repository.Catch(() => ScenarioReader.Read(Repository.PathOf("scenarios"), Repository.Catalogue)));
        Assert.Contains("is a folder", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_place()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".yaml");
        try
        {
            File.WriteAllBytes(path, [.. "title: x\nname: "u8, 0xC3, 0x28]);
            var problem = Assert.Single(ScenarioReader.Check(path, Repository.Catalogue).Problems);
            Assert.Equal((2, 7), (problem.Line, problem.Column));
            Assert.Equal("the file is not text in UTF-8", problem.Message);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Doubtful_scenarios_are_read_with_warnings()
    {
        var text = Repository.Example.Replace("- {at: \"35.49 N, 24.12 E\"}", "- {at: \"36.49 N, 24.12 E\"}", StringComparison.Ordinal)
            .Replace("    count: 6\n", "    count: 6\n    start: 30 min\n", StringComparison.Ordinal);
        var reading = ScenarioReader.CheckText(text, "x.yaml", Repository.Catalogue);
        Assert.NotNull(reading.Scenario);
        Assert.All(reading.Problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
        Assert.Equal(["the group appears after the end of the run", "the route ends 111 km from the objective 'harbour'"], reading.Problems.Select(problem => problem.Message));
        Assert.StartsWith("x.yaml:23:12: warning: the group", reading.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_set_in_the_scenario_are_used_and_named_among_the_sources()
    {
        var text = Repository.Example.Replace("    facing: 0 deg\n", "    facing: 0 deg\n    set: {acquisition.detection-range: 250 km, launcher.rounds: 2, acquisition.rotation-rate: 10 rpm}\n", StringComparison.Ordinal);
        var scenario = ScenarioReader.ReadText(text, "x.yaml", Repository.Catalogue);
        Assert.Equal(250_000.0, scenario.Batteries[0].Radars[0].Radar.ReferenceRangeM);
        Assert.Equal(6.0, scenario.Batteries[0].Radars[0].Radar.RotationPeriodS);
        Assert.Equal(2, scenario.Batteries[0].FireUnits[0].Launchers[0].Load[0].PerLauncher);
        Assert.Contains("north: acquisition.detection-range set to 250 km in the scenario", scenario.Sources);
    }

    [Fact]
    public void A_route_takes_height_and_speed_from_the_point_before()
    {
        var group = Assert.Single(ScenarioReader.ReadText(Repository.Example, "x.yaml", Repository.Catalogue).Groups);
        Assert.Equal(2, group.Route.Count);
        Assert.All(group.Route, point => Assert.Equal((7000.0, 270.0), (point.Position.HeightM, point.SpeedMPerS)));
        Assert.Equal(15_000.0, group.ReleaseRangeM);
    }
}
