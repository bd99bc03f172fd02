using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;
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
        if (input.Now < input.Unit.NextLaunchAt || !input.Emitters[input.EmitterRow].MayFire) return;
        while (FirstReady(in input) is var index && index >= 0)
        {
            ref var engagement = ref input.Engagements[index];
            engagement.Phase = EngagementPhase.Firing;
            ref var note = ref input.Notes[engagement.Track];
            if (input.Unit.MissilesFlying >= input.Plan.Limits.Missiles || !input.Battery.MayLaunch(input.Plan))
            {
                NoteEveryWaiting(in input, output);
                return;
            }

            var report = input.FireControl[index].Report(engagement.Track);
            var estimate = input.Plan.Geometry.Predict(in report, engagement.Line, input.Now);
            if (!estimate.Feasible)
            {
                StopFiring(in input, index, ref engagement, EngagementResult.NoLongerPossible, output);
            }
            else if (!input.Unit.Magazine.TryFire(engagement.Line, out var launcher))
            {
                StopFiring(in input, index, ref engagement, EngagementResult.NoRound, output);
            }
            else
            {
                EngagementDesk.Note(input.Now, input.Plan.Battery, engagement.Track, DeferralReason.None, 0, ref note, output);
                engagement.InterceptAt = SimTime.Min(engagement.RoundsFlying > 0 ? engagement.InterceptAt : SimTime.Never, input.Now + SimDuration.FromSeconds(estimate.TimeOfFlightS));
                Launch(in input, index, ref engagement, launcher, output);
                return;
            }
        }
    }

    private static int FirstReady(in LaunchInput input)
    {
        var first = -1;
        foreach (var index in input.Unit.Channels)
        {
            if (index < 0 || !CanFire(in input, in input.Engagements[index])) continue;
            if (first < 0 || (input.Engagements[index].ReadyAt, index).CompareTo((input.Engagements[first].ReadyAt, first)) < 0) first = index;
        }

        return first;
    }

    private static bool CanFire(in LaunchInput input, in Engagement engagement) =>
        engagement.RoundsToFire > 0
        && engagement.HasEcho
        && !engagement.Lost
        && input.Now >= engagement.ReadyAt
        && engagement.Phase is EngagementPhase.Reacting or EngagementPhase.Firing;

    private static void NoteEveryWaiting(in LaunchInput input, StageOutput output)
    {
        foreach (var index in input.Unit.Channels)
        {
            if (index < 0) continue;
            ref var engagement = ref input.Engagements[index];
            if (!CanFire(in input, in engagement) || engagement.RoundsFlying > 0) continue;
            EngagementDesk.Note(
                input.Now, input.Plan.Battery, engagement.Track, DeferralReason.NoMissileChannel, 0, ref input.Notes[engagement.Track], output);
        }
    }

    private static bool AllOut(in LaunchInput input)
    {
        foreach (var unit in input.Siblings)
        {
            if (unit.Magazine.Left > 0) return false;
        }

        return true;
    }

    private static void StopFiring(in LaunchInput input, int index, ref Engagement engagement, EngagementResult result, StageOutput output)
    {
        engagement.RoundsToFire = 0;
        if (engagement.RoundsFlying > 0) engagement.Phase = EngagementPhase.Guiding;
        else EngagementDesk.End(input.Now, index, ref engagement, result, input.Plan, input.Unit, input.Battery, input.Notes, output);
    }

    private static void Launch(in LaunchInput input, int index, ref Engagement engagement, int launcher, StageOutput output)
    {
        var missile = input.Missiles.Count;
        var line = input.Plan.Lines[engagement.Line];
        var works = input.Random.Open(missile, RandomPurpose.RoundReliability).NextUnit() < line.Round.ReliabilityProbability;
        input.Missiles.Add(new Missile
        {
            Unit = input.UnitIndex,
            Line = engagement.Line,
            Engagement = index,
            Truth = engagement.Truth,
            LaunchedAt = input.Now,
            SteppedTo = input.Now,
            Flying = works,
            Flight = line.Interceptor.Launch(line.LauncherPosition),
        });
        output.Record(input.Now, new MissileLaunched(input.UnitIndex, missile, index, launcher, engagement.Line, TruthTag.Unsaid), engagement.Truth);
        output.Happened(input.Now, OrderCondition.FirstLaunch, input.Plan.Battery);
        if (input.Unit.Magazine.Left == 0 && AllOut(in input)) output.Happened(input.Now, OrderCondition.RoundsOut, input.Plan.Battery);
        engagement.RoundsToFire--;
        if (works)
        {
            engagement.RoundsFlying++;
            input.Unit.MissilesFlying++;
            input.Battery.Fly(input.Plan, +1);
            EmitterDesk.Fire(input.Now, input.EmitterRow, input.EmitterRow - input.UnitIndex, firing: true, input.Emitters, output);
            output.Schedule(input.Now + FlightStage.MidcourseInterval, EventKind.GuidanceInterval, missile);
        }
        else
        {
            engagement.LastInterceptAt = input.Now;
            output.Record(input.Now, new MissileEnded(input.UnitIndex, missile, index, TruthTag.Unsaid, MissileOutcome.Failed, double.NaN), engagement.Truth);
        }

        if (engagement.RoundsToFire == 0) engagement.Phase = EngagementPhase.Guiding;
        if (engagement.RoundsToFire == 0 && engagement.RoundsFlying == 0)
        {
            engagement.Phase = EngagementPhase.Assessing;
            output.Schedule(input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.KillAssessmentDelayS), EventKind.SalvoAssessed, index);
        }

        input.Unit.NextLaunchAt = input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.LaunchIntervalS);
        output.Schedule(input.Unit.NextLaunchAt, EventKind.LaunchOpportunity, input.UnitIndex);
        ReloadStage.Begin(input.Now, input.UnitIndex, launcher, input.Plan, input.Unit.Magazine, input.Random, output);
    }
}
