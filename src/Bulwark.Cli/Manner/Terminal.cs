using Spectre.Console;
using SystemConsole = System.Console;

namespace Bulwark.Cli.Manner;

/// <summary>Where results and messages go, and what those places can show. Immutable.</summary>
public sealed class Terminal
{
    private const int PlainWidth = 120;

    /// <summary>Describes two plain places: files, pipes, tests.</summary>
    /// <param name="output">Receives results.</param>
    /// <param name="error">Receives progress and messages.</param>
    public Terminal(TextWriter output, TextWriter error)
    {
        Output = output;
        Error = error;
    }

    /// <summary>Receives results.</summary>
    public TextWriter Output { get; }

    /// <summary>Receives progress and messages.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether <see cref="Output"/> may carry colours.</summary>
    public bool OutputIsRich { get; private init; }

    /// <summary>Whether <see cref="Error"/> may carry colours and progress bars.</summary>
    public bool ErrorIsRich { get; private init; }

    /// <summary>The terminal this process was started in.</summary>
    public static Terminal OfProcess()
    {
        // https://no-color.org: any non-empty value asks for plain text.
        var plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || Environment.GetEnvironmentVariable("TERM") is "dumb";
        return new Terminal(SystemConsole.Out, SystemConsole.Error)
        {
            OutputIsRich = !plain && !SystemConsole.IsOutputRedirected,
            ErrorIsRich = !plain && !SystemConsole.IsErrorRedirected,
        };
    }

    /// <summary>Draws on <see cref="Output"/>.</summary>
    public IAnsiConsole OutputConsole() => Console(Output, OutputIsRich);

    /// <summary>Draws on <see cref="Error"/>.</summary>
    public IAnsiConsole ErrorConsole() => Console(Error, ErrorIsRich);

    private static IAnsiConsole Console(TextWriter writer, bool rich)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = rich ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = rich ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = rich ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!rich) console.Profile.Width = PlainWidth;
        return console;
    }
}
