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
        foreach (var post in NetworkPlanner.Shared(scenario)?.Posts ?? []) planner.Add(post);
        var orders = new OrderPlanner(planner, scenario).Plan();
        var doctrines = new DoctrinePlanner(planner, horizons, scenario).Plan();
        var pictures = planner.Pictures;
        var network = NetworkPlanner.Plan(scenario, pictures, planner.Nodes, planner.Batteries);
        var faults = new FaultPlanner(scenario, pictures, planner.Nodes, planner.Batteries, network).Plan();
        var areas = scenario.Assets.Select(static asset => new ProtectedArea(Wgs84.ToEcef(asset.Position), asset.RadiusM, asset.ValueRatio));
        return new RunPlan(scenario, random, Targets(scenario, horizons, random, planner.Nodes, pictures, planner.Batteries), planner.Nodes, pictures, planner.Batteries, orders, doctrines, faults, network, [.. areas], horizons);
    }

    /// <summary>
    /// Plans the same scenario with other luck: only what is drawn at random is made anew, and the models are shared. The same as a
    /// plan from the start, at a fraction of the cost.
    /// </summary>
    /// <param name="plan">A plan of the scenario.</param>
    /// <param name="seed">Seed of the other run.</param>
    /// <param name="replication">Number of its replication.</param>
    public static RunPlan Again(RunPlan plan, ulong seed, uint replication)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var random = new RandomNames(seed, replication);
        PlannedNode[] nodes = [.. plan.Nodes.Select(node => BatteryPlanner.Again(node, random))];
        return new RunPlan(plan.Scenario, random, Targets(plan.Scenario, plan.Horizons, random, nodes, plan.Pictures, plan.Batteries), nodes, plan.Pictures, plan.Batteries, plan.Orders, plan.Doctrines, plan.Faults, plan.Network, plan.Areas, plan.Horizons);
    }

    private static PlannedTarget[] Targets(Scenario scenario, SiteHorizons horizons, RandomNames random, PlannedNode[] nodes, PlannedPicture[] pictures, PlannedBattery[] batteries)
    {
        var routed = GroupPlanner.Plan([.. scenario.Groups, .. RaidGenerator.Draw(scenario.Raids, random)], horizons, random);
        return HomingPlanner.Add(routed, scenario.Groups, nodes, pictures, batteries);
    }
}
