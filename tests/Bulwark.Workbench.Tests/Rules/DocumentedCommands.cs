using System.Text.RegularExpressions;

namespace Bulwark.Workbench.Tests.Rules;

/// <summary>Finds the commands that a Markdown document shows.</summary>
internal static partial class DocumentedCommands
{
    /// <summary>A command of a block.</summary>
    /// <param name="Line">Line of the document, from 1.</param>
    /// <param name="Text">The command without prompt, continuation lines joined.</param>
    /// <param name="ExitCode">The exit code it must have.</param>
    /// <param name="NotRun">Why it is not run, or null.</param>
    public sealed record Command(int Line, string Text, int ExitCode, string? NotRun);

    /// <summary>
    /// All commands of blocks fenced as sh, bash or console, in order. In a console block only lines that begin with "$ " are commands, if
    /// any does. A comment right before the block says what is special: <c>exits 2</c>, or <c>not run: reason</c>.
    /// </summary>
    public static List<Command> Find(string markdown)
    {
        var commands = new List<Command>();
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var comment = "";
        for (var index = 0; index < lines.Length; index++)
        {
            var fence = Fence().Match(lines[index]);
            if (!fence.Success)
            {
                if (!string.IsNullOrWhiteSpace(lines[index])) comment = lines[index].Trim();
                continue;
            }

            var end = index + 1;
            while (end < lines.Length && lines[end].Trim() != fence.Groups["fence"].Value) end++;
            if (fence.Groups["language"].Value is "sh" or "bash" or "shell" or "console") AddBlock(commands, lines, index + 1, end, comment);
            comment = "";
            index = end;
        }

        return commands;
    }

    private static void AddBlock(List<Command> commands, string[] lines, int from, int to, string comment)
    {
        var exit = Exits().Match(comment) is { Success: true } match ? int.Parse(match.Groups["code"].Value) : 0;
        var reason = NotRun().Match(comment) is { Success: true } skipped ? skipped.Groups["reason"].Value : null;
        var prompted = lines.Skip(from).Take(to - from).Any(static line => line.TrimStart().StartsWith("$ ", StringComparison.Ordinal));
        for (var index = from; index < to; index++)
        {
            var (line, text) = (index + 1, lines[index].Trim());
            if (text.Length == 0 || text[0] == '#' || (prompted && !text.StartsWith("$ ", StringComparison.Ordinal))) continue;
            if (prompted) text = text[2..];
            while (text.EndsWith('\\') && index + 1 < to) text = text[..^1].TrimEnd() + " " + lines[++index].Trim();
            var remark = text.IndexOf(" # ", StringComparison.Ordinal);
            commands.Add(new Command(line, (remark < 0 ? text : text[..remark]).TrimEnd(), exit, reason));
        }
    }

    [GeneratedRegex(@"^\s*(?<fence>```+|~~~+)(?<language>\w*)\s*$", RegexOptions.None, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^<!--\s*exits (?<code>\d+)\s*-->$", RegexOptions.None, 1000)]
    private static partial Regex Exits();

    [GeneratedRegex(@"^<!--\s*not run: (?<reason>.+?)\s*-->$", RegexOptions.None, 1000)]
    private static partial Regex NotRun();
}
