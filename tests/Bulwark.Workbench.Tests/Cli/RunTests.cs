using System.Text.RegularExpressions;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark run</c>.</summary>
public partial class RunTests
{
    private static readonly string FirstSteps = Path.Combine(Repository.Root, "scenarios", "first-steps.yaml");

    [Fact]
    public void The_answer_is_one_object_and_the_same_for_any_number_of_threads()
    {
        using var scratch = new Scratch();
        var one = Command.Run("run", FirstSteps, "--json", "-q", "--seed", "3", "--threads", "1", "--out", scratch["one"]);
        var two = Command.Run("run", FirstSteps, "--json", "-q", "--seed", "3", "--threads", "2", "--out", scratch["two"]);
        Assert.Equal(0, one.ExitCode);
        Assert.Empty(one.Error);
        var json = one.Json();
        Assert.Equal((string)json["hash"]!, (string)two.Json()["hash"]!);
        Assert.Equal(3, (int)json["seed"]!);
        foreach (var peak in (string[])["tracked", "engaged", "missilesInFlight"]) Assert.True((int)json["peaks"]![peak]! > 0);
        var targets = json["targets"]!;
        Assert.Equal(6, (int)targets["total"]!);
        Assert.Equal(6, (int)targets["killed"]! + (int)targets["leaked"]! + (int)targets["other"]!);
        Assert.Equal((int)targets["leaked"]!, json["lossesByCause"]!.AsObject().Sum(static cause => (int)cause.Value!));
        Assert.True((int)json["roundsSpent"]! > 0);
        Assert.True((double)json["cpuSeconds"]! > 0);
        Assert.Equal(one.Output.Trim(), File.ReadAllText(scratch["one/summary.json"]).Trim());

        var other = Command.Run("run", FirstSteps, "--json", "-q", "--seed", "4", "--out", scratch["other"]);
        Assert.NotEqual((string)json["hash"]!, (string)other.Json()["hash"]!);
    }

    [Fact]
    public void The_text_states_peaks_against_limits_and_the_folder_holds_the_replay()
    {
        using var scratch = new Scratch();
        var run = Command.Run("run", FirstSteps, "--out", scratch["out"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"at most \d+ targets were tracked \(limit 100, (not )?reached\), \d+ engaged \(limit 6, (not )?reached\)", run.Output);
        Assert.Contains("because of the limits", run.Output, StringComparison.Ordinal);
        Assert.Contains(scratch["out"], run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", run.Output + run.Error, StringComparison.Ordinal);
        foreach (var file in (string[])["events.sqlite", "summary.json", "report.html", "replay.acmi"]) Assert.Contains($"out/{file}", scratch.Content());

        var replay = File.ReadAllText(scratch["out/replay.acmi"]);
        Assert.StartsWith("FileType=text/acmi/tacview\nFileVersion=2.2\n", replay, StringComparison.Ordinal);
        var killed = int.Parse(Killed().Match(run.Output).Groups["killed"].Value);
        Assert.Equal(killed, Regex.Count(replay, "Event=Destroyed", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Equal(6, Regex.Count(replay, "Coalition=Raid", RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void A_target_is_explained_and_an_unknown_one_refused()
    {
        using var scratch = new Scratch();
        var run = Command.Run("run", FirstSteps, "--explain", "raid-01", "--out", scratch["out"], "-q");
        Assert.Contains("Ledger of raid-01", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"00:00:00\.000 +scene +appears", run.Output);
        var json = Command.Run("run", FirstSteps, "--explain", "raid-01", "--out", scratch["out"], "-q", "--json").Json();
        Assert.Equal("scene", (string)json["ledger"]![0]!["link"]!);
        Command.Run("run", FirstSteps, "--explain", "raid-1", "--out", scratch["none"]).IsRefused("no target 'raid-1'", "did you mean 'raid-01'?", "raid-01 to raid-06");
        Assert.DoesNotContain("none", scratch.Content());
    }

    [Theory]
    [InlineData("an unknown key", "terrain: none", "terrain: none\ncolour: red", "8:1: error: unknown key 'colour'")]
    [InlineData("a wrong unit", "duration: 15 min", "duration: 15 km", "6:11: error: ")]
    [InlineData("a missing unit", "radius: 3 km", "radius: 3", ": error: ")]
    [InlineData("a duplicate id", "- id: raid", "- id: north", "'north' stands twice")]
    [InlineData("a value out of range", "count: 6", "count: 0", ": error: ")]
    [InlineData("an unknown system", "use: fighter", "use: fihgter", "did you mean 'fighter'?")]
    [InlineData("broken YAML", "groups:", "groups: [", ": error: ")]
    public void Wrong_input_is_one_clear_message(string what, string right, string wrong, string message)
    {
        using var scratch = new Scratch();
        var text = File.ReadAllText(FirstSteps);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(scratch["raid.yaml"], text.Replace(right, wrong, StringComparison.Ordinal));
        var run = Command.Run("run", scratch["raid.yaml"], "--out", scratch["out"]);
        Assert.True(run.ExitCode == 2, what);
        run.IsRefused("raid.yaml:", message);
        Assert.Equal(["raid.yaml"], scratch.Content());
    }

    [Fact]
    public void A_missing_an_empty_and_a_foreign_file_are_refused()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["empty.yaml"], "");
        File.WriteAllBytes(scratch["picture.yaml"], [0x89, 0x50, 0x4E, 0x47, 0xFF, 0x00]);
        Command.Run("run", scratch["emty.yaml"], "--out", scratch["out"]).IsRefused("file not found", "did you mean 'empty.yaml'?");
        Command.Run("run", scratch["empty.yaml"], "--out", scratch["out"]).IsRefused("the file is empty");
        Command.Run("run", scratch["picture.yaml"], "--out", scratch["out"]).IsRefused("picture.yaml:1:1", "UTF-8");
        Command.Run("run", scratch.Folder, "--out", scratch["out"]).IsRefused("is a folder");
        Command.Run("run", FirstSteps, "--threads", "0").IsRefused("--threads");
        Command.Run("run", FirstSteps, "--seed", "-1").IsRefused("--seed");
        Assert.Equal(["empty.yaml", "picture.yaml"], scratch.Content());
    }

    [Fact]
    public void An_interrupted_run_leaves_nothing()
    {
        using var scratch = new Scratch();
        var run = Command.Run(new CancellationToken(canceled: true), "run", FirstSteps, "--out", scratch["out"]);
        Assert.Equal(3, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.Empty(scratch.Content());
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_one_clear_message()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["out"], "a file");
        Command.Run("run", FirstSteps, "-q", "--out", scratch["out"]).IsRefused("is a file");
        Assert.Equal(["out"], scratch.Content());
    }

    [GeneratedRegex(@"attackers +killed +leaked +other\s+─+\s+\d+ +(?<killed>\d+)", RegexOptions.None, 1000)]
    private static partial Regex Killed();
}
