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
        Plan = plan.Targets[_next.Subject],
        Statuses = world.Targets,
    };

    public SweepInput Sweep() => new()
    {
        Now = _next.Time,
        Sector = _next.Detail,
        Plan = plan.Nodes[_next.Subject],
        Node = world.Nodes[_next.Subject],
        Random = plan.Random,
        Jammers = plan.Jammers,
        Targets = plan.Targets,
        Statuses = world.Targets,
    };

    public ArrayInput Array()
    {
        var node = plan.Nodes[_next.Subject];
        return new ArrayInput
        {
            Now = _next.Time,
            Frame = _next.Detail,
            Plan = node,
            Node = world.Nodes[_next.Subject],
            FireControlShare = FireControlShare(node),
            Random = plan.Random,
            Jammers = plan.Jammers,
            Targets = plan.Targets,
            Statuses = world.Targets,
        };
    }

    public PictureInput Picture() => new()
    {
        Now = _next.Time,
        NodeIndex = _next.Subject,
        Node = world.Nodes[_next.Subject],
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
            Picture = world.Nodes[battery.Node].Tracker.Tracks,
            Notes = world.Nodes[battery.Node].Notes,
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Areas = plan.Areas,
        };
    }

    public FireControlInput FireControl()
    {
        var index = world.Engagements[_next.Subject].Battery;
        var battery = plan.Batteries[index];
        return new FireControlInput
        {
            Now = _next.Time,
            EngagementIndex = _next.Subject,
            Plan = battery,
            Battery = world.Batteries[index],
            Random = plan.Random,
            Picture = world.Nodes[battery.Node].Tracker,
            Notes = world.Nodes[battery.Node].Notes,
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Jammers = plan.Jammers,
            Targets = plan.Targets,
            Statuses = world.Targets,
        };
    }

    public LaunchInput Launch()
    {
        var battery = plan.Batteries[_next.Subject];
        return new LaunchInput
        {
            Now = _next.Time,
            BatteryIndex = _next.Subject,
            Plan = battery,
            Random = plan.Random,
            Battery = world.Batteries[_next.Subject],
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Missiles = world.Missiles,
            Notes = world.Nodes[battery.Node].Notes,
        };
    }

    public FlightInput Flight()
    {
        var index = world.Missiles[_next.Subject].Battery;
        return new FlightInput
        {
            Now = _next.Time,
            MissileIndex = _next.Subject,
            Plan = plan.Batteries[index],
            Battery = world.Batteries[index],
            Random = plan.Random,
            Engagements = world.Engagements,
            FireControl = world.FireControl,
            Missiles = world.Missiles,
            Targets = plan.Targets,
            Statuses = world.Targets,
        };
    }

    public AssessmentInput Assessment()
    {
        var index = world.Engagements[_next.Subject].Battery;
        var battery = plan.Batteries[index];
        return new AssessmentInput
        {
            Now = _next.Time,
            EngagementIndex = _next.Subject,
            Plan = battery,
            Battery = world.Batteries[index],
            Engagements = world.Engagements,
            Notes = world.Nodes[battery.Node].Notes,
        };
    }

    public ReloadInput Reload() => new()
    {
        Now = _next.Time,
        BatteryIndex = _next.Subject,
        Launcher = _next.Detail,
        Battery = world.Batteries[_next.Subject],
    };

    // A battery whose one array searches and guides spends a look's time on each of its channels in use, every revisit.
    private double FireControlShare(PlannedNode node)
    {
        var share = 0.0;
        for (var index = 0; index < plan.Batteries.Length; index++)
        {
            var planned = plan.Batteries[index];
            if (planned.Node != node.Index || !planned.GuidesWithSearchRadar) continue;
            var busy = world.Batteries[index].Channels.Length - world.Batteries[index].FreeChannels;
            share += busy * node.Array!.Parameters.FireControlDwellS / planned.Engagement.Parameters.RevisitPeriodS;
        }

        return Math.Min(1, share);
    }
}
