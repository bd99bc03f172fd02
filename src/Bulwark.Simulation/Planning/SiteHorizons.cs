using Bulwark.Core.Earth;
using Bulwark.Core.Terrain;
using Bulwark.Core.Terrain.Sight;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Works out what the terrain hides from each site of a run, once.</summary>
internal sealed class SiteHorizons
{
    /// <summary>Finest distance between posts that is worth its memory for a run.</summary>
    private const double FinestSpacingM = 90;

    /// <summary>Posts along a side of a site's area, so that it takes 150 MB at most.</summary>
    private const double MostPosts = 6000;

    private readonly TileStore? _store;
    private readonly Surroundings _surroundings;
    private readonly int _threads;

    /// <summary>Opens the scenario's terrain.</summary>
    /// <exception cref="TerrainException">The terrain cannot be used.</exception>
    public SiteHorizons(Surroundings surroundings, int threads)
    {
        _surroundings = surroundings;
        _threads = threads;
        if (surroundings.TerrainFolder is { } folder) _store = TileStore.Open(folder, new TileStoreOptions { Threads = threads });
    }

    /// <summary>The ground; null for the smooth Earth.</summary>
    public IElevationField? Ground => _store;

    /// <summary>What stands in for unknown ground, metres; not a number when nothing does.</summary>
    public double UnknownM => _surroundings.TerrainGaps == MissingTerrain.SmoothEarth ? 0 : double.NaN;

    /// <summary>A radar on its site with its surroundings.</summary>
    public PlannedRadar Place(RadarParameters radar, GeodeticPoint position, double facingRad)
    {
        var site = new RadarSite(position, radar.AntennaHeightM, facingRad);
        var horizon = _store is null ? null : Horizon(site, position, radar.InstrumentedRangeM);
        return new PlannedRadar(new RadarModel(radar), site, _surroundings.Around(radar, site, horizon));
    }

    // Only what the tiles cover is worth its memory; the rest is unknown either way.
    private static GeodeticBox Covered(TileStore store, GeodeticPoint position, double reachM)
    {
        var area = GeodeticBox.Around(position, reachM);
        List<GeodeticBox> tiles = [.. store.Tiles.Select(static tile => tile.Box).Where(area.Meets)];
        if (tiles.Count == 0) return GeodeticBox.Around(position, 1000);
        if (area.EastRad > Math.PI || area.WestRad < -Math.PI || tiles.Exists(static tile => tile.EastRad > Math.PI)) return area;
        return new GeodeticBox(
            Math.Max(area.SouthRad, tiles.Min(static tile => tile.SouthRad)),
            Math.Max(area.WestRad, tiles.Min(static tile => tile.WestRad)),
            Math.Min(area.NorthRad, tiles.Max(static tile => tile.NorthRad)),
            Math.Min(area.EastRad, tiles.Max(static tile => tile.EastRad)));
    }

    private HorizonProfile Horizon(RadarSite site, GeodeticPoint position, double reachM)
    {
        var spacingM = Math.Max(FinestSpacingM, 2 * reachM / MostPosts);
        var window = _store!.ReadWindow(Covered(_store, position, reachM), spacingM);
        var options = new HorizonOptions { MaxRangeM = reachM, Missing = _surroundings.TerrainGaps, MaxThreads = _threads };
        return HorizonProfile.Compute(site.Frame, window.Grid, options);
    }
}
