using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Ballistic;
using Bulwark.Flight.Motion;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>Turns groups into single targets: ranks side by side and one after another, each with its own flight.</summary>
internal static class GroupPlanner
{
    // What follows the ground climbs and dives at 17 degrees at most.
    private const double ClimbShare = 0.3;

    private const double StandardGravityMPerS2 = 9.80665;

    public static PlannedTarget[] Plan(IReadOnlyList<FlightGroup> groups, SiteHorizons terrain, RandomNames random)
    {
        var targets = new List<PlannedTarget>();
        if (groups.FirstOrDefault(static group => group.Motion is not null && (group.ClearanceM is not null || group.Ballistic is not null || group.Homing is not null)) is { } twice)
            throw new ArgumentException($"group '{twice.Id}': a motion of its own says the whole flight; leave out the clearance, the ballistic and the homing launch", nameof(groups));
        foreach (var group in groups.Where(static group => group.Homing is null))
        {
            var digits = Math.Max(2, group.Count.ToString().Length);
            for (var member = 0; member < group.Count; member++)
            {
                var id = $"{group.Id}-{(member + 1).ToString().PadLeft(digits, '0')}";
                targets.Add(PlanMember(targets.Count, id, group, member, terrain, random));
            }
        }

        return [.. targets];
    }

    private static PlannedTarget PlanMember(int index, string id, FlightGroup group, int member, SiteHorizons terrain, RandomNames random)
    {
        var luck = random.Open(index, RandomPurpose.ScenarioSpread);
        var spread = new SimDuration((long)(group.StartSpread.Nanoseconds * luck.NextUnit()));
        var (lateralM, behind) = FormationLayout.Offset(group, member, ref luck);
        var start = group.Start + behind + spread;

        var segments = group.Motion is { } motion ? Own(group, motion, member, lateralM, start, random.Open(index, RandomPurpose.OwnMotion)) : group.Ballistic is { } launch ? Throw(group, launch, lateralM, start) : Route(group, lateralM, start, terrain);
        var (departs, reason) = group.Objective is null ? (segments[^1].End, DepartureReason.RouteEnded)
            : group.Ballistic is not null ? (segments[^1].End, DepartureReason.ReachedObjective)
            : (RouteBuilder.TimeAtDistanceFromEnd(segments, group.ReleaseRangeM), DepartureReason.ReachedObjective);
        return new PlannedTarget(index, id, group, segments, departs, reason);
    }

    private static TrajectorySegment[] Own(FlightGroup group, IMemberMotion motion, int member, double lateralM, SimTime start, RandomStream luck)
    {
        return OwnFlight.Of(motion, new MemberFlight(group, member, Points(group, lateralM), start, luck));
    }

    private static RoutePoint[] Points(FlightGroup group, double lateralM)
    {
        var route = new RoutePoint[group.Route.Count];
        for (var point = 0; point < route.Length; point++)
        {
            var waypoint = group.Route[point];
            var position = Shifted(group.Route, point, lateralM);
            route[point] = new RoutePoint(group.ClearanceM is null ? position : position.WithHeight(0), waypoint.SpeedMPerS) { HoldS = waypoint.HoldS, HoldLegM = waypoint.HoldLegM };
        }

        return route;
    }

    private static TrajectorySegment[] Route(FlightGroup group, double lateralM, SimTime start, SiteHorizons terrain)
    {
        var route = Points(group, lateralM);
        var load = group.Class.TurnLoadMPerS2;
        var segments = RouteBuilder.Build(route, load, start);
        if (group.ClearanceM is not { } clearanceM) return RouteBuilder.RoundClimbs(segments, load);
        try
        {
            return GroundFollower.Follow(segments, terrain.Ground, terrain.UnknownM, new GroundFollowing(clearanceM, ClimbShare, load, Math.Min(load, StandardGravityMPerS2)));
        }
        catch (ArgumentException problem)
        {
            throw new ArgumentException($"group '{group.Id}': {problem.Message.Split(" (Parameter", 2)[0]}", nameof(group), problem);
        }
    }

    private static TrajectorySegment[] Throw(FlightGroup group, BallisticLaunch launch, double lateralM, SimTime start)
    {
        var missile = group.Class.Ballistic ?? throw new ArgumentException($"group '{group.Id}': '{group.Class.Id}' is no ballistic missile", nameof(group));
        var own = launch with { From = Shifted(group.Route, 0, lateralM), Aim = Shifted(group.Route, 1, lateralM) };
        return BallisticTrajectory.Build(missile.Body, missile.BurnTimeS, own.From, BallisticShots.For(missile, own), own.Aim.HeightM, start);
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
