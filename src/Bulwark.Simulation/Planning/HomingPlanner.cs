using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Motion;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>
/// Adds the targets that home on radars to those that fly by themselves. Their planned flight is the one against a radar that radiates all the time;
/// the run replaces it as things turn out.
/// </summary>
internal static class HomingPlanner
{
    private const double SearchStepS = 1;

    /// <summary>All targets.</summary>
    /// <exception cref="ArgumentException">A carrier never comes near enough to its radar.</exception>
    public static PlannedTarget[] Add(PlannedTarget[] targets, IReadOnlyList<FlightGroup> groups, PlannedNode[] nodes, PlannedPicture[] pictures, PlannedBattery[] batteries)
    {
        var all = new List<PlannedTarget>(targets);
        foreach (var group in groups)
        {
            if (group.Homing is not { } launch) continue;
            var (row, place) = Emitter(launch, nodes, pictures, batteries);
            var carriers = targets.Where(target => target.Group.Id == launch.Carriers).ToList();
            var digits = Math.Max(2, group.Count.ToString().Length);
            for (var member = 0; member < group.Count; member++)
            {
                var carrier = carriers[member % carriers.Count];
                var release = Release(group, member, carriers, place, launch);
                if (release >= carrier.DepartsAt) throw new ArgumentException($"group '{group.Id}': {OutOfReach(carrier, launch)}: lead its route nearer, or give a greater launch-range", nameof(groups));
                var state = carrier.StateAt(release);
                var flight = Flight(group.Class, state.Position, state.Velocity, place, release);
                var id = $"{group.Id}-{(member + 1).ToString().PadLeft(digits, '0')}";
                all.Add(new PlannedTarget(all.Count, id, group, [.. flight], flight[^1].End, DepartureReason.ReachedObjective) { Homing = new PlannedHoming(carrier.Index, row) });
            }
        }

        return [.. all];
    }

    /// <summary>The first carrier that is never near enough to the radar when it should release; null when all are.</summary>
    public static PlannedTarget? FirstOutOfReach(FlightGroup group, HomingLaunch launch, IReadOnlyList<PlannedTarget> carriers, EcefVector radar)
    {
        for (var member = 0; member < group.Count; member++)
        {
            if (Release(group, member, carriers, radar, launch) >= carriers[member % carriers.Count].DepartsAt) return carriers[member % carriers.Count];
        }

        return null;
    }

    /// <summary>What is wrong with such a carrier.</summary>
    public static string OutOfReach(PlannedTarget carrier, HomingLaunch launch) =>
        $"'{carrier.Id}' is never within {launch.LaunchRangeM / 1000:0.#} km of the radar of '{launch.Unit}' when it should release";

    /// <summary>How near a carrier comes to a place before it leaves, metres.</summary>
    public static double NearestM(PlannedTarget carrier, EcefVector place)
    {
        var nearestM = double.PositiveInfinity;
        for (var time = carrier.AppearsAt; time < carrier.DepartsAt; time += SimDuration.FromSeconds(SearchStepS)) nearestM = Math.Min(nearestM, carrier.StateAt(time).Position.DistanceTo(place));
        return nearestM;
    }

    /// <summary>The flight of a class to a place.</summary>
    public static List<TrajectorySegment> Flight(TargetClass kind, EcefVector position, EcefVector velocity, EcefVector aim, SimTime start)
    {
        var longestS = 1.5 * kind.Homing!.MaximumRangeM / kind.SpeedMPerS;
        return HomingPath.Build(position, velocity, aim, kind.HeightM, kind.SpeedMPerS, kind.TurnLoadMPerS2, longestS, start);
    }

    private static (int Row, EcefVector Place) Emitter(HomingLaunch launch, PlannedNode[] nodes, PlannedPicture[] pictures, PlannedBattery[] batteries)
    {
        if (launch.OnEngagementRadar && Array.Find(batteries, battery => battery.Battery.Id == launch.Unit)?.Units is { Length: > 0 } units)
            return (nodes.Length + units[0].Index, Wgs84.ToEcef(units[0].PlacedEngagement.Site.Frame.Antenna));
        var picture = Array.Find(pictures, picture => picture.Id == launch.Unit);
        if (picture is null || picture.Nodes.Length == 0) throw new ArgumentException($"'{launch.Unit}' has no radar of that kind to home on", nameof(launch));
        return (picture.Nodes[0], Wgs84.ToEcef(nodes[picture.Nodes[0]].Site.Frame.Antenna));
    }

    // Members that share a carrier are released one after another.
    private static SimTime Release(FlightGroup group, int member, IReadOnlyList<PlannedTarget> carriers, EcefVector radar, HomingLaunch launch) =>
        Release(carriers[member % carriers.Count], radar, launch.LaunchRangeM) + (group.RankInterval * (member / carriers.Count));

    private static SimTime Release(PlannedTarget carrier, EcefVector radar, double rangeM)
    {
        for (var time = carrier.AppearsAt; time < carrier.DepartsAt; time += SimDuration.FromSeconds(SearchStepS))
        {
            if (carrier.StateAt(time).Position.DistanceTo(radar) <= rangeM) return time;
        }

        return carrier.DepartsAt;
    }
}
