using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Core.Units;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios;

/// <summary>Reads flight groups.</summary>
internal static class GroupReader
{
    // Two points closer than this are the same place to a route: no direction can be flown between them.
    private const double SamePlaceM = 1;

    /// <summary>Reads a group; null after reporting why it cannot be made.</summary>
    public static FlightGroup? Read(MappingReader reader, IReadOnlyList<DefendedAsset> assets, SimDuration duration, ReadingContext context)
    {
        var id = context.TakeId(reader);
        var entry = context.Use(reader, GroupKeys.Use, EntryKind.Aircraft);
        var target = entry is null ? null : ParameterBuilder.Aircraft(FigureOverrides.Apply(reader, id, [("", entry)], context)[entry.Id]);
        var objective = ReadObjective(reader, assets);
        var motion = target?.Motion ?? TargetMotion.Route;
        var ballistic = motion == TargetMotion.Ballistic ? BallisticReader.Read(reader, target!, objective, context) : null;
        var homing = motion == TargetMotion.Homing ? HomingReader.Read(reader, target!) : null;
        var route = motion == TargetMotion.Route ? ReadRoute(reader, target) : ballistic is null ? [] : BallisticReader.Ends(ballistic, target!);
        TellStrangers(reader, target, motion);
        var hasRelease = reader.TryGet(GroupKeys.ReleaseRange, out var releaseRange);
        if (hasRelease && !reader.Has(GroupKeys.Objective))
            context.Problems.Error(reader.PlaceOf(GroupKeys.ReleaseRange), "a release-range without an objective", "objective: the id of an asset");
        if (!hasRelease && objective is not null) releaseRange = objective.RadiusM;
        var side = reader.Get(GroupKeys.Side);
        if (side != Allegiance.Hostile && reader.Has(GroupKeys.Objective))
            context.Problems.Error(reader.PlaceOf(GroupKeys.Objective), "only a hostile group has an objective", "allegiance: hostile, or no objective");
        var start = reader.Get(GroupKeys.Start);
        if (start >= duration) context.Problems.Warning(reader.PlaceOf(GroupKeys.Start), "the group appears after the end of the run", $"a start before {duration}");
        if (objective is not null && route.Count > 1 && ballistic is null) WarnFarEnd(reader, route, objective, releaseRange);
        if (reader.Get(GroupKeys.Formation) != Formation.Ranks && (reader.Has(GroupKeys.Abreast) || reader.Has(GroupKeys.RankInterval)))
            context.Problems.Error(reader.PlaceOf(reader.Has(GroupKeys.Abreast) ? GroupKeys.Abreast : GroupKeys.RankInterval), "only ranks have 'abreast' and 'rank-interval'", "formation: ranks, or neither of them");
        var group = new FlightGroup
        {
            Id = id,
            Class = target ?? new TargetClass("", "", "", 1, 1, 1, 1, false),
            Allegiance = side,
            Count = (int)reader.Get(GroupKeys.Count),
            Formation = reader.Get(GroupKeys.Formation),
            Abreast = (int)reader.Get(GroupKeys.Abreast),
            SpacingM = reader.Get(GroupKeys.Spacing),
            RankInterval = reader.Get(GroupKeys.RankInterval),
            Start = SimTime.Start + start,
            StartSpread = reader.Get(GroupKeys.StartSpread),
            Route = route,
            Objective = objective?.Id,
            ReleaseRangeM = releaseRange,
            ClearanceM = reader.TryGet(GroupKeys.Clearance, out var clearance) ? clearance : null,
            ReportsTo = ReadReportsTo(reader, side),
            Ballistic = ballistic,
            Homing = homing,
        };
        return target is null || (route.Count == 0 && homing is null) ? null : group;
    }

    private static string? ReadReportsTo(MappingReader reader, Allegiance side)
    {
        if (!reader.TryGet(GroupKeys.ReportsTo, out var node)) return null;
        if (side == Allegiance.Hostile) reader.Problems.Error(reader.PlaceOf(GroupKeys.ReportsTo), "a hostile group takes no part in the network", "allegiance: friend, or no reports-to");
        return node;
    }

