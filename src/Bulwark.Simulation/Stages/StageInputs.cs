using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// The one visible place where each stage is given what it may use, and nothing else. Note what command gets: the tracker's picture,
/// never the targets.
/// </summary>
internal readonly ref struct StageInputs(RunPlan plan, WorldTables world, in QueuedEvent next)
{
    private readonly QueuedEvent _next = next;

    public TrafficInput Traffic() => new()
    {
        Now = _next.Time,
        Target = _next.Subject,
        Plan = world.Flights[_next.Subject],
        Statuses = world.Targets,
        Faults = plan.Faults,
        Hits = world.Hits,
    };

    public HomingInput Homing() => new()
    {
        Now = _next.Time,
        Target = _next.Subject,
        Flights = world.Flights,
        Statuses = world.Targets,
        Memory = world.Homing,
        Emitter = Emitter(),
    };

    public SweepInput Sweep() => new()
    {
        Now = _next.Time,
        Sector = _next.Detail,
        Plan = Node(_next.Subject),
        Radiating = world.Emitters[_next.Subject].Radiating,
        Node = world.Nodes[_next.Subject],
        Random = plan.Random,
        Jammers = plan.Jammers,
        Targets = world.Flights,
        Statuses = world.Targets,
    };

    public ArrayInput Array()
    {
        var node = Node(_next.Subject);
        return new ArrayInput
        {
            Now = _next.Time,
            Frame = _next.Detail,
            Plan = node,
            Radiating = world.Emitters[_next.Subject].Radiating,
            Node = world.Nodes[_next.Subject],
            Picture = world.Pictures[node.Picture],
            FireControlShare = FireControlShare(node),
            Random = plan.Random,
            Jammers = plan.Jammers,
            Targets = world.Flights,
            Statuses = world.Targets,
        };
    }

    public PictureInput Picture() => new()
    {
        Now = _next.Time,
        PictureIndex = plan.Nodes[_next.Subject].Picture,
        NodeIndex = _next.Subject,
        Node = world.Nodes[_next.Subject],
        Picture = world.Pictures[plan.Nodes[_next.Subject].Picture],
    };

    public ShareInput Share() => new()
    {
        Now = _next.Time,
        PictureIndex = _next.Subject,
        Plan = plan.Network!,
        Picture = world.Pictures[_next.Subject],
        Sharing = world.Sharing!,
        HasRadars = plan.Pictures[_next.Subject].Nodes.Length > 0,
        Works = world.Health[_next.Subject].Works,
        Battery = _next.Subject < plan.Batteries.Length ? world.Batteries[_next.Subject] : null,
        Units = UnitsOf(_next.Subject),
        Emitters = EmittersOf(_next.Subject),
        Engagements = world.Engagements,
    };

    public FaultInput Fault() => new()
    {
        Now = _next.Time,
        Fault = plan.Faults[_next.Subject],
        Emitter = Emitter(),
    };

    public MemberInput Member() => new()
    {
        Now = _next.Time,
        Reporter = _next.Subject,
        Plan = plan.Network!,
        Sharing = world.Sharing!,
        Targets = world.Flights,
        Statuses = world.Targets,
    };

    public PostInput Post()
    {
        var post = plan.Network!.Posts[_next.Subject];
        return new PostInput
        {
            Now = _next.Time,
            Plan = post,
            State = world.Sharing!.Posts[post.Index],
            Works = world.Health[post.Picture].Works,
            Picture = world.Pictures[post.Picture],
            Sharing = world.Sharing,
            Bits = plan.Network.Network.ReportBits,
            Areas = plan.Areas,
        };
    }

    public DeliverInput Network() => new()
    {
        Now = _next.Time,
        Plan = plan.Network!,
        Random = plan.Random,
        Sharing = world.Sharing!,
        Pictures = world.Pictures,
    };

    public CommandInput Command()
    {
        var battery = plan.Batteries[_next.Subject];
        return new CommandInput
        {
            Now = _next.Time,
            BatteryIndex = _next.Subject,
            Plan = battery,
            Battery = world.Batteries[_next.Subject],
            Emitters = EmittersOf(_next.Subject),
            Units = UnitsOf(_next.Subject),
            Works = world.Health[_next.Subject].Works,
            Post = plan.Network?.PostOf[battery.Index] is >= 0 and var post ? plan.Network.Posts[post] : null,
            Command = world.Sharing?.Commands[battery.Index],
            Picture = world.Pictures[battery.Index].Tracker.Tracks,
            Tracker = world.Pictures[battery.Index].Tracker,
            Forecasts = world.Pictures[battery.Index].Forecasts,
            Notes = world.Pictures[battery.Index].Notes,
            Kinds = world.Pictures[battery.Index].Kinds,
            EngagedElsewhere = world.Sharing is { } sharing ? sharing.Engaged[battery.Index].Rows : [],
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Identification = plan.Scenario.Identification,
            Areas = plan.Doctrines[battery.Index]?.Areas ?? plan.Areas,
            Doctrine = plan.Doctrines[battery.Index],
        };
    }

    public FireControlInput FireControl()
    {
        var unit = Unit(world.Engagements[_next.Subject].Unit);
        return new FireControlInput
        {
            Now = _next.Time,
            EngagementIndex = _next.Subject,
            Plan = unit,
            Emitters = world.Emitters,
            EmitterRow = plan.Nodes.Length + unit.Index,
            Unit = world.FireUnits[unit.Index],
            Battery = world.Batteries[unit.Battery],
            Truth = world.Truth,
            LargestSigmaM = plan.Doctrines[unit.Battery]?.Behaviours.SilentFire?.LargestSigmaM ?? 0,
            Random = plan.Random,
            Picture = world.Pictures[unit.Battery].Tracker,
            Notes = world.Pictures[unit.Battery].Notes,
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Jammers = plan.Jammers,
            Targets = world.Flights,
            Statuses = world.Targets,
        };
    }

    public LaunchInput Launch()
    {
        var unit = Unit(_next.Subject);
        return new LaunchInput
        {
            Now = _next.Time,
            UnitIndex = _next.Subject,
            Siblings = world.FireUnits.AsSpan(plan.Batteries[unit.Battery].Units[0].Index, plan.Batteries[unit.Battery].Units.Length),
            Plan = unit,
            Emitters = world.Emitters,
            EmitterRow = plan.Nodes.Length + unit.Index,
            Random = plan.Random,
            Unit = world.FireUnits[_next.Subject],
            Battery = world.Batteries[unit.Battery],
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Missiles = world.Missiles,
            Notes = world.Pictures[unit.Battery].Notes,
        };
    }

    public FlightInput Flight()
    {
        var unit = Unit(world.Missiles[_next.Subject].Unit);
        return new FlightInput
        {
            Now = _next.Time,
            MissileIndex = _next.Subject,
            Plan = unit,
            Emitters = world.Emitters,
            EmitterRow = plan.Nodes.Length + unit.Index,
            Siblings = plan.Batteries[unit.Battery].Units,
            Unit = world.FireUnits[unit.Index],
            Battery = world.Batteries[unit.Battery],
            Truth = world.Truth,
            Random = plan.Random,
            Debris = plan.Debris,
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Missiles = world.Missiles,
            Targets = world.Flights,
            Statuses = world.Targets,
        };
    }

    public AssessmentInput Assessment()
    {
        var unit = Unit(world.Engagements[_next.Subject].Unit);
        return new AssessmentInput
        {
            Now = _next.Time,
            EngagementIndex = _next.Subject,
            Plan = unit,
            Emitters = world.Emitters,
            EmitterRow = plan.Nodes.Length + unit.Index,
            Unit = world.FireUnits[unit.Index],
            Battery = world.Batteries[unit.Battery],
            Engagements = world.Engagements,
            Notes = world.Pictures[unit.Battery].Notes,
        };
    }

    public ReloadInput Reload() => new()
    {
        Now = _next.Time,
        UnitIndex = _next.Subject,
        Launcher = _next.Detail,
        Plan = plan.FireUnits[_next.Subject],
        Random = plan.Random,
        Unit = world.FireUnits[_next.Subject],
    };

    public EmitterInput Emitter() => new()
    {
        Now = _next.Time,
        Subject = _next.Subject,
        Detail = _next.Detail,
        Nodes = plan.Nodes,
        Units = plan.FireUnits,
        Orders = plan.Orders,
        Random = plan.Random,
        Emitters = world.Emitters,
        Batteries = world.Batteries,
        FireUnits = world.FireUnits,
        Health = world.Health,
        Sharing = world.Sharing,
    };

    public DoctrineInput Doctrine() => new()
    {
        Now = _next.Time,
        Plan = plan.Doctrines[_next.Subject]!,
        State = world.Doctrines[_next.Subject]!,
        Picture = world.Pictures[_next.Subject],
        Units = world.FireUnits,
        Engagements = world.Engagements,
        Heard = world.Sharing?.Heard[_next.Subject],
        Emitter = Emitter(),
    };

    // A battery's fire units; none for another owner of a picture.
    private ReadOnlySpan<FireUnitState> UnitsOf(int picture) =>
        picture < plan.Batteries.Length && plan.Batteries[picture].Units is { Length: > 0 } units ? world.FireUnits.AsSpan(units[0].Index, units.Length) : [];

    private ReadOnlySpan<EmitterState> EmittersOf(int picture) =>
        picture < plan.Batteries.Length && plan.Batteries[picture].Units is { Length: > 0 } units ? world.Emitters.AsSpan(plan.Nodes.Length + units[0].Index, units.Length) : [];

    // What stands at the place where it is now.
    private PlannedNode Node(int index) => plan.Nodes[index].Places[world.Emitters[index].Place];

    private PlannedFireUnit Unit(int index) => plan.FireUnits[index].Places[world.Emitters[plan.Nodes.Length + index].Place];

    // A battery whose one array searches and guides spends a look's time on each of its channels in use, every revisit.
    private double FireControlShare(PlannedNode node)
    {
        var share = 0.0;
        foreach (var unit in plan.FireUnits)
        {
            if (unit.SharedNode != node.Index) continue;
            var state = world.FireUnits[unit.Index];
            share += (state.Channels.Length - state.FreeChannels) * node.Array!.Parameters.FireControlDwellS / unit.Engagement.Parameters.RevisitPeriodS;
        }

        return Math.Min(1, share);
    }
}
