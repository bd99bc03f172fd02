using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Magazines;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Stages;

/// <summary>A launcher's reload is finished: its rounds are ready, and the vehicle that loaded it goes on to the next empty one.</summary>
internal sealed class ReloadStage : IStage<ReloadInput>
{
    /// <summary>Begins the reload of a launcher if that can be done now; the crew's time is drawn from its published spread.</summary>
    public static void Begin(SimTime now, int unit, int launcher, PlannedFireUnit plan, Magazine magazine, RandomNames random, StageOutput output)
    {
        var luck = random.Open(unit, launcher, RandomPurpose.CrewTime, (uint)(now.Nanoseconds / 1_000_000_000));
        var group = plan.Lines[magazine.Launchers[launcher].FirstLine].Group;
        var finished = now + plan.Unit.Launchers[group].ReloadTime.Draw(ref luck);
        var left = magazine.Launchers[launcher].CanFire ? magazine.Launchers[launcher].Ready : 0;
        if (!magazine.TryStartReload(launcher, finished)) return;
        if (left > 0) output.Record(now, new LauncherReload(unit, launcher, left, ReloadStep.Held));
        output.Record(now, new LauncherReload(unit, launcher, magazine.Launchers[launcher].Ready, ReloadStep.Began));
        output.Schedule(finished, EventKind.LauncherReloaded, unit, launcher);
    }

    public void Execute(in ReloadInput input, StageOutput output)
    {
        var magazine = input.Unit.Magazine;
        magazine.FinishReload(input.Launcher);
        var rounds = magazine.Launchers[input.Launcher].Ready;
        output.Record(input.Now, new LauncherReload(input.UnitIndex, input.Launcher, rounds, ReloadStep.Finished));
        if (magazine.Launchers[input.Launcher].IsHeld) output.Record(input.Now, new LauncherReload(input.UnitIndex, input.Launcher, rounds, ReloadStep.Held));
        output.Schedule(input.Now, EventKind.LaunchOpportunity, input.UnitIndex);
        if (magazine.NextToReload() is var next && next >= 0) Begin(input.Now, input.UnitIndex, next, input.Plan, magazine, input.Random, output);
    }
}
