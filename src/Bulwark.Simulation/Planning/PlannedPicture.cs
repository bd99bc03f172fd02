using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Strobes;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>A picture: one tracker and the radars that feed it. Immutable.</summary>
public sealed class PlannedPicture
{
    private readonly List<SensorDescription> _sensors;

    internal PlannedPicture(int index, string id, string name, GeodeticPoint position, TrackerParameters tracker, int[] nodes, SensorDescription[] sensors)
    {
        Index = index;
        Id = id;
        Name = name;
        Position = position;
        Tracker = tracker;
        Nodes = nodes;
        _sensors = [.. sensors];
    }

    /// <summary>Index in the plan: those of batteries first, in the order of the batteries, then those of surveillance sites and of command posts.</summary>
    public int Index { get; }

    /// <summary>Identifier of the battery, site or command post it belongs to.</summary>
    public string Id { get; }

    /// <summary>Name for reports.</summary>
    public string Name { get; }

    /// <summary>Where its owner stands.</summary>
    public GeodeticPoint Position { get; }

    /// <summary>How it tracks.</summary>
    public TrackerParameters Tracker { get; }

    /// <summary>Indices of the radars that feed it.</summary>
    public int[] Nodes { get; }

    internal int SensorCount => _sensors.Count;

    internal SensorFrame FrameOf(int sensor) => _sensors[sensor].Frame;

    internal void AddSensor(SensorDescription sensor) => _sensors.Add(sensor);

    internal StrobeTracker NewStrobeTracker() => new(Tracker, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sensors));

    internal Tracker NewTracker() => new(Tracker, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_sensors));
}
