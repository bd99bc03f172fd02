namespace Bulwark.Studies.Files;

/// <summary>How likely the values of a factor are between its ends.</summary>
public enum FactorDistribution
{
    /// <summary>All alike.</summary>
    Uniform,

    /// <summary>All ratios alike.</summary>
    LogUniform,

    /// <summary>Rising in a straight line to the typical value and falling from there.</summary>
    Triangular,

    /// <summary>Smoothly bunched about the typical value.</summary>
    Pert,
}
