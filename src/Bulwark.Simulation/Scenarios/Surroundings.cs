using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Terrain, air, weather and surface of a scenario, the same for all radars. Immutable.</summary>
public sealed record Surroundings
{
    /// <summary>Folder of terrain tiles; null for the smooth Earth.</summary>
    public string? TerrainFolder { get; init; }

    /// <summary>What stands in for ground whose height is unknown.</summary>
    public MissingTerrain TerrainGaps { get; init; } = MissingTerrain.Unknown;

    /// <summary>Air and weather; the frequency and the antenna's height are each radar's own. Null to reckon without air.</summary>
    public PropagationConditions? Air { get; init; } = new() { FrequencyHz = 1e9, AntennaHeightM = 0 };

    /// <summary>The surface that reflects the radars' waves; null to reckon without reflections.</summary>
    public ReflectingSurface? Surface { get; init; }

    /// <summary>Sea state whose echoes compete with targets; null for none. At most one of this and <see cref="LandClutter"/>.</summary>
    public int? SeaClutterState { get; init; }

    /// <summary>Class of ground whose echoes compete with targets; null for none.</summary>
    public LandSurface? LandClutter { get; init; }

    /// <summary>What of it stands round one set on its site.</summary>
    /// <param name="radar">The set.</param>
    /// <param name="site">Where it stands.</param>
    /// <param name="horizon">What the ground hides; null for the smooth Earth.</param>
    /// <exception cref="ArgumentException">A figure is outside the range of a model.</exception>
    public RadarSurroundings Around(RadarParameters radar, RadarSite site, HorizonProfile? horizon = null)
    {
        var clutter = SeaClutterState is { } state ? SurfaceClutter.OfSea(radar, site, state)
            : LandClutter is { } land ? SurfaceClutter.OfLand(radar, site, land)
            : null;
        return new RadarSurroundings(radar, site, horizon, Air, Surface, clutter);
    }

    /// <summary>In one line for reports.</summary>
    public string Words
    {
        get
        {
            var ground = TerrainFolder is null
                ? "smooth Earth (no terrain was given: hills and valleys would hide more)"
                : $"terrain from {Path.GetFileName(Path.TrimEndingDirectorySeparator(TerrainFolder))}, gaps {(TerrainGaps == MissingTerrain.Unknown ? "unknown" : "taken as smooth Earth")}";
            var air = Air is null ? "no air" : Air.RainRateMPerS > 0 ? $"rain of {Air.RainRateMPerS / RainAttenuation.MillimetrePerHourMPerS:0.#} mm/h" : Air.CloudDensityKgPerM3 > 0 ? "cloud" : "clear air";
            var surface = Surface is null ? "no reflections from the surface" : Surface.IsSea ? "reflections from the sea" : "reflections from flat land";
            var clutter = SeaClutterState is { } state ? $"sea clutter of state {state}" : LandClutter is { } land ? $"land clutter, {land}" : "no clutter";
            return $"{ground}; {air}; {surface}; {clutter}";
        }
    }
}
