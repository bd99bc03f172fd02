using Bulwark.Workbench.Tests.Cli;

namespace Bulwark.Workbench.Tests.Verification;

public class VerifyVerbTests
{
    [Fact]
    public void TheBuiltInTablesAreInOrder()
    {
        var command = Command.Run("verify", "--only", "*.csv", "--quiet");
        Assert.Equal(0, command.ExitCode);
        Assert.Contains("all within tolerance", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("OUTSIDE", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void AWrongValueIsExitCodeOneWithItsCase()
    {
        using var folder = new ReferenceFolder();
        folder.With("radar_detection_threshold.csv", static lines => [lines[0], lines[1].Replace("9.21034037", "9.22034037", StringComparison.Ordinal), .. lines[2..]]);
        var command = Command.Run("verify", "--reference", folder.Folder, "--only", "threshold");
        Assert.Equal(1, command.ExitCode);
        Assert.Contains("OUTSIDE, worst case TH01", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownTablesAreNamedAndTheRestIsCompared()
    {
        using var folder = new ReferenceFolder();
        folder.With("radar_cfar_loss.csv", static lines => lines);
        File.WriteAllText(folder["radar_cfar_los.csv"], "a,b\n1,2\n");
        var command = Command.Run("verify", "--reference", folder.Folder, "--only", "cfar", "--json");
        Assert.Equal(0, command.ExitCode);
        var unknown = Assert.Single(command.Json()["unknownTables"]!.AsArray());
        Assert.Contains("did you mean 'radar_cfar_loss.csv'?", (string?)unknown!["message"], StringComparison.Ordinal);
        Assert.Equal(4, command.Json()["entries"]![0]!["quantities"]!.AsArray().Count);
    }

    [Fact]
    public void TheListShowsWhatOnlyWouldKeep()
    {
        var command = Command.Run("verify", "--list", "--only", "itu_p8*");
        Assert.Equal(0, command.ExitCode);
        Assert.Contains("itu_p838_rain.csv", command.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("itu_p676", command.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void WrongArgumentsAreRefused()
    {
        using var folder = new ReferenceFolder();
        Command.Run("verify", "--only", "no-such-thing").IsRefused("no-such-thing", "--list");
        Command.Run("verify", "--reference", folder["nowhere"]).IsRefused("folder not found");
        Command.Run("verify", "--reference", folder.Folder).IsRefused("holds no file *.csv");
        File.WriteAllText(folder["strange.csv"], "a\n1\n");
        Command.Run("verify", "--reference", folder.Folder).IsRefused("holds no table that a model answers to");
        Command.Run("verify", "--reference", folder["strange.csv"]).IsRefused("is a file");
    }

    [Fact]
    public void TheReportIsAPageWithPicturesBesideIt()
    {
        using var scratch = new Scratch();
        var page = scratch["my.md"];
        for (var time = 0; time < 2; time++) Assert.Equal(0, Command.Run("verify", "--only", "radar_detection", "--report", page, "--quiet").ExitCode);
        var text = File.ReadAllText(page);
        Assert.Contains("| signal-to-noise ratio | 97 |", text, StringComparison.Ordinal);
        foreach (var picture in (string[])["verification-detection.svg", "verification-pd.svg"])
        {
            Assert.Contains($"(my/{picture})", text, StringComparison.Ordinal);
            Assert.Equal("svg", System.Xml.Linq.XDocument.Load(Path.Combine(scratch.Folder, "my", picture)).Root!.Name.LocalName);
        }

        Assert.Equal(["my", "my.md", Path.Combine("my", "verification-detection.svg"), Path.Combine("my", "verification-pd.svg")], scratch.Content());
    }

    [Fact]
    public void ReportsReplaceNothingButReports()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["mine.md"], "# Mine");
        Command.Run("verify", "--only", "cfar", "--report", scratch["mine.md"]).IsRefused("is not a report of ours");
        Command.Run("verify", "--only", "cfar", "--report", scratch["no/where.md"]).IsRefused("does not exist");
        Assert.Equal("# Mine", File.ReadAllText(scratch["mine.md"]));
    }

    [Fact]
    public void AnInterruptionEndsIt()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(3, Command.Run(stop.Token, "verify", "--quiet").ExitCode);
    }
}
