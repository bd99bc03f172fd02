using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A battery launches its next round: for the engagement that has been ready longest, if a missile channel and a round are free and
/// the intercept is still possible.
/// </summary>
internal sealed class LaunchStage : IStage<LaunchInput>
{
    public void Execute(in LaunchInput input, StageOutput output)
    {
        if (input.Now < input.Battery.NextLaunchAt) return;
        while (FirstReady(in input) is var index && index >= 0)
        {
            ref var engagement = ref input.Engagements[index];
            engagement.Phase = EngagementPhase.Firing;
            ref var note = ref input.Notes[engagement.Track];
            if (input.Battery.MissilesFlying >= input.Plan.Limits.Missiles)
            {
                NoteEveryWaiting(in input, output);
                return;
            }

            var report = input.FireControl[index].Report(engagement.Track);
            if (!input.Plan.Geometry.Predict(in report, input.Now).Feasible)
            {
                StopFiring(in input, index, ref engagement, EngagementResult.NoLongerPossible, output);
            }
            else if (!input.Battery.Magazine.TryFire(out var launcher))
            {
                StopFiring(in input, index, ref engagement, EngagementResult.NoRound, output);
            }
            else
            {
                EngagementDesk.Note(input.Now, input.BatteryIndex, engagement.Track, DeferralReason.None, 0, ref note, output);
                Launch(in input, index, ref engagement, launcher, output);
                return;
            }
        }
    }

    private static int FirstReady(in LaunchInput input)
    {
        var first = -1;
        foreach (var index in input.Battery.Channels)
        {
            if (index < 0 || !CanFire(in input, in input.Engagements[index])) continue;
            if (first < 0 || (input.Engagements[index].ReadyAt, index).CompareTo((input.Engagements[first].ReadyAt, first)) < 0) first = index;
        }

        return first;
    }

    private static bool CanFire(in LaunchInput input, in Engagement engagement) =>
        engagement.RoundsToFire > 0
        && engagement.Target >= 0
        && !engagement.Lost
        && input.Now >= engagement.ReadyAt
        && engagement.Phase is EngagementPhase.Reacting or EngagementPhase.Firing;

    private static void NoteEveryWaiting(in LaunchInput input, StageOutput output)
    {
        foreach (var index in input.Battery.Channels)
        {
            if (index < 0) continue;
            ref var engagement = ref input.Engagements[index];
            if (!CanFire(in input, in engagement) || engagement.RoundsFlying > 0) continue;
            EngagementDesk.Note(
                input.Now, input.BatteryIndex, engagement.Track, DeferralReason.NoMissileChannel, 0, ref input.Notes[engagement.Track], output);
        }
    }

    private static void StopFiring(in LaunchInput input, int index, ref Engagement engagement, EngagementResult result, StageOutput output)
    {
        engagement.RoundsToFire = 0;
        if (engagement.RoundsFlying > 0) engagement.Phase = EngagementPhase.Guiding;
        else EngagementDesk.End(input.Now, index, ref engagement, result, input.Plan.HoldOff, input.Battery, input.Notes, output);
    }

    private static void Launch(in LaunchInput input, int index, ref Engagement engagement, int launcher, StageOutput output)
    {
        var missile = input.Missiles.Count;
        var works = input.Random.Open(missile, RandomPurpose.RoundReliability).NextUnit() < input.Plan.Round.ReliabilityProbability;
        input.Missiles.Add(new Missile
        {
            Battery = input.BatteryIndex,
            Engagement = index,
            Target = engagement.Target,
            LaunchedAt = input.Now,
            SteppedTo = input.Now,
            Flying = works,
            Flight = input.Plan.Interceptor.Launch(input.Plan.LauncherPosition),
        });
        output.Record(input.Now, new MissileLaunched(input.BatteryIndex, missile, index, launcher, engagement.Target));
        engagement.RoundsToFire--;
        if (works)
        {
            engagement.RoundsFlying++;
            input.Battery.MissilesFlying++;
            output.Schedule(input.Now + FlightStage.MidcourseInterval, EventKind.GuidanceInterval, missile);
        }
        else
        {
            engagement.LastInterceptAt = input.Now;
            output.Record(input.Now, new MissileEnded(input.BatteryIndex, missile, index, engagement.Target, MissileOutcome.Failed, double.NaN));
        }

        if (engagement.RoundsToFire == 0) engagement.Phase = EngagementPhase.Guiding;
        if (engagement.RoundsToFire == 0 && engagement.RoundsFlying == 0)
        {
            engagement.Phase = EngagementPhase.Assessing;
            output.Schedule(input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.KillAssessmentDelayS), EventKind.SalvoAssessed, index);
        }

        input.Battery.NextLaunchAt = input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.LaunchIntervalS);
        output.Schedule(input.Battery.NextLaunchAt, EventKind.LaunchOpportunity, input.BatteryIndex);
        Reload(in input, launcher, output);
    }

    private static void Reload(in LaunchInput input, int launcher, StageOutput output)
    {
        var finished = input.Now + SimDuration.FromSeconds(input.Plan.Battery.ReloadTimeS);
        if (!input.Battery.Magazine.TryStartReload(launcher, finished)) return;
        var rounds = input.Battery.Magazine.Launchers[launcher].Ready;
        output.Record(input.Now, new LauncherReload(input.BatteryIndex, launcher, rounds, ReloadStep.Began));
        output.Schedule(finished, EventKind.LauncherReloaded, input.BatteryIndex, launcher);
    }
}
