using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Turns groups into single targets: ranks side by side and one after another, each with its own flight.</summary>
internal static class GroupPlanner
{
    public static PlannedTarget[] Plan(IReadOnlyList<FlightGroup> groups, RandomNames random)
    {
        var targets = new List<PlannedTarget>();
        foreach (var group in groups)
        {
            var digits = Math.Max(2, group.Count.ToString().Length);
            for (var member = 0; member < group.Count; member++)
            {
                var id = $"{group.Id}-{(member + 1).ToString().PadLeft(digits, '0')}";
                targets.Add(PlanMember(targets.Count, id, group, member, random));
            }
        }

        return [.. targets];
    }

    private static PlannedTarget PlanMember(int index, string id, FlightGroup group, int member, RandomNames random)
    {
        var luck = random.Open(index, RandomPurpose.ScenarioSpread);
        var spread = new SimDuration((long)(group.StartSpread.Nanoseconds * luck.NextUnit()));
        var (lateralM, behind) = FormationLayout.Offset(group, member, ref luck);
        var start = group.Start + behind + spread;

        var route = new RoutePoint[group.Route.Count];
        for (var point = 0; point < route.Length; point++)
        {
            route[point] = new RoutePoint(Shifted(group.Route, point, lateralM), group.Route[point].SpeedMPerS);
        }

        var segments = RouteBuilder.Build(route, group.Class.TurnLoadMPerS2, start);
        var (departs, reason) = group.Objective is null
            ? (segments[^1].End, DepartureReason.RouteEnded)
            : (RouteBuilder.TimeAtDistanceFromEnd(segments, group.ReleaseRangeM), DepartureReason.ReachedObjective);
        return new PlannedTarget(index, id, group, segments, departs, reason);
    }

    // Every point is moved sideways from the course of the leg that leads to it (the first point: of the leg that leaves it).
    private static GeodeticPoint Shifted(IReadOnlyList<Waypoint> route, int point, double lateralM)
    {
        var position = route[point].Position;
        if (lateralM == 0) return position;
        var courseRad = point == 0
            ? Geodesic.Inverse(position, route[1].Position).AzimuthStartRad
            : Geodesic.Inverse(route[point - 1].Position, position).AzimuthEndRad;
        var moved = Geodesic.Direct(position, courseRad + (Math.PI / 2), lateralM);
        return moved.Point.WithHeight(position.HeightM);
    }
}
