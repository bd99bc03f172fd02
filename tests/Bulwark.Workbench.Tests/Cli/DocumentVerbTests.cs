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
