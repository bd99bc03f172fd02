namespace Bulwark.Core.Terrain.Sight;

/// <summary>What stands in for ground whose height is unknown. Unknown samples are counted either way.</summary>
public enum MissingTerrain
{
    /// <summary>Nothing: what depends on it is unknown, and says so.</summary>
    Unknown,

    /// <summary>The smooth Earth, height 0 of the terrain's datum. To be chosen knowingly: it hides nothing behind it but the horizon.</summary>
    SmoothEarth,
}
