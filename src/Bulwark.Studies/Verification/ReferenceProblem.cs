namespace Bulwark.Studies.Verification;

/// <summary>Something in a reference table that cannot be used. Immutable.</summary>
/// <param name="File">File, as it was given or as it is embedded.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Column in characters, from 1; 0 when the whole line is meant.</param>
/// <param name="Message">What is wrong, what was expected, and what to do.</param>
public sealed record ReferenceProblem(string File, int Line, int Column, string Message)
{
    /// <summary>The problem as one line: <c>file:line:column: message</c>.</summary>
    public override string ToString() => Line == 0 ? $"{File}: {Message}" : $"{File}:{Line}:{Column}: {Message}";
}