    // Keys of another way to move, and the ones this way needs.
    private static void TellStrangers(MappingReader reader, TargetClass? target, TargetMotion motion)
    {
        if (target is null) return;
        KeyDefinition[] routes = [GroupKeys.Route, GroupKeys.Clearance];
        var (strange, instead) = motion switch
        {
            TargetMotion.Ballistic => ([.. routes, .. HomingReader.Keys], "from, and aim or objective"),
            TargetMotion.Homing => ([.. routes, .. BallisticReader.Keys, GroupKeys.Objective, GroupKeys.ReleaseRange, GroupKeys.Start], "released-by and homes-on"),
            _ => ((KeyDefinition[])[.. BallisticReader.Keys, .. HomingReader.Keys], "a route"),
        };
        foreach (var key in strange.Where(reader.Has))
            reader.Problems.Error(reader.PlaceOf(key), $"'{key.Name}' is not for '{target.Id}'", instead, $"the class moves by '{TargetMotionWords.Of(motion)}'");

        if (motion == TargetMotion.Route && !reader.Has(GroupKeys.Route))
            reader.Problems.Error(reader.Place, "the key 'route' is missing", "route: the points in order");
        if (!reader.Has(GroupKeys.Clearance)) return;
        foreach (var point in reader.Sections(GroupKeys.Route))
        {
            if (point.Has(GroupKeys.Height))
                reader.Problems.Error(point.PlaceOf(GroupKeys.Height), "a group that follows the ground has no heights above the sea", "clearance, or height at the points");
        }
    }

    private static List<Waypoint> ReadRoute(MappingReader reader, TargetClass? target)
    {
        var route = new List<Waypoint>();
        var height = target?.HeightM ?? 1;
        var speed = target?.SpeedMPerS ?? 1;
        foreach (var point in reader.Sections(GroupKeys.Route))
        {
            if (point.TryGet(GroupKeys.Height, out var newHeight)) height = newHeight;
            if (point.TryGet(GroupKeys.Speed, out var newSpeed)) speed = newSpeed;
            if (!point.TryGet(GroupKeys.At, out var at)) continue;
            var position = at.WithHeight(height);
            // Where a point before was wrong, the distance to it says nothing; that is rare enough to be checked again after the correction.
            if (route.Count > 0 && DistanceM(route[^1].Position.WithHeight(0), at) < SamePlaceM)
                point.Problems.Error(point.PlaceOf(GroupKeys.At), "this point is the same place as the one before", "a point at another place");
            var hasHold = point.TryGet(GroupKeys.HoldFor, out var hold);
            if (!point.Has(GroupKeys.HoldFor) && point.Has(GroupKeys.HoldLeg))
                point.Problems.Error(point.PlaceOf(GroupKeys.HoldLeg), "'hold-leg' without 'hold-for'", "hold-for: how long");
            route.Add(new Waypoint(position, speed) { HoldS = hasHold ? hold.TotalS : 0, HoldLegM = point.TryGet(GroupKeys.HoldLeg, out var leg) ? leg : 0 });
        }

        return route;
    }

    private static DefendedAsset? ReadObjective(MappingReader reader, IReadOnlyList<DefendedAsset> assets)
    {
        if (!reader.TryGet(GroupKeys.Objective, out var id)) return null;
        if (assets.FirstOrDefault(asset => asset.Id == id) is { } found) return found;
        ReadingContext.TellNoAsset(reader, GroupKeys.Objective, id, assets);
        return null;
    }

    private static void WarnFarEnd(MappingReader reader, List<Waypoint> route, DefendedAsset objective, double releaseRangeM)
    {
        var distance = DistanceM(route[^1].Position.WithHeight(0), objective.Position.WithHeight(0));
        if (distance <= Math.Max(releaseRangeM, objective.RadiusM)) return;
        reader.Problems.Warning(
            reader.PlaceOf(GroupKeys.Route),
            $"the route ends {QuantityFormat.Short(distance, Dimension.Length, 3)} from the objective '{objective.Id}'",
            $"a last point within {QuantityFormat.Short(Math.Max(releaseRangeM, objective.RadiusM), Dimension.Length, 3)} of it",
            "otherwise the group may pass without having reached it");
    }

    private static double DistanceM(GeodeticPoint from, GeodeticPoint to) => (Wgs84.ToEcef(to) - Wgs84.ToEcef(from)).Length;
}
