using Bulwark.Workbench.Tests.Formats;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary><c>bulwark convert</c>.</summary>
public class ConvertTests
{
    [Fact]
    public void The_table_has_the_columns_of_the_expected_values()
    {
        using var scratch = new Scratch();
        var converted = Command.Run("convert", Recordings.Path("alcolea_modes.gps"), scratch["out.csv"], "--json", "--quiet");
        Assert.Equal(0, converted.ExitCode);
        Assert.Empty(converted.Error);
        Assert.Equal(2781, (int)converted.Json()["records"]!);
        Assert.Equal(951, (int)converted.Json()["recordsByCategory"]!["034"]!);
        Assert.Equal(Recordings.Text(Recordings.Path("alcolea_modes.expected.csv.gz")).Split('\n')[0].Trim(), File.ReadLines(scratch["out.csv"]).First());
    }

    [Fact]
    public void An_existing_file_is_replaced_only_when_that_is_wanted()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["out.csv"], "mine");
        string[] args = ["convert", Recordings.Path("croatia_034_048.pcap"), scratch["out.csv"]];
        Command.Run(args).IsRefused("exists already", "--force");
        Assert.Equal("mine", File.ReadAllText(scratch["out.csv"]));
        Assert.Equal(0, Command.Run([.. args, "--force"]).ExitCode);
        Assert.StartsWith("n,cat,", File.ReadAllText(scratch["out.csv"]), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_format_and_a_missing_folder_are_refused()
    {
        using var scratch = new Scratch();
        var recording = Recordings.Path("croatia_034_048.pcap");
        Command.Run("convert", recording, scratch["out.xlsx"]).IsRefused(".csv");
        Command.Run("convert", recording, Path.Combine(scratch["no"], "out.csv")).IsRefused("there is no folder");
        Assert.Empty(scratch.Content());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(60_000)]
    public void A_cut_recording_is_refused_and_leaves_nothing(int length)
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch["cut.gps"], Recordings.Bytes("alcolea_modes.gps")[..length]);
        Command.Run("convert", scratch["cut.gps"], scratch["out.csv"]).IsRefused("cut.gps", "Expected:");
        Assert.Equal(["cut.gps"], scratch.Content());
    }
}
