using Bulwark.Sensing.Scheduling;
using Bulwark.Simulation.Planning;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a searching radar and its tracker during a run.</summary>
internal sealed class NodeState
{
    public NodeState(PlannedNode plan, int targets)
    {
        Tracker = plan.NewTracker();
        Looks = new LookMemory[targets];
        Array.Fill(Looks, LookMemory.None);
        Plots = [];
        Echoes = [];
        Notes = new StructTable<TrackNote>(256);
    }

    private NodeState(NodeState other, PlannedNode plan)
    {
        Tracker = other.Tracker.Copy(plan.Tracker);
        Looks = (LookMemory[])other.Looks.Clone();
        Plots = [.. other.Plots];
        Echoes = [.. other.Echoes];
        Clock = other.Clock;
        Use = other.Use;
        Notes = other.Notes.Copy();
    }

    public Tracker Tracker { get; }

    /// <summary>What the sweep remembers of each target.</summary>
    public LookMemory[] Looks { get; }

    /// <summary>Plots on their way from the radar to the tracker.</summary>
    public List<Plot> Plots { get; }

    /// <summary>Detected targets whose plots are not ready yet.</summary>
    public List<Echo> Echoes { get; }

    /// <summary>Where a phased array stands in its work.</summary>
    public ArrayClock Clock { get; set; }

    /// <summary>What it has spent its time on.</summary>
    public ArrayUse Use { get; set; }

    /// <summary>Notes beside each track, by the track's number.</summary>
    public StructTable<TrackNote> Notes { get; }

    public NodeState Copy(PlannedNode plan) => new(this, plan);
}
