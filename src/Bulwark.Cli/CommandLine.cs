using System.CommandLine;
using System.CommandLine.Help;
using Bulwark.Cli.Manner;
using Bulwark.Cli.Verbs;
using Bulwark.Core.Units;

namespace Bulwark.Cli;

/// <summary>The <c>bulwark</c> command: takes its arguments apart, runs the verb and turns what happened into an exit code.</summary>
public static class CommandLine
{
    /// <summary>Runs the command inside this process, as plain text without colours or progress bars.</summary>
    /// <param name="args">The arguments after the command's name.</param>
    /// <param name="output">Receives the results.</param>
    /// <param name="error">Receives progress, notes and errors.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, TextWriter output, TextWriter error, CancellationToken cancellation = default) =>
        Run(args, new Terminal(output, error), cancellation);

    /// <summary>Runs the command.</summary>
    /// <param name="args">The arguments after the command's name.</param>
    /// <param name="terminal">Where its output goes.</param>
    /// <param name="cancellation">Interrupts the command.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = Root(terminal, cancellation);
        var parsed = root.Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in Complaints(parsed)) terminal.Error.WriteLine($"bulwark: {message}");
            terminal.Error.WriteLine($"'{Usage(parsed)} --help' shows how to use it.");
            return ExitCode.BadInput;
        }

        try
        {
            // Signals are the caller's business, and unknown exceptions are faults of the program: the runtime reports them.
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            terminal.Error.WriteLine("bulwark: interrupted; nothing was written");
            return ExitCode.Interrupted;
        }
        catch (Exception failure) when (Failure.Explain(failure) is { } lines)
        {
            foreach (var line in lines) terminal.Error.WriteLine(line);
            return ExitCode.BadInput;
        }
    }

    private static RootCommand Root(Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Studies ground-based air defence: what a defence sees, tracks and stops, and why.");
        foreach (var verb in VerbList.All) root.Add(verb.Build(new VerbContext(terminal, cancellation)));
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
        }

        return root;
    }

    private static string Usage(ParseResult parsed)
    {
        var names = new List<string>();
        for (System.CommandLine.Parsing.SymbolResult? place = parsed.CommandResult; place is not null; place = place.Parent)
        {
            if (place is System.CommandLine.Parsing.CommandResult { Command: not RootCommand } result) names.Add(result.Command.Name);
        }

        names.Add("bulwark");
        names.Reverse();
        return string.Join(' ', names);
    }

    // A wrong or missing verb makes the parser complain about everything after it; the one complaint that helps is about the verb.
    private static IEnumerable<string> Complaints(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0 && parsed.UnmatchedTokens.Count > 0) return [Unmatched(command, parsed.UnmatchedTokens[0])];
        if (command.Subcommands.Count == 0) return parsed.Errors.Select(static problem => problem.Message).Distinct(StringComparer.Ordinal);
        var verbs = command.Subcommands.Select(static verb => verb.Name).ToArray();
        if (parsed.UnmatchedTokens.Count == 0) return [$"a verb is missing; expected one of {string.Join(", ", verbs)}"];
        var wrong = parsed.UnmatchedTokens[0];
        var hint = NearestMatch.Hint(wrong, verbs);
        return [$"there is no verb '{wrong}'; {(hint.Length > 0 ? hint + " " : "")}expected one of {string.Join(", ", verbs)}"];
    }

    private static string Unmatched(Command command, string token)
    {
        if (!token.StartsWith('-')) return $"'{token}' is one argument too many for '{command.Name}'";
        var options = command.Options.Select(static option => option.Name).Append("--help").ToArray();
        var hint = NearestMatch.Hint(token, options);
        return $"'{command.Name}' has no option '{token}'; {(hint.Length > 0 ? hint + " " : "")}expected one of {string.Join(", ", options)}";
    }
}
