using Bulwark.Operations.Networks;

namespace Bulwark.Simulation.Stages;

/// <summary>A link fails or is repaired, as the scenario says.</summary>
internal sealed class LinkStage : IStage<DeliverInput>
{
    public void Execute(in DeliverInput input, StageOutput output)
    {
        input.Sharing.Network.SetLink(input.Now, input.Link, input.Works ? LinkCondition.Sound : LinkCondition.Down);
        SharingDesk.ScheduleNext(input.Now, input.Sharing, output);
    }
}
