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
        var planner = new BatteryPlanner(horizons, random, options.Threads);
        foreach (var battery in scenario.Batteries) planner.Add(battery);
        foreach (var site in scenario.Surveillance) planner.Add(site);
        var orders = new OrderPlanner(planner, scenario).Plan();
        var areas = scenario.Assets.Select(static asset => new ProtectedArea(Wgs84.ToEcef(asset.Position), asset.RadiusM, asset.ValueRatio));
        var routed = GroupPlanner.Plan([.. scenario.Groups, .. RaidGenerator.Draw(scenario.Raids, random)], horizons, random);
        var targets = HomingPlanner.Add(routed, scenario.Groups, planner.Nodes, planner.Pictures, planner.Batteries);
        return new RunPlan(scenario, random, targets, planner.Nodes, planner.Pictures, planner.Batteries, orders, [.. areas]);
    }
}
