namespace Bulwark.Studies.Verification;

/// <summary>The outcome of a verification. Immutable.</summary>
/// <param name="Entries">One for each comparison and experiment, in the order of the registry.</param>
/// <param name="UnknownTables">Tables that no model answers to.</param>
/// <param name="MissingTables">Names of tables that a model answers to and the folder does not hold.</param>
public sealed record VerificationResult(IReadOnlyList<VerificationEntry> Entries, IReadOnlyList<ReferenceProblem> UnknownTables, IReadOnlyList<string> MissingTables)
{
    /// <summary>Whether everything was usable and within tolerance.</summary>
    public bool IsInOrder => Entries.All(static entry => entry.IsInOrder);

    /// <summary>Number of values compared.</summary>
    public int Values => Entries.Sum(static entry => entry.Lines.Sum(static line => line.Cases));
}
