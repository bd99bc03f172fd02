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
    /// <exception cref="ArgumentException">A figure of the scenario is outside a model's valid range.</exception>
    public static RunPlan Plan(Scenario scenario, RunOptions options)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(options);
        var random = new RandomNames(options.Seed ?? scenario.Seed, options.Replication);
        var nodes = new List<PlannedNode>();
        var batteries = new List<PlannedBattery>();
        foreach (var battery in scenario.Batteries)
        {
            batteries.Add(PlanBattery(battery, nodes.Count, options.Threads));
            var tracker = battery.Tracker with { MaximumTracks = battery.Limits.Tracks };
            nodes.Add(PlanNode(nodes.Count, battery.Id, battery.Name, battery.Acquisition, battery.Position, battery.FacingRad, tracker, random));
        }

        foreach (var site in scenario.Surveillance)
        {
            nodes.Add(PlanNode(nodes.Count, site.Id, site.Name, site.Radar, site.Position, site.FacingRad, site.Tracker, random));
        }

        var areas = scenario.Assets.Select(static asset => new ProtectedArea(Wgs84.ToEcef(asset.Position), asset.RadiusM, asset.ValueRatio));
        return new RunPlan(scenario, random, GroupPlanner.Plan(scenario.Groups, random), [.. nodes], [.. batteries], [.. areas]);
    }

    private static PlannedBattery PlanBattery(Battery battery, int node, int threads)
    {
        var site = new RadarSite(battery.Position, battery.Engagement.AntennaHeightM, battery.FacingRad);
        return new PlannedBattery(battery, node, new RadarModel(battery.Engagement), site, FlyoutTables.For(battery.Round, threads));
    }

    private static PlannedNode PlanNode(
        int index,
        string id,
        string name,
        RadarParameters radar,
        GeodeticPoint position,
        double facingRad,
        TrackerParameters tracker,
        RandomNames random)
    {
        var site = new RadarSite(position, radar.AntennaHeightM, facingRad);
        var luck = random.Open(index, RandomPurpose.RadarBias);
        return new PlannedNode(index, id, name, new RadarModel(radar), site, RadarBias.Draw(radar, ref luck), tracker);
    }
}
