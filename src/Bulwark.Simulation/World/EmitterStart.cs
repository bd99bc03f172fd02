using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.World;

/// <summary>How every radar and fire unit stands at the start of a run.</summary>
internal static class EmitterStart
{
    public static EmitterState[] Of(RunPlan plan)
    {
        var emitters = new EmitterState[plan.Nodes.Length + plan.FireUnits.Length];
        foreach (var node in plan.Nodes)
        {
            if (node.Picture < plan.Batteries.Length) emitters[node.Index] = Of(plan.Batteries[node.Picture].Battery.Begins);
        }

        foreach (var unit in plan.FireUnits) emitters[plan.Nodes.Length + unit.Index] = Of(plan.Batteries[unit.Battery].Battery.Begins);
        return emitters;
    }

    private static EmitterState Of(StartingState state) => new()
    {
        Posture = state == StartingState.Hidden ? SitePosture.Hidden : SitePosture.Ready,
        Silent = state == StartingState.Silent,
    };
}
