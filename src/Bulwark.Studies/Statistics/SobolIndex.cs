namespace Bulwark.Studies.Statistics;

/// <summary>How much of the spread of an answer one factor explains. Immutable.</summary>
/// <param name="First">Share explained by the factor by itself; below the total.</param>
/// <param name="Total">Share that the factor has a part in, together with others; what would go if it were known.</param>
public readonly record struct SobolIndex(Estimate First, Estimate Total);
