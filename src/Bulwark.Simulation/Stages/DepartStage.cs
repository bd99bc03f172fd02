using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>A target that is still flying has reached its objective, or the end of its route.</summary>
internal sealed class DepartStage : IStage<TrafficInput>
{
    public void Execute(in TrafficInput input, StageOutput output)
    {
        if (input.Statuses[input.Target] != TargetStatus.Flying) return;
        input.Statuses[input.Target] = TargetStatus.Gone;
        output.Record(input.Now, new TargetDeparted(input.Target, input.Plan.Departure, -1));
        if (input.Plan.Departure != DepartureReason.ReachedObjective || input.Plan.Group.Objective is not { } objective) return;
        for (var fault = 0; fault < input.Faults.Length; fault++)
        {
            if (input.Faults[fault].Objective == objective && ++input.Hits[fault] == input.Faults[fault].Hits) output.Schedule(input.Now, EventKind.FaultDue, fault);
        }
    }
}
