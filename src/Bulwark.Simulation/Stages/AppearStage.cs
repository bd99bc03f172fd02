using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>A target enters the scene; when it leaves it again, if nobody stops it, is known from its route.</summary>
internal sealed class AppearStage : IStage<TrafficInput>
{
    public void Execute(in TrafficInput input, StageOutput output)
    {
        input.Statuses[input.Target] = TargetStatus.Flying;
        output.Record(input.Now, new TargetAppeared(input.Target));
        output.Schedule(input.Plan.DepartsAt, EventKind.TargetDeparts, input.Target);
    }
}
