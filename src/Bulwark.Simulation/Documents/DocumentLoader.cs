using System.Globalization;
using Bulwark.Core.Units;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Bulwark.Simulation.Documents;

/// <summary>
/// Builds the nodes of a YAML file from the parser's events, within <see cref="DocumentLimits"/>. Only the plain part of YAML is
/// accepted: no anchors, aliases, tags or several documents in a file, because they hide what a file says and let a short file become
/// a huge one. The nodes are built without recursion, so nesting cannot exhaust the stack.
/// </summary>
public static class DocumentLoader
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <param name="limits">What it may ask of the reader; the default limits when null.</param>
    /// <returns>The top node, or null when the file cannot be read; a mapping or list may be returned beside reported problems.</returns>
    public static DocumentNode? LoadFile(string path, ProblemList problems, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        var name = path.Replace('\\', '/');
        return DocumentBytes.ReadFile(path, name, limits, problems) is { } text ? LoadText(text, name, problems, limits) : null;
    }

    /// <summary>Reads a text.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <param name="limits">What it may ask of the reader; the default limits when null.</param>
    /// <returns>The top node, or null when the text cannot be read.</returns>
    public static DocumentNode? LoadText(string text, string name, ProblemList problems, DocumentLimits? limits = null)
    {
        limits ??= DocumentLimits.Default;
        if (text.Length > limits.MaximumBytes)
        {
            problems.Error(new DocumentPlace(name, 0, 0), "the file is too long", $"at most {limits.MaximumBytes} bytes");
            return null;
        }

        if (!CheckCharacters(text, name, problems)) return null;
        var builder = new NodeBuilder(name, problems, limits);
        using var reader = new StringReader(text);
        var parser = new Parser(reader);
        try
        {
            while (parser.MoveNext())
            {
                if (!builder.Take(parser.Current!)) return null;
            }
        }
        catch (YamlException exception)
        {
            ReportSyntax(exception, text, name, problems);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or OverflowException or FormatException)
        {
            // The scanner lets a few base exceptions escape on malformed escapes and directives instead of wrapping them.
            var mark = parser.Current?.End ?? Mark.Empty;
            problems.Error(Place(name, mark), "this is not valid YAML from here on", "", "look for wrong indentation, an unclosed quote or bracket, or a wrong escape here and on the next line");
            return null;
        }

        if (builder.Root is not (null or ScalarNode { IsNothing: true })) return builder.Root;
        problems.Error(new DocumentPlace(name, 1, 1), "the file is empty", "a mapping that begins with the key 'bulwark'", "'bulwark new' writes a file to start from");
        return null;
    }

    internal static DocumentPlace Place(string name, Mark mark) => new(name, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column));

    private static bool CheckCharacters(string text, string name, ProblemList problems)
    {
        var at = text.AsSpan().IndexOfAny(ControlCharacters);
        if (at < 0) return true;
        var line = text.AsSpan(0, at).Count('\n') + 1;
        var column = at - text.AsSpan(0, at).LastIndexOf('\n');
        var code = ((int)text[at]).ToString("X4", CultureInfo.InvariantCulture);
        problems.Error(new DocumentPlace(name, line, column), $"control character U+{code}", "text", "is this a text file?");
        return false;
    }

    private static readonly System.Buffers.SearchValues<char> ControlCharacters = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r' or '\u0085'))]);

    private static void ReportSyntax(YamlException exception, string text, string name, ProblemList problems)
    {
        var place = Place(name, exception.Start);
        // The scanner blames the value before the tab, so the line after it is looked at as well.
        var last = (int)Math.Clamp(exception.End.Line, place.Line, place.Line + 2) + 1;
        for (var number = place.Line; number <= last; number++)
        {
            var candidate = LineOf(text, number);
            var tab = candidate.AsSpan(0, candidate.Length - candidate.AsSpan().TrimStart().Length).IndexOf('\t');
            if (tab < 0) continue;
            problems.Error(new DocumentPlace(name, number, tab + 1), "a tab in the indentation", "spaces", "set your editor to indent YAML with spaces");
            return;
        }

        var line = LineOf(text, place.Line);
        var message = exception.Message;
        // Older scanner messages repeat their own position in front.
        var afterPosition = message.StartsWith('(') ? message.IndexOf("): ", StringComparison.Ordinal) : -1;
        if (afterPosition >= 0) message = message[(afterPosition + 3)..];
        message = string.Join(' ', message.Split(['\r', '\n', '\t', ' '], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');
        var hint = line.Contains(": ", StringComparison.Ordinal) && line.Split(": ").Length > 2 ? "put a value that contains ': ' in quotes" : "look for wrong indentation, an unclosed quote or bracket just above";
        problems.Error(place, $"not valid YAML: {(message.Length > 160 ? message[..160] + "…" : message)}", "", hint);
    }

    private static string LineOf(string text, int number)
    {
        var reader = new StringReader(text);
        for (var i = 1; i < number; i++) _ = reader.ReadLine();
        return reader.ReadLine() ?? "";
    }
}
