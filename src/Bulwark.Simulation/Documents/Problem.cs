using System.Text;

namespace Bulwark.Simulation.Documents;

/// <summary>One thing wrong with a file, with its place, in words for the person who wrote the file. Immutable.</summary>
/// <param name="File">The file as it was named by the caller.</param>
/// <param name="Line">Line, from 1; 0 when the problem has no place.</param>
/// <param name="Column">Column, from 1, in characters; 0 when the problem has no place.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What may stand there instead, or empty.</param>
/// <param name="Hint">What to do about it, or empty.</param>
public sealed record Problem(string File, int Line, int Column, Severity Severity, string Message, string Expected = "", string Hint = "")
{
    /// <summary>The problem on one line, as compilers print them: <c>file:line:column: error: message; expected …; hint</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(File);
        if (Line > 0) text.Append(':').Append(Line).Append(':').Append(Column);
        text.Append(Severity == Severity.Error ? ": error: " : ": warning: ").Append(Message);
        if (Expected.Length > 0) text.Append("; expected ").Append(Expected);
        if (Hint.Length > 0) text.Append("; ").Append(Hint);
        return text.ToString();
    }
}
