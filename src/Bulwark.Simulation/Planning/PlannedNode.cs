using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>A rotating radar on its site, and the tracker it feeds. Immutable.</summary>
public sealed class PlannedNode
{
    /// <summary>Sectors that a rotation is cut into: plots reach the tracker a sector at a time.</summary>
    public const int SectorsPerRotation = 32;

    private readonly SensorDescription[] _sensors;
    private readonly SimDuration _period;

    internal PlannedNode(int index, string id, string name, RadarModel radar, RadarSite site, RotatingAntenna antenna, TrackerParameters tracker)
    {
        Index = index;
        Id = id;
        Name = name;
        Radar = radar;
        Site = site;
        Antenna = antenna;
        Tracker = tracker;
        _period = SimDuration.FromSeconds(radar.Parameters.RotationPeriodS);
        _sensors = [new SensorDescription(site.Frame, radar.Parameters.RotationPeriodS, radar.Parameters.MeasuresElevation)];
    }

    /// <summary>Index in the plan.</summary>
    public int Index { get; }

    /// <summary>Identifier of the battery or site it belongs to.</summary>
    public string Id { get; }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>The radar.</summary>
    public RadarModel Radar { get; }

    /// <summary>Where it stands.</summary>
    public RadarSite Site { get; }

    /// <summary>How its antenna turns.</summary>
    public RotatingAntenna Antenna { get; }

    /// <summary>How it tracks.</summary>
    public TrackerParameters Tracker { get; }

    /// <summary>Time of one rotation.</summary>
    public SimDuration Period => _period;

    /// <summary>When a sector ends; sector 0 begins at the start of the run. Exact for any number of rotations.</summary>
    /// <param name="sector">Sector counted from the start of the run.</param>
    public SimTime SectorEnd(int sector)
    {
        var (rotations, within) = Math.DivRem(sector + 1L, SectorsPerRotation);
        return SimTime.Start + (_period * rotations) + new SimDuration(_period.Nanoseconds * within / SectorsPerRotation);
    }

    internal Tracker NewTracker() => new(Tracker, _sensors);
}
