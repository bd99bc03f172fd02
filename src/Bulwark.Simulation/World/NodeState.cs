using Bulwark.Sensing.Scheduling;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Strobes;

namespace Bulwark.Simulation.World;

/// <summary>What changes about a searching radar during a run.</summary>
internal sealed class NodeState
{
    public NodeState(int targets)
    {
        Looks = new LookMemory[targets];
        Array.Fill(Looks, LookMemory.None);
        Plots = [];
        Strobes = [];
        Echoes = [];
    }

    private NodeState(NodeState other)
    {
        Looks = (LookMemory[])other.Looks.Clone();
        Plots = [.. other.Plots];
        Strobes = [.. other.Strobes];
        Echoes = [.. other.Echoes];
        Clock = other.Clock;
        Use = other.Use;
    }

    /// <summary>What the sweep remembers of each target.</summary>
    public LookMemory[] Looks { get; }

    /// <summary>Plots on their way from the radar to the tracker.</summary>
    public List<Plot> Plots { get; }

    /// <summary>Strobes of jammers on their way from the radar to the tracker.</summary>
    public List<Strobe> Strobes { get; }

    /// <summary>Detected targets whose plots are not ready yet.</summary>
    public List<Echo> Echoes { get; }

    /// <summary>Where a phased array stands in its work.</summary>
    public ArrayClock Clock { get; set; }

    /// <summary>What it has spent its time on.</summary>
    public ArrayUse Use { get; set; }

    public NodeState Copy() => new(this);
}
