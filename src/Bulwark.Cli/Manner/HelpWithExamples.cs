using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Bulwark.Cli.Manner;

/// <summary>The usual help, then the command's examples.</summary>
/// <param name="help">The usual help.</param>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => help.ClearsParseErrors;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        var result = help.Invoke(parseResult);
        var command = parseResult.CommandResult.Command;
        var examples = command is ExampleCommand { Examples: var own }
            ? own
            : [.. command.Subcommands.OfType<ExampleCommand>().SelectMany(verb => verb.Examples.Take(1))];
        if (examples.Count == 0) return result;
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in examples) output.WriteLine($"  bulwark {example}");
        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 1 a check failed, 2 bad input or usage, 3 interrupted.");
        output.WriteLine();
        return result;
    }
}
