using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Switches the radars of a unit off and on as its doctrine says.</summary>
internal static class DoctrineRadars
{
    /// <summary>Time for which a guard that is not heard is still believed there, seconds.</summary>
    private const double GuardPatienceS = 30;

    public static void Switch(in DoctrineInput input, int index, StageOutput output)
    {
        var row = input.Plan.Rows[index];
        ref var emitter = ref input.Emitter.Emitters[row];
        if (emitter.Destroyed) return;
        ref var radar = ref input.State.Radars[index];
        var dark = Wanted(in input, row, out var track, out var value);
        emitter.FiresSilently = dark == DoctrineCause.SilentFire;
        if (dark is not { } cause)
        {
            radar.WaitsSince = SimTime.Never;
            if (emitter.Dark) GoOn(in input, row, ref radar, track, value, output);
            return;
        }

        if (!emitter.Dark)
        {
            if (Waits(in input, row, cause, ref radar, output)) return;

            // At the start nothing is shut down: it begins dark.
            var isShutDown = cause is DoctrineCause.AntiRadiation or DoctrineCause.Ambush or DoctrineCause.Cue && input.Now > SimTime.Start;
            if (isShutDown && input.Plan.Behaviours.HoldDown is { } hold) radar.HeldUntil = input.Now + SimDuration.FromSeconds(hold.TimeS);
            EmitterDesk.Darken(input.Now, row, dark: true, input.Emitter, output);
            DoctrineStage.Record(in input, row, cause, DoctrineAction.RadarOff, track, value, output);
        }

        radar.Cause = cause;
        radar.Stays = false;
        radar.WaitsSince = SimTime.Never;
    }

    private static void GoOn(in DoctrineInput input, int row, ref DarkReason radar, int track, double value, StageOutput output)
    {
        if (input.Now < radar.HeldUntil)
        {
            if (!radar.Stays) DoctrineStage.Record(in input, row, DoctrineCause.HoldDown, DoctrineAction.StaysDark, track, (radar.HeldUntil - input.Now).TotalS, output);
            radar.Stays = true;
            return;
        }

        radar.Stays = false;
        EmitterDesk.Darken(input.Now, row, dark: false, input.Emitter, output);
        DoctrineStage.Record(in input, row, input.State.IsAlone ? DoctrineCause.FallBack : radar.Cause ?? DoctrineCause.HoldDown, DoctrineAction.RadarOn, track, value, output);
    }

    // Whether a radar that should go dark goes on guiding what is in the air.
    private static bool Waits(in DoctrineInput input, int row, DoctrineCause cause, ref DarkReason radar, StageOutput output)
    {
        if (input.Plan.Behaviours.FinishGuidance is not { } finish) return false;
        var flying = Guides(in input, row);
        if (flying == 0) return false;
        if (radar.WaitsSince == SimTime.Never)
        {
            radar.WaitsSince = input.Now;
            DoctrineStage.Record(in input, row, DoctrineCause.FinishGuidance, DoctrineAction.StaysOn, -1, flying, output);
        }

        radar.Cause = cause;
        return (input.Now - radar.WaitsSince).TotalS < finish.AtMostS;
    }

    // Missiles that depend on a radar: those of its fire unit, or of the one whose array it is.
    private static int Guides(in DoctrineInput input, int row)
    {
        if (input.IsUnit(row)) return input.UnitOf(row).MissilesFlying;
        var flying = 0;
        foreach (var other in input.Plan.Rows)
        {
            if (input.IsUnit(other) && input.Emitter.Units[other - input.Emitter.Nodes.Length].SharedNode == row) flying += input.UnitOf(other).MissilesFlying;
        }

        return flying;
    }

    // The behaviour that wants a radar dark, the most pressing first; null when none does. With the track and the figure that decided.
    private static DoctrineCause? Wanted(in DoctrineInput input, int row, out int track, out double value)
    {
        (track, value) = (-1, double.NaN);
        var (behaviours, state) = (input.Plan.Behaviours, input.State);
        if (behaviours.AntiRadiation is { } reaction && state.AttackTrack >= 0 && IsMeant(in input, row, reaction.Radars) && ShutsDown(in input, reaction))
        {
            (track, value) = (state.AttackTrack, state.AttackTimeToGoS);
            return DoctrineCause.AntiRadiation;
        }

        if (state.IsAlone)
        {
            value = (input.Now - input.LastHeard(input.Plan.HeardFrom)).TotalS;
            return null;
        }

        if (behaviours.Rotation is { } rotation && IsMeant(in input, row, rotation.Radars))
        {
            value = rotation.DutyS;
            if (!HasTurn(in input, rotation)) return DoctrineCause.Rotation;
        }

        if (behaviours.Cue is { } cue && IsMeant(in input, row, cue.Radars))
        {
            if ((input.Now - state.Cue.At).TotalS > cue.LingerS) return DoctrineCause.Cue;
            (track, value) = (state.Cue.Track, state.Cue.RangeM);
        }

        if (behaviours.Ambush is { } ambush && IsMeant(in input, row, ambush.Radars))
        {
            if (!DoctrineBelief.IsSprung(in input, ambush)) return DoctrineCause.Ambush;
            (track, value) = (state.Ambush.Track, state.Ambush.RangeM);
        }

        if (behaviours.SilentFire is { } silent && input.IsUnit(row))
        {
            if (!IsLit(in input, row, silent, out track, out value)) return DoctrineCause.SilentFire;
        }

        return null;
    }

    private static bool ShutsDown(in DoctrineInput input, AntiRadiationReaction reaction) =>
        reaction.ShutsDown || (input.Plan.GuardFrom >= 0 && (input.Now - input.LastHeard(input.Plan.GuardFrom)).TotalS > GuardPatienceS);

    private static bool HasTurn(in DoctrineInput input, EmissionRotation rotation)
    {
        var (number, size) = input.Plan.Turn;
        var slot = (long)Math.Floor(input.Now.TotalS / rotation.DutyS);
        var behind = (number - (slot * rotation.Emitting % size) + size) % size;
        return behind < rotation.Emitting;
    }

    // On shortly before the first intercept, and until the results of the last are known.
    private static bool IsLit(in DoctrineInput input, int row, SilentFire silent, out int track, out double value)
    {
        (track, value) = (-1, double.NaN);
        foreach (var index in input.UnitOf(row).Channels)
        {
            if (index < 0) continue;
            ref readonly var engagement = ref input.Engagements[index];
            var isOver = engagement.Phase == EngagementPhase.Assessing;
            if (engagement.RoundsFlying == 0 && !isOver) continue;
            var leftS = (engagement.InterceptAt - input.Now).TotalS;
            if (!isOver && leftS > silent.IlluminateBeforeS) continue;
            (track, value) = (engagement.Track, Math.Max(0, leftS));
            return true;
        }

        return false;
    }

    private static bool IsMeant(in DoctrineInput input, int row, RadarScope scope) =>
        scope == RadarScope.All || scope == (input.IsUnit(row) ? RadarScope.Engagement : RadarScope.Search);
}
