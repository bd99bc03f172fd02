namespace Bulwark.Studies.Coverage;

/// <summary>Which reference atmosphere of Recommendation ITU-R P.835 the air is.</summary>
public enum CoverageSeason
{
    /// <summary>The mean annual global one.</summary>
    Mean,

    /// <summary>Summer at the radar's latitude.</summary>
    Summer,

    /// <summary>Winter at the radar's latitude.</summary>
    Winter,
}
