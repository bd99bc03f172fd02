using System.Diagnostics.CodeAnalysis;

namespace Bulwark.Cli.Manner;

/// <summary>Something the user asked for cannot be done. The message says what, what was expected and what to do instead.</summary>
[SuppressMessage("Roslynator", "RCS1194:Implement exception constructors", Justification = "A message is the whole point of it.")]
public sealed class UsageException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What cannot be done, what was expected, and what to do.</param>
    public UsageException(string message)
        : base(message)
    {
    }
}
