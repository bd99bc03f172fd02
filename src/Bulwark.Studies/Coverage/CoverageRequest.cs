using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;

namespace Bulwark.Studies.Coverage;

/// <summary>What a coverage study is to find out. Immutable.</summary>
public sealed record CoverageRequest
{
    /// <summary>The radars, at least one.</summary>
    public required IReadOnlyList<CoverageRadar> Radars { get; init; }

    /// <summary>Heights of the target, metres, at least one.</summary>
    public required IReadOnlyList<double> HeightsM { get; init; }

    /// <summary>From where the heights are counted.</summary>
    public HeightReference Reference { get; init; } = HeightReference.Ground;

    /// <summary>Radar cross-section of the target, m², positive.</summary>
    public required double TargetRcsM2 { get; init; }

    /// <summary>Name of the target for maps.</summary>
    public string TargetName { get; init; } = "";

    /// <summary>Probability of detection from which a place counts as covered, above 0 and below 1.</summary>
    public double ThresholdProbability { get; init; } = 0.5;

    /// <summary>How the radars are taken together.</summary>
    public Combination Combination { get; init; } = Combination.Any;

    /// <summary>Radius of the area about the middle of the radars, metres; null for a little more than the range ring.</summary>
    public double? RadiusM { get; init; }

    /// <summary>Side of the cells, metres; null for a four-hundredth of the radius.</summary>
    public double? CellM { get; init; }

    /// <summary>Air and weather; null for free space, as the calibrated sets of a run see it. Sets without a known frequency feel neither.</summary>
    public CoverageWeather? Weather { get; init; }

    /// <summary>Effective Earth factor k, positive.</summary>
    public double EffectiveEarthFactorRatio { get; init; } = 4.0 / 3.0;

    /// <summary>
    /// The terrain, heights above mean sea level, over the whole of the area (see <see cref="CoverageStudy.AreaOf"/>); null for the smooth
    /// Earth. Heights above sea level are used as heights above the ellipsoid: over one map the geoid runs nearly parallel to it.
    /// </summary>
    public ElevationRaster? Terrain { get; init; }

    /// <summary>The same ground as finely as it is known, not resampled, for rays to single places; null to use <see cref="Terrain"/>.</summary>
    public IElevationField? FineTerrain { get; init; }

    /// <summary>One line about the terrain for maps: tiles, spacing, datum.</summary>
    public string TerrainDescription { get; init; } = "";

    /// <summary>What stands in for ground whose height is not known; it is counted either way.</summary>
    public MissingTerrain MissingTerrain { get; init; } = MissingTerrain.Unknown;
}
