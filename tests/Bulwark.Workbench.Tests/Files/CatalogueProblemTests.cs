using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Workbench.Tests.Files;

public sealed class CatalogueProblemTests
{
    private const string Launcher = """
        bulwark: catalogue/1
        kind: launcher
        id: box
        name: Box
        figures:
          rounds: {value: 4, source: a book, note: "[read] page 3"}
          reload-time: {low: 30, typical: 45, high: 60, unit: min, reasoning: as long as it takes}

        """;

    [Fact]
    public void A_complete_entry_is_read()
    {
        var entry = Assert.Single(Load(("box.yaml", Launcher)).Entries);
        var time = entry.Figures.Find("reload-time")!;
        Assert.Equal((1800.0, 2700.0, 3600.0), (time.LowSi, time.TypicalSi, time.HighSi));
        Assert.Equal(Checked.Assumed, time.Checked);
        Assert.Equal("45 min (30 to 60 min)", time.ValueText);
        var rounds = entry.Figures.Find("rounds")!;
        Assert.Equal(Checked.Read, rounds.Checked);
        Assert.Equal(["a book"], rounds.Sources);
        Assert.Equal(Dimension.None, rounds.Dimension);
    }

    [Theory]
    [InlineData("source: a book, note: \"[read] page 3\"", "source: a book", "box.yaml:6:11: error: the note of 'rounds' does not say how far the source was checked")]
    [InlineData("note: \"[read] page 3\"", "note: \"[red] page 3\"", "box.yaml:6:44: error: the note of 'rounds' does not say how far the source was checked; expected a note that begins with [read], [game] or [recall]; did you mean '[read]'?")]
    [InlineData(", source: a book, note: \"[read] page 3\"", "", "box.yaml:6:11: error: 'rounds' has neither a source nor a reasoning")]
    [InlineData("{value: 4, source: a book, note: \"[read] page 3\"}", "4", "box.yaml:6:11: error: 'rounds' has a value but no source")]
    [InlineData("value: 4", "value: 4.5", "box.yaml:6:19: error: 'rounds' of '4.5' is out of range; expected a whole number from 1 to 200")]
    [InlineData("value: 4", "value: 4, typical: 4", "box.yaml:6:11: error: 'rounds' has both a value and a typical value")]
    [InlineData("value: 4, ", "", "box.yaml:6:11: error: 'rounds' has no value")]
    [InlineData("typical: 45", "typical: 65", "box.yaml:7:35: error: the typical value of 'reload-time' is outside low to high")]
    [InlineData("unit: min", "unit: km", "box.yaml:7:22: error: '30 km' is a length, not a time")]
    [InlineData("unit: min, ", "", "box.yaml:7:22: error: '30' has no unit")]
    [InlineData("id: box", "id: bow", "box.yaml:3:5: error: the id 'bow' differs from the name of its file; expected id: box")]
    [InlineData("kind: launcher", "kind: luncher", "box.yaml:2:7: error: 'luncher' is not a valid 'kind'; expected one of radar, missile, launcher, aircraft, battery, vehicle; did you mean 'launcher'?")]
    [InlineData("kind: launcher\n", "", "box.yaml:1:1: error: the key 'kind' is missing")]
    [InlineData("catalogue/1", "catalogue/2", "box.yaml:1:10: error: 'catalogue/2' is not a valid 'bulwark'; expected 'catalogue/1'")]
    [InlineData("  rounds:", "  #", "box.yaml:7:3: error: the figure 'rounds' is missing; expected rounds: a whole number from 1 to 200")]
    [InlineData("reload-time:", "reload-tme:", "box.yaml:7:3: error: unknown key 'reload-tme'; expected one of rounds, reload-time; did you mean 'reload-time'?")]
    [InlineData("name: Box", "name: Box\nlike: crate", "box.yaml:5:7: error: there is no launcher 'crate'")]
    public void An_entry_that_is_wrong(string good, string bad, string expected)
    {
        Assert.Contains(good, Launcher, StringComparison.Ordinal);
        var problems = Repository.Catch(() => Load(("box.yaml", Launcher.Replace(good, bad, StringComparison.Ordinal))));
        Assert.Contains(problems, problem => problem.StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_variant_takes_the_rest_from_its_original()
    {
        const string Variant = """
            bulwark: catalogue/1
            kind: launcher
            id: crate
            name: Crate
            like: box
            figures:
              rounds: {value: 8, reasoning: twice as long}

            """;
        var entry = Load(("box.yaml", Launcher), ("crate.yaml", Variant)).Find("crate")!;
        Assert.Equal(8, entry.Figures.Find("rounds")!.TypicalSi);
        Assert.Equal(2700, entry.Figures.Find("reload-time")!.TypicalSi);
    }

    [Fact]
    public void Variants_in_a_circle_are_reported()
    {
        var first = Launcher.Replace("name: Box", "name: Box\nlike: crate", StringComparison.Ordinal);
        var second = first.Replace("id: box", "id: crate", StringComparison.Ordinal).Replace("like: crate", "like: box", StringComparison.Ordinal);
        var problem = Assert.Single(Repository.Catch(() => Load(("box.yaml", first), ("crate.yaml", second))));
        Assert.StartsWith("crate.yaml:5:7: error: variants in a circle: box like crate like box", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_that_stands_twice_is_reported()
    {
        var problem = Assert.Single(Repository.Catch(() => Load(("a/box.yaml", Launcher), ("b/box.yaml", Launcher))));
        Assert.Equal("b/box.yaml:3:5: error: the id 'box' stands twice in the catalogue; the first is in a/box.yaml", problem);
    }

    [Fact]
    public void A_battery_without_its_parts_is_reported()
    {
        const string Battery = """
            bulwark: catalogue/1
            kind: battery
            id: fort
            name: Fort
            parts: {launcher: bx, missile: box}

            """;
        var problems = Repository.Catch(() => Load(("box.yaml", Launcher), ("fort.yaml", Battery)));
        Assert.Contains("fort.yaml:5:19: error: there is no launcher 'bx'; expected one of box; did you mean 'box'?", problems);
        Assert.Contains(problems, problem => problem.StartsWith("fort.yaml:5:32: error: there is no missile 'box'", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("fort.yaml:5:8: error: the battery has nothing to fight with", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("fort.yaml:1:1: error: the figure 'launchers' is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_missing_folder_is_reported()
    {
        var problem = Assert.Single(Repository.Catch(() => CatalogueStore.Load("no-such-folder")));
        Assert.Equal("no-such-folder: error: the folder does not exist; expected a folder with catalogue files", problem);
    }

    [Fact]
    public void A_study_sets_a_figure_within_its_valid_range()
    {
        var store = Repository.Catalogue.WithFigure("64n6e", "detection-range", 250_000);
        Assert.Equal(250_000.0, ParameterBuilder.Radar(store.Find("64n6e")!).ReferenceRangeM);
        Assert.Equal(300_000.0, ParameterBuilder.Radar(Repository.Catalogue.Find("64n6e")!).ReferenceRangeM);
        Assert.Throws<ArgumentException>(() => store.WithFigure("64n6e", "detection-range", -1));
        Assert.Throws<ArgumentException>(() => store.WithFigure("64n6e", "thrust", 1));
        Assert.Throws<ArgumentException>(() => store.WithFigure("s-300-pmu-1", "launchers", 2.5));
    }

    [Fact]
    public void An_entry_is_shown_with_spread_source_and_parts()
    {
        var text = CatalogueText.Show(Repository.Catalogue, Repository.Catalogue.Find("s-300-pmu-1")!);
        Assert.Contains("engagement: 30N6E1 engagement radar [radar 30n6e1]", text, StringComparison.Ordinal);
        Assert.Contains("200 km (160 to 300 km)  read  https://", text, StringComparison.Ordinal);
        Assert.Contains("game", text, StringComparison.Ordinal);
        Assert.All(Repository.Catalogue.Entries, entry => Assert.Contains(entry.Id, CatalogueText.List(Repository.Catalogue), StringComparison.Ordinal));
    }

    private static CatalogueStore Load(params (string, string)[] files) => CatalogueStore.LoadTexts(files);
}
