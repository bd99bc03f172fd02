using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Planning;

/// <summary>A searching radar on its site, rotating or a phased array, that feeds a picture. Immutable.</summary>
public sealed class PlannedNode
{
    /// <summary>Sectors that a rotation is cut into: plots reach the tracker a sector at a time.</summary>
    public const int SectorsPerRotation = 32;

    private readonly SimDuration _period;

    internal PlannedNode(int index, string id, string name, PlannedRadar radar, RadarBias bias, int picture, int sensor, Movement? movement)
    {
        Index = index;
        Id = id;
        Name = name;
        Placed = radar;
        Bias = bias;
        Picture = picture;
        Sensor = sensor;
        Movement = movement;
        Places = [this];
        var parameters = Radar.Parameters;
        Array = parameters.Array is { } array ? new PlannedArray(parameters, array, Site) : null;
        var revisitS = parameters.Array?.TrackPeriodS ?? parameters.RotationPeriodS;
        _period = SimDuration.FromSeconds(revisitS);
        if (Array is null) Antenna = new RotatingAntenna(_period);
        Description = new SensorDescription(Site.Frame, revisitS, parameters.MeasuresElevation)
        {
            ShortestRevisitS = Array is null ? revisitS / 2 : PlannedArray.Frame.TotalS / 2,
            RangeResolutionM = parameters.RangeResolutionM,
            AzimuthResolutionRad = parameters.AzimuthBeamwidthRad,
        };
    }

    /// <summary>Whether friendly aircraft answer its interrogator.</summary>
    public bool FriendsAnswer { get; internal init; } = true;

    /// <summary>Index in the plan.</summary>
    public int Index { get; }

    /// <summary>Identifier: that of the battery or site it belongs to, followed by its name there when there are several.</summary>
    public string Id { get; }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>The radar on its site with what surrounds it.</summary>
    public PlannedRadar Placed { get; }

    /// <summary>The radar.</summary>
    public RadarModel Radar => Placed.Model;

    /// <summary>Where it stands.</summary>
    public RadarSite Site => Placed.Site;

    /// <summary>How its antenna turns; null for a phased array.</summary>
    public RotatingAntenna? Antenna { get; }

    /// <summary>How it shares its time; null for a rotating set.</summary>
    public PlannedArray? Array { get; }

    /// <summary>Constant errors of this set in this run.</summary>
    public RadarBias Bias { get; }

    /// <summary>Index of the picture it feeds.</summary>
    public int Picture { get; }

    /// <summary>Which of the picture's sensors it is.</summary>
    public int Sensor { get; }

    /// <summary>Time of one rotation; for a phased array, the wanted time between two updates of a track.</summary>
    public SimDuration Period => _period;

    /// <summary>When a sector ends; sector 0 begins at the start of the run. Exact for any number of rotations.</summary>
    /// <param name="sector">Sector counted from the start of the run.</param>
    public SimTime SectorEnd(int sector)
    {
        var (rotations, within) = Math.DivRem(sector + 1L, SectorsPerRotation);
        return SimTime.Start + (_period * rotations) + new SimDuration(_period.Nanoseconds * within / SectorsPerRotation);
    }

    /// <summary>How it moves; null when that is not known.</summary>
    public Movement? Movement { get; }

    /// <summary>The same radar at every place that orders send it to: first where it stands at the start.</summary>
    public IReadOnlyList<PlannedNode> Places { get; private set; }

    internal SensorDescription Description { get; }

    internal void AddPlace(PlannedNode place) => Places = [.. Places, place];
}
