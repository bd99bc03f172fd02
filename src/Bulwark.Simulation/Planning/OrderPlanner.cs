using Bulwark.Core.Earth;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes orders ready: which radars and fire units each means, and where each of them stands after a move.</summary>
internal sealed class OrderPlanner(BatteryPlanner planner, Scenario scenario)
{
    public PlannedOrder[] Plan()
    {
        var orders = new List<PlannedOrder>();
        foreach (var order in scenario.Orders)
        {
            foreach (var unit in order.Units) orders.Add(Plan(order, unit));
        }

        return [.. orders];
    }

    private PlannedOrder Plan(UnitOrder order, string unit)
    {
        var emitters = new List<int>();
        var places = new List<int>();
        var picture = PictureOf(unit);
        var battery = picture < scenario.Batteries.Count ? picture : -1;
        var origin = battery >= 0 ? scenario.Batteries[battery].Position : scenario.Surveillance[picture - scenario.Batteries.Count].Position;
        foreach (var node in planner.NodesOf(picture))
        {
            if (battery >= 0 && !OrderScope.Holds(unit, scenario.Batteries[battery].Id, scenario.Batteries[battery].Radars[node.Ordinal].Id)) continue;
            emitters.Add(node.Node.Index);
            places.Add(order.To is { } to ? planner.AddPlace(node.Node, Moved(node.Position, origin, to), order.FacingRad) : 0);
        }

        if (battery >= 0)
        {
            foreach (var planned in planner.UnitsOf(battery))
            {
                if (!OrderScope.Holds(unit, scenario.Batteries[battery].Id, planned.Unit.Id)) continue;
                emitters.Add(planner.NodeCount + planned.Index);
                places.Add(order.To is { } to ? planner.AddPlace(planned, position => Moved(position, origin, to), order.FacingRad) : 0);
            }
        }

        return new PlannedOrder(order, battery, order.WhenOf is { } of ? PictureOf(of) : picture, [.. emitters], [.. places]) { Launchers = OrderScope.IsForLaunchers(order.Action) && battery >= 0 ? [.. Launchers(unit, battery)] : [] };
    }

    // In the order of the magazine: type after type.
    private IEnumerable<(int Unit, int Launcher)> Launchers(string unit, int battery)
    {
        var id = scenario.Batteries[battery].Id;
        foreach (var planned in planner.UnitsOf(battery))
        {
            var launcher = 0;
            foreach (var group in planned.Unit.Launchers)
            {
                var isMeant = OrderScope.Holds(unit, id, planned.Unit.Id) || unit == OrderScope.Launchers(id, planned.Unit.Id, group.Id);
                for (var last = launcher + group.Count; launcher < last; launcher++)
                {
                    if (isMeant) yield return (planned.Index, launcher);
                }
            }
        }
    }

    private int PictureOf(string unit)
    {
        for (var battery = 0; battery < scenario.Batteries.Count; battery++)
        {
            var id = scenario.Batteries[battery].Id;
            if (unit == id || unit.StartsWith(id + ".", StringComparison.Ordinal)) return battery;
        }

        return scenario.Batteries.Count + scenario.Surveillance.ToList().FindIndex(site => site.Id == unit);
    }

    // A battery keeps its layout: every part goes as far, in the same direction.
    private static GeodeticPoint Moved(GeodeticPoint part, GeodeticPoint origin, GeodeticPoint to)
    {
        var offset = Geodesic.Inverse(origin.WithHeight(0), part.WithHeight(0));
        return offset.DistanceM < 1 ? to : Geodesic.Direct(to, offset.AzimuthStartRad, offset.DistanceM).Point.WithHeight(to.HeightM);
    }
}
