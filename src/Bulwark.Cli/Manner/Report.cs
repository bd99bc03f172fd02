using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Bulwark.Cli.Manner;

/// <summary>How a verb talks: results go to standard output, progress and notes to standard error.</summary>
/// <param name="terminal">Where to print.</param>
/// <param name="json">Whether results are wanted as JSON.</param>
/// <param name="quiet">Whether only results and errors are wanted.</param>
/// <param name="cancellation">When to stop.</param>
internal sealed class Report(Terminal terminal, bool json, bool quiet, CancellationToken cancellation)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Whether results are wanted as JSON.</summary>
    public bool Json { get; } = json;

    /// <summary>When to stop.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>Prints a line of the result; nothing when JSON is wanted.</summary>
    /// <param name="text">The line.</param>
    public void Line(string text = "")
    {
        if (!Json) terminal.Output.WriteLine(text);
    }

    /// <summary>Prints a drawing, such as a table, as part of the result; nothing when JSON is wanted.</summary>
    /// <param name="drawing">The drawing.</param>
    public void Draw(IRenderable drawing)
    {
        if (!Json) terminal.OutputConsole().Write(drawing);
    }

    /// <summary>Prints the JSON object; nothing unless JSON is wanted.</summary>
    /// <param name="result">Makes the object.</param>
    public void Object(Func<JsonObject> result)
    {
        if (Json) terminal.Output.WriteLine(result().ToJsonString(Indented));
    }

    /// <summary>Prints a note for the person at the terminal; nothing when quiet is wanted.</summary>
    /// <param name="text">The note.</param>
    public void Note(string text)
    {
        if (!quiet) terminal.Error.WriteLine(text);
    }

    /// <summary>Does work of known extent and shows how far it has come.</summary>
    /// <param name="title">What is being done.</param>
    /// <param name="work">The work; it is handed a function to call with the share done, 0 to 1.</param>
    /// <typeparam name="T">What the work returns.</typeparam>
    public T Progress<T>(string title, Func<Action<double>, T> work)
    {
        if (quiet) return work(static _ => { });
        if (!terminal.ErrorIsRich) return work(new PlainProgress(terminal.Error, title).Show);
        return terminal.ErrorConsole().Progress().AutoClear(true).HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .Start(bars =>
            {
                var bar = bars.AddTask(Markup.Escape(title), maxValue: 1);
                return work(share => bar.Value = share);
            });
    }
}
