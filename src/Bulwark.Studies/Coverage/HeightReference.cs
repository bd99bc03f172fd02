namespace Bulwark.Studies.Coverage;

/// <summary>From where the heights of a coverage study are counted.</summary>
public enum HeightReference
{
    /// <summary>Above the ground beneath the target: what a pilot who follows the terrain keeps.</summary>
    Ground,

    /// <summary>Above mean sea level.</summary>
    SeaLevel,
}
