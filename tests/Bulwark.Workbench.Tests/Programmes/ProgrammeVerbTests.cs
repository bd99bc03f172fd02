using Bulwark.Workbench.Tests.Cli;
using Bulwark.Workbench.Tests.Files;

namespace Bulwark.Workbench.Tests.Programmes;

/// <summary><c>bulwark programme</c>.</summary>
public class ProgrammeVerbTests
{
    private static readonly string Turkey = Path.Combine(Repository.Root, "programmes", "turkey-s400.yaml");

    [Fact]
    public void The_answer_is_one_object_and_the_folder_holds_everything()
    {
        using var scratch = new Scratch();
        var one = Command.Run("programme", Turkey, "-n", "40", "--threads", "1", "--localise", "--json", "-q", "-o", scratch["one"]);
        Assert.Equal(0, one.ExitCode);
        Assert.Empty(one.Error);
        var json = one.Json();
        Assert.Equal("bulwark-programme/1", (string)json["format"]!);
        Assert.Equal(4, json["cases"]!.AsArray().Count);
        Assert.Equal(120, json["cases"]![0]!["readyMeanByMonth"]!.AsArray().Count);
        Assert.Equal(one.Output.Trim(), File.ReadAllText(scratch["one/summary.json"]).Trim());
        var two = Command.Run("programme", Turkey, "-n", "40", "--threads", "3", "--json", "-q", "-o", scratch["two"]);
        Assert.Equal((string)json["hash"]!, (string)two.Json()["hash"]!);
        var report = File.ReadAllText(scratch["one/report.html"]);
        foreach (var part in (string[])["<h2>Facts</h2>", "<h2>Assumptions</h2>", "Critical components", "Which components to make at home", "Workshare", "Deliveries, measures", "What the model leaves out"]) Assert.Contains(part, report, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", report, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh", report, StringComparison.Ordinal);
        foreach (var picture in (string[])["readiness", "units", "waiting", "components", "suppliers", "countries", "cost", "gantt", "supply"])
        {
            var svg = File.ReadAllText(scratch[$"one/{picture}.svg"]);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
            _ = System.Xml.Linq.XDocument.Parse(svg);
        }
    }

    [Fact]
    public void Back_tests_need_no_units()
    {
        using var scratch = new Scratch();
        foreach (var name in (string[])["f35-resourcing", "missile-ramp"])
        {
            var run = Command.Run("programme", Path.Combine(Repository.Root, "programmes", name + ".yaml"), "-o", scratch[name]);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("error", run.Output, StringComparison.Ordinal);
            Assert.Contains("<h2>Back-test</h2>", File.ReadAllText(scratch[name + "/report.html"]), StringComparison.Ordinal);
            Assert.DoesNotContain("NaN", File.ReadAllText(scratch[name + "/backtest.svg"]), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Readiness_is_the_start_of_an_engagement()
    {
        using var scratch = new Scratch();
        var programme = scratch["small.yaml"];
        File.WriteAllText(programme, SmallProgramme.Text.Replace("id: one,", "id: north,", StringComparison.Ordinal));
        var run = Command.Run("programme", programme, "-n", "6", "--effect", Path.Combine(Repository.Root, "scenarios", "first-steps.yaml"), "--effect-runs", "2", "--json", "-q", "-o", scratch["out"]);
        Assert.Equal(0, run.ExitCode);
        var effect = run.Json()["effect"]!;
        Assert.Equal(3, effect["cases"]!.AsArray().Count);
        Assert.Equal(0, (double)effect["nothingReady"]!);
        Assert.InRange((double)effect["everythingReady"]!, 0.4, 1);
        Assert.Contains("effect.svg", scratch.Content().Select(static name => Path.GetFileName(name)));
        var foreign = Command.Run("programme", Turkey, "-n", "4", "--effect", Path.Combine(Repository.Root, "scenarios", "first-steps.yaml"), "-q", "-o", scratch["none"]);
        foreign.IsRefused("--effect", "battery-1", "north");
    }

    [Fact]
    public void Wrong_input_is_refused_and_nothing_is_written()
    {
        using var scratch = new Scratch();
        Command.Run("programme", scratch["none.yaml"], "-o", scratch["out"]).IsRefused("not found");
        Command.Run("programme", Turkey, "--floor", "many", "-o", scratch["out"]).IsRefused("--floor", "'many'");
        Command.Run("programme", Turkey, "--spares", "20", "-o", scratch["out"]).IsRefused("--spares", "20 million USD");
        Command.Run("programme", Turkey, "-n", "1", "-o", scratch["out"]).IsRefused("--replications");
        Command.Run("programme", Turkey, "-n", "100001", "-o", scratch["out"]).IsRefused("--replications", "100000");
        var study = Path.Combine(Repository.Root, "studies", "readiness-effect.yaml");
        Command.Run("programme", Turkey, "--effect", study, "--effect-runs", "5", "-o", scratch["out"]).IsRefused("--effect-runs");
        Command.Run("programme", Turkey, "--effect", Path.Combine(Repository.Root, "studies", "more-channels.yaml"), "-o", scratch["out"]).IsRefused("--effect", "more-channels.yaml");
        Command.Run("programme", Path.Combine(Repository.Root, "programmes", "missile-ramp.yaml"), "--localise", "-o", scratch["out"]).IsRefused("--localise");
        Command.Run("programme", Path.Combine(Repository.Root, "scenarios", "first-steps.yaml"), "-o", scratch["out"]).IsRefused("first-steps.yaml:");
        File.WriteAllText(scratch["bad.yaml"], SmallProgramme.Text.Replace("parts: {tube: 1", "parts: {radar: 1", StringComparison.Ordinal));
        Command.Run("programme", scratch["bad.yaml"], "-o", scratch["out"]).IsRefused("circle", $"bad.yaml:{SmallProgramme.LineOf("parts: {tube")}:");
        Assert.False(Directory.Exists(scratch["out"]));
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(3, Command.Run(stop.Token, "programme", Turkey, "-o", scratch["out"]).ExitCode);
        Assert.False(Directory.Exists(scratch["out"]));
        var check = Command.Run("check", scratch["bad.yaml"]);
        Assert.Equal(1, check.ExitCode);
        Assert.Contains("circle", check.Output, StringComparison.Ordinal);
    }
}
