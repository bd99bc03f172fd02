using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;

namespace Bulwark.Simulation.Stages;

/// <summary>An order reaches its unit, which begins to carry it out.</summary>
internal sealed class OrderStage : IStage<EmitterInput>
{
    public void Execute(in EmitterInput input, StageOutput output)
    {
        var planned = input.Orders[input.Subject];
        var action = planned.Order.Action;
        if (action is OrderAction.RulesFree or OrderAction.RulesTight or OrderAction.RulesHold)
        {
            if (planned.Battery >= 0) input.Batteries[planned.Battery].Rules = action switch
            {
                OrderAction.RulesFree => RulesOfEngagement.Free,
                OrderAction.RulesTight => RulesOfEngagement.Tight,
                _ => RulesOfEngagement.Hold,
            };
            return;
        }

        foreach (var (unit, launcher) in planned.Launchers) Tell(action, unit, launcher, in input, output);
        if (planned.Launchers.Count > 0) return;
        for (var index = 0; index < planned.Emitters.Length; index++)
        {
            var row = planned.Emitters[index];
            switch (action)
            {
                case OrderAction.Move: EmitterDesk.Leave(input.Now, row, planned.Places[index], hides: false, in input, output); break;
                case OrderAction.Hide: EmitterDesk.Leave(input.Now, row, planned.Places[index], hides: true, in input, output); break;
                case OrderAction.Deploy: EmitterDesk.Deploy(input.Now, row, in input, output); break;
                case OrderAction.RadarsOff: EmitterDesk.Silence(input.Now, row, silent: true, in input, output); break;
                case OrderAction.RadarsOn: EmitterDesk.Silence(input.Now, row, silent: false, in input, output); break;
            }
        }
    }

    private static void Tell(OrderAction action, int unit, int launcher, in EmitterInput input, StageOutput output)
    {
        var magazine = input.FireUnits[unit].Magazine;
        if (action == OrderAction.LaunchersReload)
        {
            // When every reload vehicle is busy, the next one that is free comes to it.
            magazine.WantReload(launcher);
            ReloadStage.Begin(input.Now, unit, launcher, input.Units[unit], magazine, input.Random, output);
            return;
        }

        var hold = action == OrderAction.LaunchersHold;
        if (magazine.Hold(launcher, hold) is var changed and > 0) output.Record(input.Now, new LauncherReload(unit, launcher, changed, hold ? ReloadStep.Held : ReloadStep.Freed));
        if (!hold) output.Schedule(input.Now, EventKind.LaunchOpportunity, unit);
    }
}
