using System.Text.Json.Nodes;
using Bulwark.Cli;

namespace Bulwark.Workbench.Tests.Cli;

/// <summary>One call of the command inside this process: its exit code and everything it printed.</summary>
internal sealed record Command(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the command.</summary>
    public static Command Run(params string[] args) => Run(CancellationToken.None, args);

    /// <summary>Runs the command with a way to interrupt it.</summary>
    public static Command Run(CancellationToken cancellation, params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exitCode = CommandLine.Run(args, output, error, cancellation);
        return new Command(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>The output as the one JSON object it must be.</summary>
    public JsonObject Json() => JsonNode.Parse(Output)!.AsObject();

    /// <summary>Asserts success and an output that holds the words.</summary>
    public void Says(params string[] words)
    {
        Assert.Equal(0, ExitCode);
        foreach (var word in words) Assert.Contains(word, Output, StringComparison.Ordinal);
    }

    /// <summary>Asserts bad input: exit code 2, a message that holds the words, and no result.</summary>
    public void IsRefused(params string[] words)
    {
        Assert.Equal(2, ExitCode);
        Assert.Empty(Output);
        foreach (var word in words) Assert.Contains(word, Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", Error, StringComparison.Ordinal);
    }
}
