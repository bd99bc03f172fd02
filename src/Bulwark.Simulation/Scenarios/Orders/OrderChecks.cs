using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Orders;

/// <summary>Reports orders that their units cannot follow.</summary>
internal static class OrderChecks
{
    public static void Check(IReadOnlyList<UnitOrder> orders, IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites, ProblemList problems)
    {
        foreach (var order in orders)
        {
            if (order.Action is not (OrderAction.Move or OrderAction.Hide or OrderAction.Deploy)) continue;
            foreach (var unit in order.Units)
            {
                foreach (var (name, movement) in Parts(unit, batteries, sites))
                {
                    if (movement is null)
                        problems.Error(order.Place, $"nothing says how '{name}' moves", "a catalogue entry with deploy-time and road-speed", "or set them: 'set: {deploy-time: 5 min, road-speed: 60 km/h}'");
                }
            }
        }
    }

    private static IEnumerable<(string Name, Movement? Movement)> Parts(string unit, IReadOnlyList<Battery> batteries, IReadOnlyList<SurveillanceSite> sites)
    {
        foreach (var site in sites.Where(site => site.Id == unit)) yield return (site.Id, site.Movement);
        foreach (var battery in batteries)
        {
            foreach (var radar in battery.Radars.Where(radar => OrderScope.Holds(unit, battery.Id, radar.Id))) yield return ($"{battery.Id}.{radar.Id}", radar.Movement);
            foreach (var part in battery.FireUnits.Where(part => OrderScope.Holds(unit, battery.Id, part.Id))) yield return (part.Id.Length == 0 ? battery.Id : $"{battery.Id}.{part.Id}", part.Movement);
        }
    }
}
