using Bulwark.Core.Earth;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes the behaviours of units ready: which radars and fire units they are about.</summary>
internal sealed class DoctrinePlanner(BatteryPlanner planner, Scenario scenario)
{
    /// <summary>By picture, what its unit does; null for one whose doctrine says nothing about that.</summary>
    public PlannedDoctrine?[] Plan()
    {
        var plans = new PlannedDoctrine?[planner.Pictures.Length];
        for (var picture = 0; picture < scenario.Batteries.Count + scenario.Surveillance.Count; picture++) plans[picture] = Plan(picture);
        return plans;
    }

    private PlannedDoctrine? Plan(int picture)
    {
        var battery = picture < scenario.Batteries.Count ? scenario.Batteries[picture] : null;
        var site = battery is null ? scenario.Surveillance[picture - scenario.Batteries.Count] : null;
        if ((battery?.Behaviours ?? site?.Behaviours) is not { } behaviours) return null;
        var rows = new List<int>();
        foreach (var (node, _, _) in planner.NodesOf(picture)) rows.Add(node.Index);
        if (battery is not null) rows.AddRange(planner.UnitsOf(picture).Select(unit => planner.NodeCount + unit.Index));
        return new PlannedDoctrine(picture, behaviours, [.. rows]) { Home = Wgs84.ToEcef(battery?.Position ?? site!.Position) };
    }
}
