using Bulwark.Core.Randomness;
using Bulwark.Flight.Interceptors;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>Makes the models of batteries and surveillance sites ready: radars on their sites, pictures, fire units with their rounds.</summary>
internal sealed class BatteryPlanner(SiteHorizons horizons, RandomNames random, int threads)
{
    private readonly List<PlannedNode> _nodes = [];
    private readonly List<PlannedPicture> _pictures = [];
    private readonly List<PlannedBattery> _batteries = [];
    private int _units;

    public PlannedNode[] Nodes => [.. _nodes];

    public PlannedPicture[] Pictures => [.. _pictures];

    public PlannedBattery[] Batteries => [.. _batteries];

    public void Add(Battery battery)
    {
        var picture = _pictures.Count;
        var first = _nodes.Count;
        foreach (var radar in battery.Radars)
        {
            var alone = battery.Radars.Count == 1;
            AddNode(
                alone ? battery.Id : $"{battery.Id}/{radar.Id}",
                alone ? battery.Name : $"{battery.Name}, {radar.Radar.Name}",
                horizons.Place(radar.Radar, radar.Position ?? battery.Position, radar.FacingRad ?? battery.FacingRad),
                picture,
                _nodes.Count - first);
        }

        AddPicture(battery.Id, battery.Name, battery.Tracker with { MaximumTracks = battery.Limits.Tracks }, first, battery);
        _batteries.Add(new PlannedBattery(_batteries.Count, battery, [.. battery.FireUnits.Select(unit => Plan(battery, unit, first))]));
    }

    public void Add(SurveillanceSite site)
    {
        AddNode(site.Id, site.Name, horizons.Place(site.Radar, site.Position, site.FacingRad), _pictures.Count, 0);
        AddPicture(site.Id, site.Name, site.Tracker, _nodes.Count - 1, battery: null);
    }

    private void AddNode(string id, string name, PlannedRadar radar, int picture, int sensor)
    {
        var luck = random.Open(_nodes.Count, RandomPurpose.RadarBias);
        _nodes.Add(new PlannedNode(_nodes.Count, id, name, radar, RadarBias.Draw(radar.Model.Parameters, ref luck), picture, sensor));
    }

    // A battery that has no radar of its own to search with keeps an empty picture; its tracker is told of a sensor that never reports.
    private void AddPicture(string id, string name, TrackerParameters tracker, int first, Battery? battery)
    {
        var nodes = Enumerable.Range(first, _nodes.Count - first).ToArray();
        SensorDescription[] sensors = nodes.Length > 0 || battery is null
            ? [.. nodes.Select(node => _nodes[node].Description)]
            : [new SensorDescription(new RadarSite(battery.Position, 0, battery.FacingRad).Frame, 1, MeasuresElevation: true)];
        _pictures.Add(new PlannedPicture(_pictures.Count, id, name, tracker, nodes, sensors));
    }

    private PlannedFireUnit Plan(Battery battery, FireUnit unit, int firstNode)
    {
        var place = unit.Position ?? battery.Position;
        var lines = new List<PlannedLine>();
        for (var group = 0; group < unit.Launchers.Count; group++)
        {
            foreach (var load in unit.Launchers[group].Load) lines.Add(new PlannedLine(group, load, unit.Launchers[group].Position ?? place, FlyoutTables.For(load.Round, threads)));
        }

        var shared = -1;
        for (var radar = 0; radar < battery.Radars.Count && unit.Engagement.Array is not null; radar++)
        {
            var same = battery.Radars[radar].Radar == unit.Engagement && (battery.Radars[radar].Position ?? battery.Position) == place;
            if (same) shared = firstNode + radar;
        }

        return new PlannedFireUnit(_units++, _batteries.Count, battery, unit, horizons.Place(unit.Engagement, place, unit.FacingRad ?? battery.FacingRad), [.. lines], shared);
    }
}
