using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// A scenario made ready to run: routes turned into trajectory segments, radars into calibrated models, rounds into fly-out tables.
/// Nothing in it changes during a run, so snapshots and branches share it.
/// </summary>
public sealed class RunPlan
{
    internal RunPlan(Scenario scenario, RandomNames random, PlannedTarget[] targets, PlannedNode[] nodes, PlannedPicture[] pictures, PlannedBattery[] batteries, PlannedOrder[] orders, PlannedDoctrine?[] doctrines, PlannedFault[] faults, PlannedNetwork? network, ProtectedArea[] areas, SiteHorizons horizons)
    {
        Scenario = scenario;
        Random = random;
        Targets = targets;
        Nodes = nodes;
        Pictures = pictures;
        Batteries = batteries;
        FireUnits = [.. batteries.SelectMany(static battery => battery.Units)];
        Orders = orders;
        Doctrines = doctrines;
        Faults = faults;
        Network = network;
        Areas = areas;
        Horizons = horizons;
        Jammers = new JammerSky(targets);
        Debris = new DebrisField(scenario.Assets, horizons, random);
    }

    /// <summary>The same plan with the flights as they were flown, for whoever looks back at a run; itself when no flight depends on the run.</summary>
    internal RunPlan WithFlown(PlannedTarget[] flown) =>
        Array.Exists(Targets, static target => target.Homing is not null) ? new RunPlan(Scenario, Random, [.. flown], Nodes, Pictures, Batteries, Orders, Doctrines, Faults, Network, Areas, Horizons) : this;

    /// <summary>The scenario.</summary>
    public Scenario Scenario { get; }

    /// <summary>Opens the run's random streams.</summary>
    public RandomNames Random { get; }

    /// <summary>When the run ends.</summary>
    public SimTime End => SimTime.Start + Scenario.Duration;

    /// <summary>Every aircraft and missile of the scenario's groups, in the scenario's order.</summary>
    public PlannedTarget[] Targets { get; }

    /// <summary>Every rotating radar with its tracker: first the batteries', then the surveillance sites'.</summary>
    public PlannedNode[] Nodes { get; }

    /// <summary>The batteries.</summary>
    public PlannedBattery[] Batteries { get; }

    /// <summary>The fire units of all batteries, battery by battery.</summary>
    public PlannedFireUnit[] FireUnits { get; }

    /// <summary>The pictures: one for each battery, then one for each surveillance site, then, where something is shared, one for each command post.</summary>
    public PlannedPicture[] Pictures { get; }

    /// <summary>The orders, one for each unit.</summary>
    public PlannedOrder[] Orders { get; }

    /// <summary>By picture, how its unit behaves; null for one whose doctrine says nothing about that.</summary>
    public PlannedDoctrine?[] Doctrines { get; }

    /// <summary>What happens to nodes and links: at a time, or when attackers reach one.</summary>
    public PlannedFault[] Faults { get; }

    /// <summary>The network; null when nothing is shared.</summary>
    public PlannedNetwork? Network { get; }

    /// <summary>The jammers among the targets.</summary>
    public JammerSky Jammers { get; }

    /// <summary>The defended assets as command knows them.</summary>
    public ProtectedArea[] Areas { get; }

    /// <summary>Where what breaks up comes down.</summary>
    internal DebrisField Debris { get; }

    /// <summary>What was planned with, for plans of other replications.</summary>
    internal SiteHorizons Horizons { get; }
}
