using System.CommandLine;

namespace Bulwark.Cli.Manner;

/// <summary>What every verb is given: where to print, when to stop, and the options all verbs share. Immutable.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="cancellation">When to stop.</param>
internal sealed class VerbContext(Terminal terminal, CancellationToken cancellation)
{
    private readonly Option<bool> _json = new("--json") { Description = "print the result as one JSON object and nothing else" };
    private readonly Option<bool> _quiet = new("--quiet", "-q") { Description = "print no progress and no notes; errors still show" };

    /// <summary>When to stop.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Makes a command that has the shared options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="examples">Command lines to show in its help, without the leading <c>bulwark</c>.</param>
    public ExampleCommand Command(string name, string description, params string[] examples) =>
        new(name, description, examples) { _json, _quiet };

    /// <summary>Sets what a command does.</summary>
    /// <param name="command">A command made here.</param>
    /// <param name="work">The work; returns the exit code.</param>
    public void OnRun(Command command, Func<ParseResult, Report, int> work) => command.SetAction(parsed =>
    {
        cancellation.ThrowIfCancellationRequested();
        return work(parsed, new Report(terminal, parsed.GetValue(_json), parsed.GetValue(_quiet), cancellation));
    });
}
