using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.World;

/// <summary>Everything that changes during a run, as tables. Copying them is a snapshot.</summary>
internal sealed class WorldTables
{
    public WorldTables(RunPlan plan, bool recording)
    {
        Queue = new EventQueue();
        Recorder = new Recorder(recording);
        Targets = new TargetStatus[plan.Targets.Length];
        Flights = [.. plan.Targets];
        Homing = new HomingState[plan.Targets.Length];
        Nodes = Array.ConvertAll(plan.Nodes, _ => new NodeState(plan.Targets.Length));
        Pictures = Array.ConvertAll(plan.Pictures, picture => new PictureState(picture, plan.Network?.Registration));
        FireUnits = Array.ConvertAll(plan.FireUnits, static unit => unit.NewState());
        Batteries = Array.ConvertAll(plan.Batteries, static battery => battery.NewState());
        Emitters = EmitterStart.Of(plan);
        Orders = new bool[plan.Orders.Length];
        Doctrines = Array.ConvertAll(plan.Doctrines, static doctrine => doctrine is null ? null : new DoctrineState(doctrine));
        Sharing = plan.Network is { } network ? new SharingState(network, plan.Random) : null;
        Health = new NodeHealth[plan.Network?.Places.Length ?? plan.Pictures.Length];
        Hits = new int[plan.Faults.Length];
        Engagements = new StructTable<Engagement>();
        FireControl = new StructTable<FireControlTrack>();
        Missiles = new StructTable<Missile>();
    }

    private WorldTables(WorldTables other, RunPlan plan)
    {
        Now = other.Now;
        Queue = other.Queue.Copy();
        Recorder = other.Recorder.Copy();
        Targets = (TargetStatus[])other.Targets.Clone();
        Flights = [.. plan.Targets.Select((target, index) => target.Homing is null ? target : other.Flights[index])];
        Homing = (HomingState[])other.Homing.Clone();
        Nodes = Array.ConvertAll(other.Nodes, static node => node.Copy());
        Pictures = [.. other.Pictures.Select((picture, index) => picture.Copy(plan.Pictures[index], plan.Network?.Registration))];
        FireUnits = [.. other.FireUnits.Select((unit, index) => unit.Copy(plan.FireUnits[index].Limits.Targets))];
        Batteries = [.. other.Batteries.Select((battery, index) => battery.Copy(plan.Batteries[index]))];
        Emitters = (EmitterState[])other.Emitters.Clone();
        Orders = (bool[])other.Orders.Clone();
        Doctrines = [.. plan.Doctrines.Select((doctrine, picture) => doctrine is null ? null : other.Doctrines[picture]?.Copy() ?? new DoctrineState(doctrine))];

        // A unit that follows a doctrine from here on begins to look at its situation now.
        foreach (var doctrine in plan.Doctrines)
        {
            if (doctrine is { Behaviours.IsReviewed: true } && other.Doctrines[doctrine.Picture] is null) Queue.Push(Now, EventKind.DoctrineReviewed, doctrine.Picture, 0);
        }

        Sharing = plan.Network is { } network ? other.Sharing?.Copy(network) : null;
        Health = (NodeHealth[])other.Health.Clone();
        Hits = (int[])other.Hits.Clone();
        Engagements = other.Engagements.Copy();
        FireControl = other.FireControl.Copy();
        Missiles = other.Missiles.Copy();
    }

    /// <summary>Opens the tags of this world's tracks.</summary>
    public TruthKey Truth => field ??= new TruthKey(this);

    public SimTime Now { get; set; }

    public EventQueue Queue { get; }

    public Recorder Recorder { get; }

    public TargetStatus[] Targets { get; }

    /// <summary>The targets with their flights as they stand: the plan's, but for those that home on radars.</summary>
    public PlannedTarget[] Flights { get; }

    /// <summary>What targets that home on radars remember, by target.</summary>
    public HomingState[] Homing { get; }

    public NodeState[] Nodes { get; }

    public PictureState[] Pictures { get; }

    public FireUnitState[] FireUnits { get; }

    public BatteryState[] Batteries { get; }

    /// <summary>The searching radars, then the fire units.</summary>
    public EmitterState[] Emitters { get; }

    /// <summary>Which orders have been set off.</summary>
    public bool[] Orders { get; }

    /// <summary>By picture, what a unit remembers that follows a doctrine; null for others.</summary>
    public DoctrineState?[] Doctrines { get; }

    /// <summary>The network; null when nothing is shared.</summary>
    public SharingState? Sharing { get; }

    /// <summary>Whether nodes work: the pictures' owners, then the relays.</summary>
    public NodeHealth[] Health { get; }

    /// <summary>By fault that attackers bring about, how many have reached what it happens to.</summary>
    public int[] Hits { get; }

    public StructTable<Engagement> Engagements { get; }

    /// <summary>The engagement radars' own tracks, row by row beside <see cref="Engagements"/>.</summary>
    public StructTable<FireControlTrack> FireControl { get; }

    public StructTable<Missile> Missiles { get; }

    /// <summary>An independent copy for a run of the given plan, which has the same things in the same places.</summary>
    public WorldTables Copy(RunPlan plan) => new(this, plan);
}
