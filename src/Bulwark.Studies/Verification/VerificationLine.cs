namespace Bulwark.Studies.Verification;

/// <summary>One line of the table of results: one quantity of one model under one tolerance. Immutable.</summary>
public sealed record VerificationLine
{
    /// <summary>The table or experiment it belongs to.</summary>
    public required string Name { get; init; }

    /// <summary>The model.</summary>
    public required string Model { get; init; }

    /// <summary>Where the reference values come from, in a few words.</summary>
    public required string Source { get; init; }

    /// <summary>The quantity.</summary>
    public required string Quantity { get; init; }

    /// <summary>Number of values compared.</summary>
    public required int Cases { get; init; }

    /// <summary>The worst error with its unit.</summary>
    public required string WorstError { get; init; }

    /// <summary>The worst error over what is allowed for its case; above 1, or not a number, is a failure.</summary>
    public required double WorstErrorRatio { get; init; }

    /// <summary>The case with the worst error.</summary>
    public required string WorstCase { get; init; }

    /// <summary>The tolerance in words.</summary>
    public required string Tolerance { get; init; }

    /// <summary>Whether every case is within its tolerance.</summary>
    public required bool IsWithin { get; init; }
}
