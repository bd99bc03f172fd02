using System.Runtime.CompilerServices;
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

    /// <summary>Radars kept ready for the next replication of the same surroundings.</summary>
    private const int MostKept = 32;

    // Replications of a scenario share its surroundings, and with them its radars on their sites: calibration, loss of the path, horizon.
    private static readonly ConditionalWeakTable<Surroundings, List<(Key Key, PlannedRadar Radar)>> Known = [];

    private readonly Lazy<TileStore?> _store;
    private readonly Surroundings _surroundings;
    private readonly int _threads;

    /// <summary>Prepares to work out what surrounds sites.</summary>
    public SiteHorizons(Surroundings surroundings, int threads)
    {
        _surroundings = surroundings;
        _threads = threads;
        _store = new Lazy<TileStore?>(() => _surroundings.TerrainFolder is { } folder ? TileStore.Open(folder, new TileStoreOptions { Threads = _threads }) : null);
    }

    /// <summary>The ground, opened when it is first asked for; null for the smooth Earth.</summary>
    /// <exception cref="TerrainException">The terrain cannot be used.</exception>
    public IElevationField? Ground => Store;

    /// <summary>What stands in for unknown ground, metres; not a number when nothing does.</summary>
    public double UnknownM => _surroundings.TerrainGaps == MissingTerrain.SmoothEarth ? 0 : double.NaN;

    private TileStore? Store => _store.Value;

    /// <summary>A radar on its site with its surroundings: kept from before, or worked out now.</summary>
    /// <exception cref="TerrainException">The terrain cannot be used.</exception>
    public PlannedRadar Place(RadarParameters radar, GeodeticPoint position, double facingRad)
    {
        var kept = Known.GetOrCreateValue(_surroundings);
        var key = new Key(radar, position, facingRad);
        lock (kept)
        {
            var index = kept.FindIndex(one => one.Key == key);
            var found = index >= 0 ? kept[index] : (key, WorkOut(radar, position, facingRad));
            if (index >= 0) kept.RemoveAt(index);
            kept.Add(found);
            if (kept.Count > MostKept) kept.RemoveAt(0);
            return found.Item2;
        }
    }

    private PlannedRadar WorkOut(RadarParameters radar, GeodeticPoint position, double facingRad)
    {
        var site = new RadarSite(position, radar.AntennaHeightM, facingRad);
        var horizon = Store is null ? null : Horizon(site, position, radar.InstrumentedRangeM);
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
        var window = Store!.ReadWindow(Covered(Store, position, reachM), spacingM);
        var options = new HorizonOptions { MaxRangeM = reachM, Missing = _surroundings.TerrainGaps, MaxThreads = _threads };
        return HorizonProfile.Compute(site.Frame, window.Grid, options);
    }

    private sealed record Key(RadarParameters Radar, GeodeticPoint Position, double FacingRad);
}
