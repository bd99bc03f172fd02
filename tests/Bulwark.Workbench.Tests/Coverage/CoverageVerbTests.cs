using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary><c>bulwark coverage</c> as a user calls it.</summary>
public class CoverageVerbTests
{
    [Fact]
    public void ABatteryAtAPlaceGivesMapsAndFigures()
    {
        using var scratch = new Scratch();
        var done = Command.Run("coverage", "s-300-pmu1", "--at", "35.2,24.0", "--height", "50m,300m,3000m", "--cell", "5km", "--out", scratch["out"], "--json", "-q");
        Assert.Equal((0, ""), (done.ExitCode, done.Error));
        var heights = done.Json()["heights"]!.AsArray();
        Assert.Equal([50.0, 300.0, 3000.0], heights.Select(static height => (double)height!["heightM"]!));
        Assert.All(heights, static height => Assert.InRange((double)height!["differenceShare"]!, -0.99, -0.3));
        foreach (var name in (string[])["coverage.png", "coverage-50m.png", "coverage-300m.png", "coverage-3000m.png"])
            Assert.InRange(PngReader.Read(File.ReadAllBytes(scratch[Path.Combine("out", name)])).Width, 900, 2000);
        Assert.Contains("Smooth Earth", (string)done.Json()["notes"]![0]!, StringComparison.Ordinal);
        Assert.Equal(done.Output, File.ReadAllText(scratch[Path.Combine("out", "summary.json")]));
    }

    [Theory]
    [InlineData("there is no catalogue radar or battery 's-900'", "s-900", "--at", "35,24")]
    [InlineData("'fighter' is a aircraft", "fighter", "--at", "35,24")]
    [InlineData("--at", "64n6e")]
    [InlineData("--at: '95,24' is not a place", "64n6e", "--at", "95,24")]
    [InlineData("--at: '35,240' is not a place", "64n6e", "--at", "35,240")]
    [InlineData("--at: '35' is not a place", "64n6e", "--at", "35")]
    [InlineData("--height", "64n6e", "--at", "35,24", "--height", "50")]
    [InlineData("--height", "64n6e", "--at", "35,24", "--height", "-5m")]
    [InlineData("names a height twice", "64n6e", "--at", "35,24", "--height", "1km,1000m")]
    [InlineData("--pd", "64n6e", "--at", "35,24", "--pd", "1.5")]
    [InlineData("--reference", "64n6e", "--at", "35,24", "--reference", "sea")]
    [InlineData("--combine", "64n6e", "--at", "35,24", "--combine", "most")]
    [InlineData("Combination.Count", "64n6e", "--at", "35,24", "--combine", "2of")]
    [InlineData("--rcs", "64n6e", "--at", "35,24", "--rcs", "2m")]
    [InlineData("too many", "64n6e", "--at", "35,24", "--cell", "10m")]
    [InlineData("--site", "--site", "64n6e")]
    [InlineData("--rain", "64n6e", "--at", "35,24", "--rain", "10")]
    [InlineData("--clouds", "64n6e", "--at", "35,24", "--clouds", "-1g/m3")]
    [InlineData("--season", "64n6e", "--at", "35,24", "--season", "monsoon")]
    [InlineData("--format", "64n6e", "--at", "35,24", "--format", "gif")]
    [InlineData("--gaps", "64n6e", "--at", "35,24", "--gaps", "zero")]
    [InlineData("--surface", "64n6e", "--at", "35,24", "--surface", "lake")]
    [InlineData("--roughness", "64n6e", "--at", "35,24", "--surface", "sea", "--roughness", "25m")]
    [InlineData("--clutter: 'wood' is not one of", "64n6e", "--at", "35,24", "--clutter", "wood")]
    [InlineData("--sea-state", "64n6e", "--at", "35,24", "--clutter", "sea", "--sea-state", "7")]
    [InlineData("--jammer: '37,24,10km' is no jammer", "64n6e", "--at", "35,24", "--jammer", "37,24,10km")]
    [InlineData("--jammer: '95,24' is not a place", "64n6e", "--at", "35,24", "--jammer", "95,24,10km,1kW")]
    [InlineData("--jammer", "64n6e", "--at", "35,24", "--jammer", "37,24,10km,-1kW")]
    [InlineData("--jammer", "64n6e", "--at", "35,24", "--jammer", "37,24,10km,1kW,100m")]
    [InlineData("folder not found", "64n6e", "--at", "35,24", "--terrain", "no-such-folder")]
    [InlineData("no-such-file.csv", "64n6e", "--at", "35,24", "--points", "no-such-file.csv")]
    [InlineData("there is no radar")]
    [InlineData("no catalogue aircraft", "64n6e", "--at", "35,24", "--target", "ufo")]
    public void WrongInputIsToldInOneLine(string words, params string[] args)
    {
        using var scratch = new Scratch();
        var refused = Command.Run(["coverage", .. args, "--out", scratch["out"]]);
        refused.IsRefused(words);
        Assert.Single(refused.Error.TrimEnd().Split('\n'));
        Assert.Empty(scratch.Content());
    }

    [Fact]
    public void AnInterruptionLeavesNothing()
    {
        using var scratch = new Scratch();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(3, Command.Run(stop.Token, "coverage", "64n6e", "--at", "35,24", "--out", scratch["out"]).ExitCode);
        Assert.Empty(scratch.Content());
    }
}
