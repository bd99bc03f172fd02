namespace Bulwark.Studies.Results;

/// <summary>Results could not be written. The message says what, where and what to do; nothing half-written is left.</summary>
public sealed class ResultsException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public ResultsException()
        : this("Results could not be written.")
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    public ResultsException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened, where, and what to do.</param>
    /// <param name="innerException">What the system said.</param>
    public ResultsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
