using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Studies.Verification;

/// <summary>One row of a table cannot be used; the runner turns it into a <see cref="ReferenceProblem"/> and goes on with the next row.</summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "A place and a message are the whole point of it.")]
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never leaves the runner.")]
internal sealed class RowProblemException(int column, string message) : Exception(message)
{
    /// <summary>Column of the field in characters, from 1.</summary>
    public int Column { get; } = column;
}
