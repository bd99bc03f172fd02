using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Stages;

/// <summary>A launcher's reload is finished: its rounds are ready.</summary>
internal sealed class ReloadStage : IStage<ReloadInput>
{
    public void Execute(in ReloadInput input, StageOutput output)
    {
        var magazine = input.Battery.Magazine;
        magazine.FinishReload(input.Launcher);
        var rounds = magazine.Launchers[input.Launcher].Ready;
        output.Record(input.Now, new LauncherReload(input.BatteryIndex, input.Launcher, rounds, ReloadStep.Finished));
        output.Schedule(input.Now, EventKind.LaunchOpportunity, input.BatteryIndex);
    }
}
