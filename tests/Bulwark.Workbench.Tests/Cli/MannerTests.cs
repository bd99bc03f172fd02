namespace Bulwark.Workbench.Tests.Cli;

/// <summary>What all verbs have in common.</summary>
public class MannerTests
{
    [Fact]
    public void Without_a_verb_the_usage_is_wrong() => Command.Run().IsRefused("a verb is missing", "track", "--help");

    [Fact]
    public void An_unknown_verb_names_the_nearest() => Command.Run("convrt", "a", "--b").IsRefused("there is no verb 'convrt'", "did you mean 'convert'?");

    [Fact]
    public void An_unknown_option_is_refused() => Command.Run("convert", "a.gps", "b.csv", "--nonsense").IsRefused("--nonsense", "bulwark convert --help");

    [Fact]
    public void A_misspelt_option_names_the_nearest() => Command.Run("run", "a.yaml", "--sed", "3").IsRefused("'run' has no option '--sed'", "did you mean '--seed'?");

    [Fact]
    public void An_argument_too_many_is_refused() => Command.Run("run", "a.yaml", "b.yaml").IsRefused("'b.yaml' is one argument too many for 'run'");

    [Theory]
    [InlineData("--seed", "abc")]
    [InlineData("--seed", "-1")]
    [InlineData("--threads", "0")]
    [InlineData("--threads", "two")]
    public void A_wrong_number_is_told_in_words(string option, string value)
    {
        var refused = Command.Run("run", "a.yaml", option, value);
        refused.IsRefused($"{option}: '{value}' cannot be used; expected a whole number");
        Assert.DoesNotContain("System.", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_argument_is_refused() => Command.Run("track").IsRefused("bulwark track --help");

    [Fact]
    public void Help_shows_examples_and_exit_codes()
    {
        var help = Command.Run("track", "--help");
        Assert.Equal(0, help.ExitCode);
        Assert.Contains("bulwark track recording.gps.gz", help.Output, StringComparison.Ordinal);
        Assert.Contains("3 interrupted", help.Output, StringComparison.Ordinal);
        Assert.Empty(help.Error);
    }

    [Fact]
    public void The_version_is_the_assembly_s()
    {
        var version = Command.Run("--version");
        Assert.Equal(0, version.ExitCode);
        Assert.StartsWith(typeof(Bulwark.Cli.CommandLine).Assembly.GetName().Version!.ToString(3), version.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("track", "nowhere.gps")]
    [InlineData("convert", "nowhere.gps", "out.csv")]
    public void A_missing_file_is_named(params string[] args) => Command.Run(args).IsRefused("file not found: nowhere.gps", "expected");

    [Theory]
    [InlineData("run", "")]
    [InlineData("check", "")]
    [InlineData("track", "")]
    [InlineData("track", " ")]
    [InlineData("convert", "", "out.csv")]
    [InlineData("catalogue", "list", "--catalogue", "")]
    public void An_empty_name_is_bad_input(params string[] args) => Command.Run(args).IsRefused("bulwark: ");

    [Fact]
    public void A_missing_file_has_its_nearest_neighbour_named()
    {
        using var scratch = new Scratch();
        File.WriteAllText(scratch["evening.gps"], "");
        Command.Run("track", scratch["evenin.gps"]).IsRefused("did you mean 'evening.gps'?");
    }
}
