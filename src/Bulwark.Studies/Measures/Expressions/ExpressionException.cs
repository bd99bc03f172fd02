using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Studies.Measures.Expressions;

/// <summary>An expression cannot be read. Caught by whoever knows the file it stands in.</summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "The place is the point of it.")]
internal sealed class ExpressionException(int at, string message, string expected, string hint = "") : Exception(message)
{
    /// <summary>Where in the text, from 0.</summary>
    public int At { get; } = at;

    /// <summary>What may stand there instead.</summary>
    public string Expected { get; } = expected;

    /// <summary>What to do.</summary>
    public string Hint { get; } = hint;
}
