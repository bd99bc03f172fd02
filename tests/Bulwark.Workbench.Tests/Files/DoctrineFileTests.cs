using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Files;

/// <summary>Doctrines in files of their own: taken by name or path, swapped by a word, and what is wrong with them.</summary>
public sealed class DoctrineFileTests
{
    [Fact]
    public void Every_doctrine_that_comes_with_the_library_has_no_problems_and_the_folder_is_what_is_built_in()
    {
        var files = Repository.FilesIn("doctrines").ToList();
        Assert.NotEmpty(files);
        Assert.Equal(files.Select(static file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal), DoctrineFile.Names);
        foreach (var file in files)
        {
            var (doctrine, problems) = DoctrineFile.Check(file);
            Assert.Empty(problems);
            Assert.NotEmpty(doctrine!.Sources);
            Assert.NotNull(doctrine.Behaviours);
            Assert.Equal(File.ReadAllText(file), DoctrineFile.TextOf(Path.GetFileNameWithoutExtension(file)));
        }

        Assert.Empty(DoctrineFile.CheckText(ScenarioTemplate.DoctrineText, "x.yaml").Problems);
    }

    [Fact]
    public void A_scenario_takes_a_doctrine_by_name_by_path_or_with_changes()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["mine.yaml"], "bulwark: doctrine/1\ntitle: Mine\nuse: ambush\nsalvo-size: 4\n");
        var text = Repository.Example;
        Assert.Equal(45_000.0, Of("doctrine: ambush").Behaviours!.Ambush!.WithinM);
        Assert.Equal(45_000.0, Of("doctrine: {use: ambush, salvo-size: 3}").Behaviours!.Ambush!.WithinM);
        var mine = Of("doctrine: mine.yaml");
        Assert.Equal((45_000.0, 4), (mine.Behaviours!.Ambush!.WithinM, mine.Doctrine.SalvoSize));
        Assert.Equal(20_000.0, Of("doctrine: {use: mine.yaml, ambush: {within: 20 km}}").Behaviours!.Ambush!.WithinM);
        Assert.Null(Of("doctrine: {salvo-size: 3}").Behaviours);

        Battery Of(string doctrine) =>
            ScenarioReader.ReadText(text.Replace("    facing: 0 deg\n", $"    facing: 0 deg\n    {doctrine}\n", StringComparison.Ordinal), scratch["scenario.yaml"], Repository.Catalogue).Batteries[0];
    }

    [Theory]
    [InlineData("ambsh: {within: 5 km}", "x.yaml:3:1: error: unknown key 'ambsh'", "did you mean 'ambush'?")]
    [InlineData("ambush: {}", "x.yaml:3:9: error: the key 'within' is missing", "")]
    [InlineData("ambush: {within: 5 s}", "x.yaml:3:18: error: '5 s' is a time, not a length", "")]
    [InlineData("ambush: {within: 5 km, radars: none}", "x.yaml:3:32: error: 'none' is not a valid 'radars'", "all, search, engagement")]
    [InlineData("anti-radiation: {reaction: [shut-down, stay-up]}", "x.yaml:3:28: error: the reactions contradict each other: stay-up and shut-down", "stay-up alone")]
    [InlineData("anti-radiation: {reaction: hide}", "x.yaml:3:28: error: 'hide' is no reaction", "one or more of shut-down, move, stay-up")]
    [InlineData("hold-down: {time: 3 min}", "x.yaml:3:12: error: nothing in this doctrine shuts a radar down", "anti-radiation")]
    [InlineData("anti-radiation: {reaction: shut-down, guard: tor}", "x.yaml:3:46: error: 'guard' belongs to the reaction stay-up", "no 'guard'")]
    [InlineData("finish-guidance: {}", "x.yaml:3:18: error: nothing in this doctrine shuts a radar down or makes the unit leave", "anti-radiation")]
    [InlineData("cue: {}\nmove-after-firing: {}", "x.yaml:3:6: error: a unit that turns to its cue and one that leaves its position contradict each other", "turn: no")]
    [InlineData("rotation: {group: eyes}", "x.yaml:3:11: error: the key 'duty' is missing", "")]
    [InlineData("zones: [{rules: hold, radius: 5 km}]", "x.yaml:3:31: error: a zone with a radius and no middle", "at: ")]
    [InlineData("zones: [{rules: hold, floor: 5 km, ceiling: 4 km}]", "x.yaml:3:45: error: the zone's upper edge is not above its lower one", "")]
    [InlineData("priorities: {harbour: many}", "x.yaml:3:23: error: 'many' is no priority", "a number above 0")]
    [InlineData("use: ambsh", "x.yaml:3:6: error: there is no doctrine 'ambsh'", "did you mean 'ambush'?")]
    [InlineData("use: nowhere.yaml", "x.yaml:3:6: error: there is no file 'nowhere.yaml'", "a doctrine file")]
    public void What_is_wrong_is_told_once_with_its_place(string line, string expected, string hint)
    {
        var (doctrine, problems) = DoctrineFile.CheckText($"bulwark: doctrine/1\ntitle: Wrong\n{line}\n", "x.yaml");
        Assert.Null(doctrine);
        var problem = Assert.Single(problems).ToString();
        Assert.StartsWith(expected, problem, StringComparison.Ordinal);
        Assert.Contains(hint, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("doctrine: {point-defence: {parent: harbor}}", "error: there is no battery or radar with a command of its own 'harbor'", "the scenario has none")]
    [InlineData("doctrine: {point-defence: {parent: north}}", "error: 'north' names itself", "")]
    [InlineData("doctrine: {priorities: {harbor: 3}}", "error: there is no asset 'harbor'", "did you mean 'harbour'?")]
    [InlineData("doctrine: {rotation: {group: eyes, duty: 1 min}}", "error: nobody else is in the group 'eyes'", "a group of more than 1")]
    [InlineData("doctrine: {fall-back: {after: 1 min}}", "warning: 'north' never hears anybody: the scenario has no network", "network:")]
    [InlineData("doctrine: {fall-back: {after: 1 min, of: nrth}}", "error: there is no battery or radar with a command of its own 'nrth'", "")]
    public void What_does_not_fit_the_scenario_is_told_with_its_place(string doctrine, string expected, string hint)
    {
        var problems = Repository.Check(Repository.Example.Replace("    facing: 0 deg\n", $"    facing: 0 deg\n    {doctrine}\n", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("x.yaml:18:", StringComparison.Ordinal) && problem.Contains(expected, StringComparison.Ordinal) && problem.Contains(hint, StringComparison.Ordinal));
    }

    [Fact]
    public void What_a_radar_without_weapons_cannot_do_is_told()
    {
        var text = "bulwark: scenario/1\ntitle: Radar\nduration: 5 min\nterrain: none\nsurveillance:\n  - {id: eye, use: nato-surveillance, at: \"35.2 N, 25.4 E\", doctrine: {ambush: {within: 5 km}}}\n";
        Assert.Contains(Repository.Check(text), static problem => problem.StartsWith("x.yaml:6:80: error: 'ambush' is not for 'eye'", StringComparison.Ordinal));
        var moves = text.Replace("ambush: {within: 5 km}", "anti-radiation: {reaction: move}", StringComparison.Ordinal).Replace("nato-surveillance", "s-surveillance", StringComparison.Ordinal);
        Assert.Contains(Repository.Check(moves), static problem => problem.Contains("nothing says how 'eye' moves", StringComparison.Ordinal));
    }

    [Fact]
    public void A_unit_under_a_command_follows_the_doctrine_of_its_commander()
    {
        var text = Repository.Example.Replace(
            "batteries:\n", "batteries:\n  - {id: post, use: s-300-pmu-1, at: \"35.6 N, 24.2 E\", facing: 0 deg, superior: north, doctrine: {zones: [{rules: hold}]}}\n", StringComparison.Ordinal);
        Assert.Contains(Repository.Check(text), static problem => problem.Contains("'post' is under the command of 'north' and follows its doctrine", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_no_doctrine_cannot_be_taken()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["other.yaml"], "bulwark: scenario/1\ntitle: Other\n");
        var text = Repository.Example.Replace("    facing: 0 deg\n", "    facing: 0 deg\n    doctrine: other.yaml\n", StringComparison.Ordinal);
        var problems = ScenarioReader.CheckText(text, scratch["scenario.yaml"], Repository.Catalogue).Problems;
        Assert.Contains(problems, static problem => problem.ToString().Contains("'scenario/1' is not a valid 'bulwark'; expected 'doctrine/1'", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_says_in_words_what_each_unit_does()
    {
        Command.Run("check", Repository.PathOf("doctrines", "ambush.yaml"), "--explain-doctrine").Says("Ambush", "all radars are dark until a track", "within 45 km");
        Command.Run("check", Repository.PathOf("scenarios", "behaviours", "hold-down.yaml"), "--explain-doctrine", "--json").Says("\"doctrines\"", "stays dark for at least 2.5 min");
    }
}
