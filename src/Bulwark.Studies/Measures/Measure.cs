namespace Bulwark.Studies.Measures;

/// <summary>A number that a study takes of every run. Immutable.</summary>
/// <param name="Name">Its name: small letters, digits and underscores, so that it can stand in tables and expressions.</param>
/// <param name="Description">What it is, in words; the expression for one of the study's own.</param>
/// <param name="IsTruth">Whether it is 1 or 0 in every run, so that its mean is a probability.</param>
public sealed record Measure(string Name, string Description, bool IsTruth)
{
    /// <summary>Whether it is never below zero, so that no interval of its mean reaches there.</summary>
    public bool IsNeverNegative { get; init; }
}
