using Bulwark.Core.Terrain;
using Bulwark.Sensing.Signatures;
using Bulwark.Simulation.Scenarios;

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

    /// <summary>Radar cross-section of the target, m², positive; for all sets unless there is a <see cref="TargetSignature"/>.</summary>
    public required double TargetRcsM2 { get; init; }

    /// <summary>Cross-sections of the target by band, of which those of the nose count; null for <see cref="TargetRcsM2"/> in every band.</summary>
    public SignatureModel? TargetSignature { get; init; }

    /// <summary>Speed of the target, m/s, not negative: it flies straight at each radar, which is what a canceller goes by. Only clutter asks for it.</summary>
    public double TargetSpeedMPerS { get; init; } = 250;

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

    /// <summary>
    /// Air, weather, reflecting surface and clutter, as in a scenario, and what stands in for unknown ground (counted either way). Its
    /// folder of terrain is not used: see <see cref="Terrain"/>. Sets without a known frequency feel none of it.
    /// </summary>
    public Surroundings Surroundings { get; init; } = new();

    /// <summary>Jammers that send noise all the time. Sets without a known frequency and noise temperature are not jammed.</summary>
    public IReadOnlyList<CoverageJammer> Jammers { get; init; } = [];

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
}
