namespace Bulwark.Simulation.Documents;

/// <summary>A file cannot be used. Carries every problem found, not only the first.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Makes an exception without problems; use the other constructor.</summary>
    public DocumentException()
        : this([])
    {
    }

    /// <summary>Makes an exception with a message and no place.</summary>
    /// <param name="message">What is wrong.</param>
    public DocumentException(string message)
        : this([new Problem("", 0, 0, Severity.Error, message)])
    {
    }

    /// <summary>Makes an exception with a message, a cause and no place.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public DocumentException(string message, Exception innerException)
        : base(message, innerException) => Problems = [new Problem("", 0, 0, Severity.Error, message)];

    /// <summary>Makes an exception of all the problems of a file.</summary>
    /// <param name="problems">The problems, in the order of the file.</param>
    public DocumentException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>The problems, in the order of the file; warnings are among them.</summary>
    public IReadOnlyList<Problem> Problems { get; }
}
