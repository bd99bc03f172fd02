namespace Bulwark.Operations.Identification;

/// <summary>Where a sequential test stands.</summary>
public enum SequentialDecision
{
    /// <summary>Not enough seen yet.</summary>
    Continue,

    /// <summary>The first hypothesis is taken for true.</summary>
    First,

    /// <summary>The second hypothesis is taken for true.</summary>
    Second,
}
