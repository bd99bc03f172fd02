using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Core.Units;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>The keys of terrain, weather and surface.</summary>
internal static class SurroundingsKeys
{
    private const int Sea = 100;
    private const string NoTerrain = "none";
    private const string ExpectedTerrain = "'none', or a folder of tiles (SRTM .hgt, DTED or GeoTIFF) relative to this file";

    public static readonly TextKey Terrain = new("terrain", "A folder of terrain tiles, relative to this file; 'none' is the smooth Earth, said openly because it flatters radars over land.") { IsRequired = true };
    public static readonly ChoiceKey<MissingTerrain> Gaps = new(
        "terrain-gaps",
        [("unknown", MissingTerrain.Unknown), ("smooth", MissingTerrain.SmoothEarth)],
        "What stands in for ground whose height is unknown: nothing, so that what lies behind it is not seen and the record says why; or the smooth Earth, for missing tiles of the sea.")
    { DefaultText = "unknown" };

    private static readonly ChoiceKey<ReferenceClimate> Climate = new(
        "climate",
        [
            ("mean", ReferenceClimate.MeanGlobal),
            ("low-latitude", ReferenceClimate.LowLatitude),
            ("mid-latitude-summer", ReferenceClimate.MidLatitudeSummer),
            ("mid-latitude-winter", ReferenceClimate.MidLatitudeWinter),
            ("high-latitude-summer", ReferenceClimate.HighLatitudeSummer),
            ("high-latitude-winter", ReferenceClimate.HighLatitudeWinter),
        ],
        "Reference atmosphere of the ITU (P.835) for the gases' loss.")
    { DefaultText = "mean" };

    private static readonly QuantityKey Rain = new("rain", Dimension.Speed, "0 mm/h", "300 mm/h", "Rain rate, everywhere.") { DefaultText = "0 mm/h" };
    private static readonly QuantityKey RainTop = new("rain-top", Dimension.Length, "0 m", "10 km", "Height above the sea from which it rains.") { DefaultText = "4 km" };
    private static readonly QuantityKey Cloud = new("cloud-water", Dimension.None, "0", "5", "Liquid water of a cloud layer, grams per cubic metre.") { DefaultText = "0" };
    private static readonly QuantityKey CloudBase = new("cloud-base", Dimension.Length, "0 m", "12 km", "Lower edge of the cloud layer.") { DefaultText = "1 km" };
    private static readonly QuantityKey CloudTop = new("cloud-top", Dimension.Length, "10 m", "15 km", "Upper edge of the cloud layer.") { DefaultText = "2.5 km" };
    private static readonly ChoiceKey<bool?> Surface = new(
        "surface",
        [("none", null), ("sea", true), ("land", false)],
        "What reflects the radars' waves and makes lobes: nothing, the sea, or flat land.")
    { DefaultText = "none" };

    private static readonly QuantityKey Roughness = new("roughness", Dimension.Length, "0 m", "20 m", "Standard deviation of the surface's height; about a quarter of the significant wave height.") { DefaultText = "0.25 m" };

    private static readonly ChoiceKey<int> Clutter = new(
        "clutter",
        [("none", -1), ("sea", Sea), .. LandNames.All.Select(static land => (land.Name, (int)land.Surface))],
        "Whose echoes compete with low targets; only sets with a frequency and a canceller in the catalogue are reckoned.")
    { DefaultText = "none" };

    private static readonly IntegerKey SeaState = new("sea-state", 0, 6, "Sea state of the clutter.") { DefaultText = "3" };

    public static readonly KeySet WeatherKeys = new(
        "weather",
        "Air, weather and surface, the same for all radars.",
        [Climate, Rain, RainTop, Cloud, CloudBase, CloudTop, Surface, Roughness, Clutter, SeaState]);

    public static readonly SectionKey Weather = new("weather", WeatherKeys, "Air, weather and surface; clear air and no reflections when missing.");

    /// <summary>Reads terrain, weather and surface; the terrain is opened so that its problems are told with their place.</summary>
    public static (Surroundings Surroundings, IElevationField? Terrain) Read(MappingReader reader)
    {
        var surroundings = new Surroundings { TerrainGaps = reader.Get(Gaps) };
        var terrain = Open(reader, out var folder);
        surroundings = surroundings with { TerrainFolder = folder };
        return (reader.Section(Weather) is { } weather ? WithWeather(surroundings, weather) : surroundings, terrain);
    }

    private static TileStore? Open(MappingReader reader, out string? folder)
    {
        folder = null;
        var text = reader.Get(Terrain);
        if (text.Length == 0 || text == NoTerrain) return null;
        var path = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(reader.Place.File)) ?? "", text);
        if (!Directory.Exists(path) && !File.Exists(path))
        {
            reader.Problems.Error(reader.PlaceOf(Terrain), $"there is no terrain '{text}'", ExpectedTerrain);
            return null;
        }

        try
        {
            var store = TileStore.Open(path);
            folder = path;
            return store;
        }
        catch (Exception problem) when (problem is TerrainException or IOException or UnauthorizedAccessException)
        {
            reader.Problems.Error(reader.PlaceOf(Terrain), $"the terrain '{text}' cannot be used: {problem.Message}", ExpectedTerrain);
            return null;
        }
    }

    private static Surroundings WithWeather(Surroundings surroundings, MappingReader weather)
    {
        var (baseM, topM) = (weather.Get(CloudBase), weather.Get(CloudTop));
        if (baseM >= topM)
        {
            weather.Problems.Error(weather.PlaceOf(weather.Has(CloudTop) ? CloudTop : CloudBase), "the cloud's upper edge is not above its lower one", "cloud-base < cloud-top");
            return surroundings;
        }

        var clutter = weather.Get(Clutter);
        return surroundings with
        {
            SeaClutterState = clutter == Sea ? (int)weather.Get(SeaState) : null,
            LandClutter = clutter is >= 0 and not Sea ? (LandSurface)clutter : null,
            Air = surroundings.Air! with
            {
                Atmosphere = new ReferenceAtmosphere(weather.Get(Climate)),
                RainRateMPerS = weather.Get(Rain),
                RainTopM = weather.Get(RainTop),
                CloudDensityKgPerM3 = 1e-3 * weather.Get(Cloud),
                CloudBaseM = baseM,
                CloudTopM = topM,
            },
            Surface = weather.Get(Surface) is { } isSea ? new ReflectingSurface(isSea, weather.Get(Roughness)) : null,
        };
    }
}
