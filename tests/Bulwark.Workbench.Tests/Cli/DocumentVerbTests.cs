using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark check</c>, <c>new</c> and <c>catalogue</c>.</summary>
public class DocumentVerbTests
{
    [Fact]
    public void A_new_scenario_is_written_once_and_is_clean()
    {
        using var scratch = new Scratch();
        var written = Command.Run("new", scratch["mine.yaml"]);
        Assert.Equal(0, written.ExitCode);
        Assert.Contains("bulwark run", written.Error, StringComparison.Ordinal);
        Assert.Equal(["mine.yaml"], scratch.Content());
        var check = Command.Run("check", scratch["mine.yaml"]);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("1 file: 0 errors", check.Output, StringComparison.Ordinal);

        File.AppendAllText(scratch["mine.yaml"], "# mine\n");
        Command.Run("new", scratch["mine.yaml"]).IsRefused("exists already");
        Assert.EndsWith("# mine\n", File.ReadAllText(scratch["mine.yaml"]), StringComparison.Ordinal);
        Command.Run("new", scratch["mine.json"]).IsRefused(".yaml");
    }

    [Theory]
    [InlineData("scenario-part")]
    [InlineData("radar")]
    [InlineData("missile")]
    [InlineData("launcher")]
    [InlineData("aircraft")]
    [InlineData("battery")]
    [InlineData("vehicle")]
    public void A_new_file_of_every_kind_is_clean(string kind)
    {
        using var scratch = new Scratch();
        Assert.Equal(0, Command.Run("new", scratch["my-own.yaml"], "--kind", kind).ExitCode);
        if (kind == "scenario-part")
        {
            File.WriteAllText(scratch["main.yaml"], "bulwark: scenario/1\ntitle: Main\nduration: 1 min\nterrain: none\ninclude: my-own.yaml\n");
            Assert.Contains("0 errors", Command.Run("check", scratch["main.yaml"]).Output, StringComparison.Ordinal);
            return;
        }

        var folder = scratch["catalogue"];
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "catalogue"), "*.yaml", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.Combine(folder, Path.GetFileName(Path.GetDirectoryName(file)!)));
            File.Copy(file, Path.Combine(folder, Path.GetFileName(Path.GetDirectoryName(file)!), Path.GetFileName(file)));
        }

        File.Move(scratch["my-own.yaml"], Path.Combine(folder, "my-own.yaml"));
        var check = Command.Run("catalogue", "check", "--catalogue", folder);
        Assert.Equal("", check.Error);
        Assert.EndsWith(": 0 errors, 0 warnings", check.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);
    }

    [Fact]
    public void New_files_of_unknown_kinds_and_with_names_that_are_no_ids_are_refused()
    {
        using var scratch = new Scratch();
        Command.Run("new", scratch["mine.yaml"], "--kind", "radr").IsRefused("expected one of scenario, scenario-part, doctrine, radar", "did you mean 'radar'?");
        Command.Run("new", scratch["My Radar.yaml"], "--kind", "radar").IsRefused("'My Radar' is none", "my-radar.yaml");
        Assert.Empty(scratch.Content());
    }

    [Fact]
    public void Entries_are_compared_side_by_side()
    {
        var table = Command.Run("catalogue", "compare", "s-300-pmu1", "patriot-pac2");
        Assert.Equal(0, table.ExitCode);
        var lines = table.Output.Split('\n');
        Assert.Contains(lines, line => line.StartsWith("≠  targets ", StringComparison.Ordinal) && line.Contains(" 6 ", StringComparison.Ordinal) && line.Contains("5 (5 to 9)", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("   salvo-size ", StringComparison.Ordinal));
        var column = lines[0].IndexOf("patriot-pac-2", StringComparison.Ordinal);
        Assert.Equal(column, Array.Find(lines, line => line.StartsWith("≠  targets ", StringComparison.Ordinal))!.IndexOf("5 (5 to 9)", StringComparison.Ordinal));
        var json = Command.Run("catalogue", "compare", "s-400", "s-300-pmu-1", "tor-m1", "--json").Json();
        Assert.Equal(3, json["entries"]!.AsArray().Count);
        var rounds = json["rows"]!.AsArray().Single(row => (string)row!["part"]! == "missile" && (string)row["figure"]! == "which")!;
        Assert.Equal(["48n6e3 (36 × ready)", "9m96e2 (48 × ready)", "40n6e (16 × ready)"], rounds["values"]![0]!.AsArray().Select(value => (string)value!["text"]!));
        Assert.Equal("9m331 (32 × ready)", (string)rounds["values"]![2]![0]!["text"]!);
        Assert.Equal(250_000, (double)json["rows"]!.AsArray().Single(row => (string)row!["part"]! == "missile" && (string)row["figure"]! == "maximum-range")!["values"]![0]![0]!["typicalSi"]!);
        Command.Run("catalogue", "compare", "s-400").IsRefused("two or more entries");
        Command.Run("catalogue", "compare", "s-400", "92n6e").IsRefused("'s-400' is a battery and '92n6e' a radar");
        Command.Run("catalogue", "compare", "s-400", "s-500x").IsRefused("did you mean 's-500'?");
    }

    [Theory]
    [InlineData("    source: \"https://en.wikipedia.org/wiki/S-400_missile_system\"\n    note: \"[recall]\"\n", "", "92n6e.yaml:9:5: error: 'detection-range' has neither a source nor a reasoning")]
    [InlineData("typical: 340", "typical: 500", "92n6e.yaml:10:14: error: the typical value of 'detection-range' is outside low to high")]
    [InlineData("unit: km", "unit: kg", "92n6e.yaml:9:10: error: '340 kg' is a mass, not a length")]
    [InlineData("kind: radar", "kind: radar\nlike: 92n6e", "92n6e.yaml:4:7: error: variants in a circle")]
    public void The_catalogue_is_checked_with_places_and_refused(string good, string bad, string expected)
    {
        using var scratch = new Scratch();
        var text = File.ReadAllText(Path.Combine(Repository.Root, "catalogue", "radars", "92n6e.yaml"));
        Assert.Contains(good, text, StringComparison.Ordinal);
        var at = text.IndexOf(good, StringComparison.Ordinal);
        File.WriteAllText(scratch["92n6e.yaml"], text[..at] + bad + text[(at + good.Length)..]);
        var check = Command.Run("catalogue", "check", "--catalogue", Path.GetDirectoryName(scratch["92n6e.yaml"])!);
        Assert.Equal(2, check.ExitCode);
        Assert.Contains(expected, check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_in_catalogue_passes_its_check()
    {
        var check = Command.Run("catalogue", "check");
        Assert.Equal(0, check.ExitCode);
        Assert.EndsWith("built-in entries: 0 errors, 0 warnings", check.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_problems_are_listed_with_their_places()
    {
        using var scratch = new Scratch();
        Assert.Equal(0, Command.Run("new", scratch["wrong.yaml"], "-q").ExitCode);
        var lines = File.ReadAllLines(scratch["wrong.yaml"]).ToList();
        var terrain = lines.FindIndex(line => line.StartsWith("terrain:", StringComparison.Ordinal));
        lines[terrain] = "terrain: nome";
        lines.Insert(terrain + 1, "colour: red");
        File.WriteAllLines(scratch["wrong.yaml"], lines);

        var check = Command.Run("check", scratch["wrong.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Empty(check.Error);
        Assert.Contains($"wrong.yaml:{terrain + 1}:10: error: ", check.Output, StringComparison.Ordinal);
        Assert.Contains($"wrong.yaml:{terrain + 2}:1: error: unknown key 'colour'", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 file: 2 errors, 0 warnings", check.Output, StringComparison.Ordinal);

        var json = Command.Run("check", scratch["wrong.yaml"], "--json");
        Assert.Equal(1, json.ExitCode);
        Assert.Equal(2, (int)json.Json()["errors"]!);
        Assert.Equal(terrain + 2, (int)json.Json()["problems"]![1]!["line"]!);
        Assert.Equal("error", (string)json.Json()["problems"]![1]!["severity"]!);
    }

    [Fact]
    public void An_empty_file_is_a_problem_and_a_missing_one_bad_input()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["empty.yaml"], "");
        var check = Command.Run("check", scratch["empty.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("the file is empty", check.Output, StringComparison.Ordinal);
        Command.Run("check", scratch["empty.yaml"], scratch["emty.yaml"]).IsRefused("file not found", "did you mean 'empty.yaml'?");
    }

    [Theory]
    [InlineData("scenario")]
    [InlineData("scenario-part")]
    [InlineData("doctrine")]
    [InlineData("radar")]
    [InlineData("missile")]
    [InlineData("launcher")]
    [InlineData("aircraft")]
    [InlineData("battery")]
    [InlineData("vehicle")]
    public void A_new_file_of_any_kind_is_clean_where_it_stands(string kind)
    {
        using var scratch = new Scratch();
        Assert.Equal(0, Command.Run("new", scratch["mine.yaml"], "--kind", kind).ExitCode);
        var check = Command.Run("check", scratch["mine.yaml"]);
        Assert.Equal(0, check.ExitCode);
        Assert.Contains("1 file: 0 errors, 0 warnings", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_repository_s_own_files_are_clean()
    {
        var check = Command.Run("check", Path.Combine(Repository.Root, "catalogue"), Path.Combine(Repository.Root, "scenarios"), Path.Combine(Repository.Root, "catalogue", "radars", "30n6e1.yaml"), "--json");
        Assert.Equal(0, check.ExitCode);
        Assert.Equal(0, (int)check.Json()["errors"]!);
        Assert.True((int)check.Json()["files"]! > 10);
    }

    [Fact]
    public void A_lone_catalogue_file_is_checked_as_one()
    {
        using var scratch = new Scratch();
        var radar = File.ReadAllText(Path.Combine(Repository.Root, "catalogue", "radars", "30n6e1.yaml"));
        File.WriteAllText(scratch["30n6e1.yaml"], radar.Replace("kind: radar", "kind: radar\nbogus: 3", StringComparison.Ordinal));
        var check = Command.Run("check", scratch["30n6e1.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("30n6e1.yaml:4:1: error: unknown key 'bogus'", check.Output, StringComparison.Ordinal);
        Assert.Contains("1 file: 1 error,", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_catalogue_is_listed_and_shown_with_sources()
    {
        var list = Command.Run("catalogue", "list", "--json").Json()["entries"]!.AsArray();
        Assert.Contains(list, entry => (string)entry!["id"]! == "s-300-pmu-1" && (string)entry["kind"]! == "battery");
        var show = Command.Run("catalogue", "show", "s-300-pmu-1");
        Assert.Equal(0, show.ExitCode);
        Assert.Contains("30n6e1", show.Output, StringComparison.Ordinal);
        Assert.Contains("http", show.Output, StringComparison.Ordinal);
        var radar = Command.Run("catalogue", "show", "30n6e1", "--json").Json();
        var range = radar["figures"]!.AsArray().Single(figure => (string)figure!["name"]! == "detection-range")!;
        Assert.Equal(200_000, (double)range["typicalSi"]!);
        Assert.NotEmpty(range["sources"]!.AsArray());
        Assert.Equal(show.Output, Command.Run("catalogue", "show", "S-300 PMU1").Output);
        Command.Run("catalogue", "show", "s-300-pnu1").IsRefused("did you mean 's-300-pmu-1'?");
        Command.Run("catalogue").IsRefused("bulwark catalogue --help");
        Command.Run("catalogue", "list", "--catalogue", "nowhere").IsRefused("folder not found: nowhere");
    }
}
