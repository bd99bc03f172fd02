using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes a scenario ready to run.</summary>
public static class RunPlanner
{
    /// <summary>Plans a run.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="options">How it will be run.</param>
    /// <returns>The plan; the same for any number of threads.</returns>
    /// <exception cref="Core.Terrain.TerrainException">The terrain cannot be used.</exception>
    /// <exception cref="Core.Terrain.Sight.UnknownGroundException">A radar stands on ground of unknown height.</exception>
    /// <exception cref="ArgumentException">A figure of the scenario is outside a model's valid range.</exception>
    public static RunPlan Plan(Scenario scenario, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var random = new RandomNames(options.Seed ?? scenario.Seed, options.Replication);
        var horizons = new SiteHorizons(scenario.Surroundings, options.Threads);
        var nodes = new List<PlannedNode>();
        var batteries = new List<PlannedBattery>();
        foreach (var battery in scenario.Batteries)
        {
            batteries.Add(PlanBattery(battery, nodes.Count, horizons, options.Threads));
            var tracker = battery.Tracker with { MaximumTracks = battery.Limits.Tracks };
            nodes.Add(PlanNode(nodes.Count, battery.Id, battery.Name, horizons.Place(battery.Acquisition, battery.Position, battery.FacingRad), tracker, random));
        }

        foreach (var site in scenario.Surveillance)
        {
            nodes.Add(PlanNode(nodes.Count, site.Id, site.Name, horizons.Place(site.Radar, site.Position, site.FacingRad), site.Tracker, random));
        }

        var areas = scenario.Assets.Select(static asset => new ProtectedArea(Wgs84.ToEcef(asset.Position), asset.RadiusM, asset.ValueRatio));
        return new RunPlan(scenario, random, GroupPlanner.Plan([.. scenario.Groups, .. RaidGenerator.Draw(scenario.Raids, random)], random), [.. nodes], [.. batteries], [.. areas]);
    }

    private static PlannedBattery PlanBattery(Battery battery, int node, SiteHorizons horizons, int threads) =>
        new(battery, node, horizons.Place(battery.Engagement, battery.Position, battery.FacingRad), FlyoutTables.For(battery.Round, threads));

    private static PlannedNode PlanNode(int index, string id, string name, PlannedRadar radar, TrackerParameters tracker, RandomNames random)
    {
        var luck = random.Open(index, RandomPurpose.RadarBias);
        return new PlannedNode(index, id, name, radar, RadarBias.Draw(radar.Model.Parameters, ref luck), tracker);
    }
}
