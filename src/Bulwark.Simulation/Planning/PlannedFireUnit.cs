using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Magazines;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>A fire unit with its models made ready. Immutable.</summary>
public sealed class PlannedFireUnit
{
    internal PlannedFireUnit(int index, int battery, Battery owner, FireUnit unit, PlannedRadar engagement, PlannedLine[] lines, int sharedNode)
    {
        Index = index;
        Battery = battery;
        Unit = unit;
        PlacedEngagement = engagement;
        Lines = lines;
        SharedNode = sharedNode;
        Places = [this];
        Id = unit.Id.Length == 0 ? owner.Id : $"{owner.Id}/{unit.Id}";
        Name = unit.Id.Length == 0 ? owner.Name : $"{owner.Name}, {unit.Id}";
        Limits = unit.Limits ?? new UnitLimits(owner.Limits.Targets, owner.Limits.Missiles);
        Doctrine = unit.Doctrine ?? owner.Doctrine;
        HoldOff = SimDuration.FromSeconds(owner.Doctrine.HoldOffS);
        Computer = new FireUnitGeometry(engagement, lines);
        FireControlFilter = new SingleTargetFilter(
            owner.Tracker,
            new SensorDescription(engagement.Site.Frame, unit.Engagement.RevisitPeriodS, unit.Engagement.MeasuresElevation));
    }

    /// <summary>Index in the plan.</summary>
    public int Index { get; }

    /// <summary>Index of the battery it belongs to.</summary>
    public int Battery { get; }

    /// <summary>Identifier: the battery's, followed by its name there when the battery has several.</summary>
    public string Id { get; }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>The fire unit of the scenario.</summary>
    public FireUnit Unit { get; }

    /// <summary>Index of the node whose phased array also guides for it, and so shares its time between the two; -1 for none.</summary>
    public int SharedNode { get; }

    /// <summary>The engagement radar on its site with what surrounds it.</summary>
    public PlannedRadar PlacedEngagement { get; }

    /// <summary>The engagement radar.</summary>
    public RadarModel Engagement => PlacedEngagement.Model;

    /// <summary>The lines of its magazine.</summary>
    public PlannedLine[] Lines { get; }

    /// <summary>Its channels.</summary>
    public UnitLimits Limits { get; }

    /// <summary>How it fights.</summary>
    public EngagementDoctrine Doctrine { get; }

    /// <summary>Whether its radar can see and its rounds can reach a track.</summary>
    public IFireUnitGeometry Geometry => Computer;

    /// <summary>The same unit at every place that orders send it to: first where it stands at the start.</summary>
    public IReadOnlyList<PlannedFireUnit> Places { get; private set; }

    internal SimDuration HoldOff { get; }

    internal FireUnitGeometry Computer { get; }

    internal SingleTargetFilter FireControlFilter { get; }

    internal void AddPlace(PlannedFireUnit place) => Places = [.. Places, place];

    internal FireUnitState NewState() => new(Limits.Targets, new Magazine(
        [.. Unit.Launchers.Select(static group => new MagazineGroup(group.Count, [.. group.Load.Select(static load => new LineLoad(load.PerLauncher, load.Store))]))],
        Unit.ReloadVehicles));
}
