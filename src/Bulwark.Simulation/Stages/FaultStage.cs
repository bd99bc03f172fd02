using Bulwark.Operations.Networks;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Faults;

namespace Bulwark.Simulation.Stages;

/// <summary>Nodes, radars and fire units are destroyed, lose their power or are repaired; a link is cut, jammed, overloaded or repaired.</summary>
internal sealed class FaultStage : IStage<FaultInput>
{
    public void Execute(in FaultInput input, StageOutput output)
    {
        var fault = input.Fault;
        var emitter = input.Emitter;
        if (fault.Link >= 0) Change(in input, output);
        var fails = fault.Action == FaultAction.Destroy;
        foreach (var node in fault.Nodes)
        {
            if (fault.IsPower) NodeDesk.CutPower(input.Now, node, fails, emitter.Health, emitter.Sharing, output);
            else NodeDesk.Destroy(input.Now, node, fails, emitter.Health, emitter.Sharing, output);
        }

        foreach (var row in fault.Emitters)
        {
            if (fault.IsPower) EmitterDesk.CutPower(input.Now, row, fails, in emitter, output);
            else if (fails) EmitterDesk.Destroy(input.Now, row, in emitter, output);
            else EmitterDesk.Repair(input.Now, row, in emitter, output);
        }
    }

    private static void Change(in FaultInput input, StageOutput output)
    {
        if (input.Emitter.Sharing is not { } sharing) return;
        var fault = input.Fault;
        var condition = fault.Action switch
        {
            FaultAction.Destroy => LinkCondition.Down,
            FaultAction.Jam => new LinkCondition(true, fault.LossProbability),
            FaultAction.Overload => new LinkCondition(true, 0, fault.CapacityShare),
            _ => LinkCondition.Sound,
        };
        sharing.Network.SetLink(input.Now, fault.Link, in condition);
        output.Record(input.Now, new LinkChanged(fault.Link, condition.Works, condition.LossProbability, condition.CapacityShare));
        SharingDesk.ScheduleNext(input.Now, sharing, output);
    }
}
