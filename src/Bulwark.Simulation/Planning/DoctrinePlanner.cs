using Bulwark.Core.Earth;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Doctrines;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes the behaviours of units ready: which radars and fire units they are about, and every place that they may send them to.</summary>
internal sealed class DoctrinePlanner(BatteryPlanner planner, SiteHorizons horizons, Scenario scenario)
{
    /// <summary>By picture, what its unit does; null for one whose doctrine says nothing about that.</summary>
    public PlannedDoctrine?[] Plan()
    {
        var plans = new PlannedDoctrine?[planner.Pictures.Length];
        for (var picture = 0; picture < scenario.Batteries.Count + scenario.Surveillance.Count; picture++)
        {
            if (BehavioursOf(picture) is { } behaviours) plans[picture] = Plan(picture, behaviours);
        }

        return plans;
    }

    private DoctrineBehaviours? BehavioursOf(int picture) => BatteryOf(picture) is { } battery ? battery.Behaviours : SiteOf(picture).Behaviours;

    private Battery? BatteryOf(int picture) => picture < scenario.Batteries.Count ? scenario.Batteries[picture] : null;

    private SurveillanceSite SiteOf(int picture) => scenario.Surveillance[picture - scenario.Batteries.Count];

    private GeodeticPoint PositionOf(int picture) => BatteryOf(picture)?.Position ?? SiteOf(picture).Position;

    private PlannedDoctrine Plan(int picture, DoctrineBehaviours behaviours)
    {
        var nodes = planner.NodesOf(picture).ToList();
        var units = BatteryOf(picture) is null ? [] : planner.UnitsOf(picture);
        var facingRad = BatteryOf(picture)?.FacingRad ?? SiteOf(picture).FacingRad;
        int[] rows = [.. nodes.Select(static node => node.Node.Index), .. units.Select(unit => planner.NodeCount + unit.Index)];
        var moves = behaviours.AntiRadiation is { Moves: true } reaction ? reaction.To : null;
        var guarded = behaviours.PointDefence is { } guard
            ? new ProtectedArea(Wgs84.ToEcef(PositionOf(PictureOf(guard.Parent))), guard.WithinM, PointDefence.FirstFactor * scenario.Assets.Select(asset => Value(asset, behaviours)).Append(1).Max())
            : (ProtectedArea?)null;
        return new PlannedDoctrine(picture, behaviours, rows)
        {
            Home = Wgs84.ToEcef(PositionOf(picture)),
            Turn = behaviours.Rotation is { } rotation ? TurnOf(picture, rotation.Group) : default,
            Facings = behaviours.Cue is { Turns: true } ? [.. nodes.Select(node => Facings(node.Node, node.Position)), .. units.Select(Facings)] : [],
            FiringPlaces = behaviours.MoveAfterFiring is { } scoot ? Places(nodes, units, scoot.To, facingRad) : [],
            AttackPlaces = moves is not null ? Places(nodes, units, moves, facingRad) : [],
            LoadingS = behaviours.Reload is { } reload ? reload.TakesS + (2 * Stages.EmitterDesk.RoadFactor * reload.DistanceM / SlowestMPerS(nodes, units)) : 0,
            HeardFrom = behaviours.FallBack?.Of is { } of ? PictureOf(of) : -1,
            GuardFrom = behaviours.AntiRadiation?.Guard is { } protector ? PictureOf(protector) : -1,
            Areas = guarded is null && behaviours.Priorities.Count == 0 ? null : Areas(behaviours, guarded),
            Guarded = guarded,
            ZoneCentres = [.. behaviours.Zones.Select(static zone => zone.Centre is { } centre ? Wgs84.ToEcef(centre) : (EcefVector?)null)],
        };
    }

    private int PictureOf(string unit)
    {
        for (var picture = 0; picture < scenario.Batteries.Count + scenario.Surveillance.Count; picture++)
        {
            if ((BatteryOf(picture)?.Id ?? SiteOf(picture).Id) == unit) return picture;
        }

        var posts = scenario.Network?.Posts ?? [];
        for (var post = 0; post < posts.Count; post++)
        {
            if (posts[post].Id == unit) return scenario.Batteries.Count + scenario.Surveillance.Count + post;
        }

        throw new InvalidOperationException($"The scenario has lost '{unit}'.");
    }

    private (int Number, int Size) TurnOf(int picture, string group)
    {
        var members = Enumerable.Range(0, scenario.Batteries.Count + scenario.Surveillance.Count).Where(other => BehavioursOf(other)?.Rotation?.Group == group).ToList();
        return (members.IndexOf(picture), members.Count);
    }

    private static double Value(DefendedAsset asset, DoctrineBehaviours behaviours) => asset.ValueRatio * behaviours.Priorities.GetValueOrDefault(asset.Id, 1);

    private ProtectedArea[] Areas(DoctrineBehaviours behaviours, ProtectedArea? guarded)
    {
        var areas = behaviours.PointDefence is { Only: true } ? [] : scenario.Assets.Select(asset => new ProtectedArea(Wgs84.ToEcef(asset.Position), asset.RadiusM, Value(asset, behaviours)));
        return guarded is { } area ? [.. areas, area] : [.. areas];
    }

    // Half a sector apart, so that wherever the cue comes from it is well inside the sector of one of them.
    private PlannedFacing[] Facings(PlannedNode node, GeodeticPoint position) =>
        Facings(node.Site.FacingRad, node.Radar.Parameters.SectorWidthRad, facing => planner.AddPlace(node, position, facing));

    private PlannedFacing[] Facings(PlannedFireUnit unit) =>
        Facings(unit.PlacedEngagement.Site.FacingRad, unit.Engagement.Parameters.SectorWidthRad, facing => planner.AddPlace(unit, static position => position, facing));

    private static PlannedFacing[] Facings(double homeRad, double sectorRad, Func<double, int> add)
    {
        if (sectorRad >= (2 * Math.PI) - 1e-9) return [];
        var count = Math.Max(2, (int)Math.Ceiling(2 * Math.PI / (sectorRad / 2)));
        var facings = new PlannedFacing[count];
        facings[0] = new PlannedFacing(0, homeRad);
        for (var step = 1; step < count; step++)
        {
            var facing = homeRad + (step * 2 * Math.PI / count);
            facings[step] = new PlannedFacing(add(facing), facing);
        }

        return facings;
    }

    private int[] Places(List<(PlannedNode Node, int Ordinal, GeodeticPoint Position)> nodes, PlannedFireUnit[] units, Displacement to, double facingRad) =>
    [
        .. nodes.Select(node => planner.AddPlace(node.Node, Moved(node.Position, to, facingRad), null)),
        .. units.Select(unit => planner.AddPlace(unit, position => Moved(position, to, facingRad), null)),
    ];

    private GeodeticPoint Moved(GeodeticPoint from, Displacement to, double facingRad)
    {
        var there = Geodesic.Direct(from.WithHeight(0), facingRad + to.BearingRad, to.DistanceM).Point;
        var groundM = horizons.Ground?.HeightM(there.LatitudeRad, there.LongitudeRad) ?? from.HeightM;
        return there.WithHeight(double.IsNaN(groundM) ? from.HeightM : groundM);
    }

    private static double SlowestMPerS(List<(PlannedNode Node, int Ordinal, GeodeticPoint Position)> nodes, PlannedFireUnit[] units) =>
        nodes.Select(static node => node.Node.Movement).Concat(units.Select(static unit => unit.Unit.Movement)).Min(static movement => movement!.RoadSpeedMPerS);
}
