using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Flight.Interceptors;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.Scenarios.Networks;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes the models of batteries and surveillance sites ready: radars on their sites, pictures, fire units with their rounds.</summary>
internal sealed class BatteryPlanner(SiteHorizons horizons, RandomNames random, int threads)
{
    private readonly List<PlannedNode> _nodes = [];
    private readonly List<PlannedPicture> _pictures = [];
    private readonly List<PlannedBattery> _batteries = [];
    private readonly List<GeodeticPoint> _grounds = [];
    private int _units;

    public PlannedNode[] Nodes => [.. _nodes];

    public PlannedPicture[] Pictures => [.. _pictures];

    public PlannedBattery[] Batteries => [.. _batteries];

    /// <summary>Number of nodes.</summary>
    public int NodeCount => _nodes.Count;

    /// <summary>The same radar in another run: only its constant errors are drawn anew.</summary>
    public static PlannedNode Again(PlannedNode node, RandomNames random)
    {
        var bias = Bias(node.Index, node.Placed, random);
        var again = With(node, bias);
        foreach (var place in node.Places.Skip(1)) again.AddPlace(With(place, bias));
        return again;
    }

    public void Add(Battery battery)
    {
        var picture = _pictures.Count;
        var first = _nodes.Count;
        foreach (var radar in battery.Radars)
        {
            var alone = battery.Radars.Count == 1;
            _grounds.Add(radar.Position ?? battery.Position);
            AddNode(
                alone ? battery.Id : $"{battery.Id}/{radar.Id}",
                alone ? battery.Name : $"{battery.Name}, {radar.Radar.Name}",
                horizons.Place(radar.Radar, radar.Position ?? battery.Position, radar.FacingRad ?? battery.FacingRad),
                picture,
                _nodes.Count - first,
                radar.Movement,
                battery.FriendsAnswer);
        }

        AddPicture(battery.Id, battery.Name, battery.Tracker with { MaximumTracks = battery.Limits.Tracks }, first, battery.Position, battery.FacingRad);
        _batteries.Add(new PlannedBattery(_batteries.Count, battery, [.. battery.FireUnits.Select(unit => Plan(battery, unit, first))]));
    }

    public void Add(SurveillanceSite site)
    {
        _grounds.Add(site.Position);
        AddNode(site.Id, site.Name, horizons.Place(site.Radar, site.Position, site.FacingRad), _pictures.Count, 0, site.Movement);
        AddPicture(site.Id, site.Name, site.Tracker, _nodes.Count - 1, site.Position, site.FacingRad);
    }

    public void Add(CommandPost post) => AddPicture(post.Id, post.Name, new TrackerParameters { MaximumTracks = int.MaxValue }, _nodes.Count, post.Position, 0);

    /// <summary>The radars of a picture, each with its number there and where it stands at the start.</summary>
    public IEnumerable<(PlannedNode Node, int Ordinal, GeodeticPoint Position)> NodesOf(int picture)
    {
        var first = _pictures[picture].Nodes.Length > 0 ? _pictures[picture].Nodes[0] : 0;
        return _pictures[picture].Nodes.Select(node => (_nodes[node], node - first, _grounds[node]));
    }

    /// <summary>The fire units of a battery.</summary>
    public PlannedFireUnit[] UnitsOf(int battery) => _batteries[battery].Units;

    /// <summary>Adds a place to which a radar is ordered; to its picture the radar is another sensor there.</summary>
    /// <returns>Which of its places it is.</returns>
    public int AddPlace(PlannedNode node, GeodeticPoint position, double? facingRad)
    {
        var radar = horizons.Place(node.Radar.Parameters, position, facingRad ?? node.Site.FacingRad);
        var place = new PlannedNode(node.Index, node.Id, node.Name, radar, node.Bias, node.Picture, _pictures[node.Picture].SensorCount, node.Movement) { FriendsAnswer = node.FriendsAnswer };
        _pictures[node.Picture].AddSensor(place.Description);
        node.AddPlace(place);
        return node.Places.Count - 1;
    }

    /// <summary>Adds a place to which a fire unit is ordered.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="moved">Where what stands at a place stands after the move.</param>
    /// <param name="facingRad">Direction to face there, radians clockwise from north; null to keep the present one.</param>
    /// <returns>Which of its places it is.</returns>
    public int AddPlace(PlannedFireUnit unit, Func<GeodeticPoint, GeodeticPoint> moved, double? facingRad)
    {
        var battery = _batteries[unit.Battery].Battery;
        var there = unit.Unit with
        {
            Position = moved(unit.Unit.Position ?? battery.Position),
            FacingRad = facingRad ?? unit.Unit.FacingRad,
            Launchers = [.. unit.Unit.Launchers.Select(group => group.Position is { } at ? group with { Position = moved(at) } : group)],
        };
        unit.AddPlace(Plan(unit.Index, unit.Battery, battery, there, unit.SharedNode));
        return unit.Places.Count - 1;
    }

    private void AddNode(string id, string name, PlannedRadar radar, int picture, int sensor, Movement? movement, bool friendsAnswer = true)
    {
        _nodes.Add(new PlannedNode(_nodes.Count, id, name, radar, Bias(_nodes.Count, radar, random), picture, sensor, movement) { FriendsAnswer = friendsAnswer });
    }

    private static PlannedNode With(PlannedNode node, RadarBias bias) => new(node.Index, node.Id, node.Name, node.Placed, bias, node.Picture, node.Sensor, node.Movement) { FriendsAnswer = node.FriendsAnswer };

    private static RadarBias Bias(int node, PlannedRadar radar, RandomNames random)
    {
        var luck = random.Open(node, RandomPurpose.RadarBias);
        return RadarBias.Draw(radar.Model.Parameters, ref luck);
    }

    // Who has no radar of his own to search with keeps an empty picture; its tracker is told of a sensor that never reports.
    private void AddPicture(string id, string name, TrackerParameters tracker, int first, GeodeticPoint position, double facingRad)
    {
        var nodes = Enumerable.Range(first, _nodes.Count - first).ToArray();
        SensorDescription[] sensors = nodes.Length > 0
            ? [.. nodes.Select(node => _nodes[node].Description)]
            : [new SensorDescription(new RadarSite(position, 0, facingRad).Frame, 1, MeasuresElevation: true)];
        _pictures.Add(new PlannedPicture(_pictures.Count, id, name, position, tracker with { MeasuresInnovations = true }, nodes, sensors));
    }

    private PlannedFireUnit Plan(Battery battery, FireUnit unit, int firstNode)
    {
        var place = unit.Position ?? battery.Position;
        var shared = -1;
        for (var radar = 0; radar < battery.Radars.Count && unit.Engagement.Array is not null; radar++)
        {
            var same = battery.Radars[radar].Radar == unit.Engagement && (battery.Radars[radar].Position ?? battery.Position) == place;
            if (same) shared = firstNode + radar;
        }

        return Plan(_units++, _batteries.Count, battery, unit, shared);
    }

    private PlannedFireUnit Plan(int index, int owner, Battery battery, FireUnit unit, int shared)
    {
        var place = unit.Position ?? battery.Position;
        var lines = new List<PlannedLine>();
        for (var group = 0; group < unit.Launchers.Count; group++)
        {
            foreach (var load in unit.Launchers[group].Load) lines.Add(new PlannedLine(group, load, unit.Launchers[group].Position ?? place, FlyoutTables.For(load.Round, threads)));
        }

        return new PlannedFireUnit(index, owner, battery, unit, horizons.Place(unit.Engagement, place, unit.FacingRad ?? battery.FacingRad), [.. lines], shared);
    }
}
