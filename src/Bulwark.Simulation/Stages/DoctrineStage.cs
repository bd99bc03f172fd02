using Bulwark.Core.Timing;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>The crew of a unit looks at its situation, as it believes it to be, and does what its doctrine says about its radars.</summary>
internal sealed class DoctrineStage : IStage<DoctrineInput>
{
    public void Execute(in DoctrineInput input, StageOutput output)
    {
        var behaviours = input.Plan.Behaviours;
        if (behaviours.Ambush is { } ambush) DoctrineBelief.WatchAmbush(in input, ambush);
        if (behaviours.AntiRadiation is { } reaction) DoctrineBelief.WatchAttack(in input, reaction);
        for (var index = 0; index < input.Plan.Rows.Length; index++) Switch(in input, index, output);
        output.Schedule(input.Now + SimDuration.FromSeconds(behaviours.ReviewPeriodS), EventKind.DoctrineReviewed, input.Plan.Picture);
    }

    private static void Switch(in DoctrineInput input, int index, StageOutput output)
    {
        var row = input.Plan.Rows[index];
        ref var radar = ref input.State.Radars[index];
        if (input.Emitter.Emitters[row].Destroyed) return;
        var isDark = input.Emitter.Emitters[row].Dark;
        var dark = Wanted(in input, row, out var track, out var value);
        if (dark is { } cause)
        {
            if (!isDark)
            {
                // At the start nothing is shut down: it begins dark.
                if (input.Plan.Behaviours.HoldDown is { } hold && input.Now > SimTime.Start) radar.HeldUntil = input.Now + SimDuration.FromSeconds(hold.TimeS);
                EmitterDesk.Darken(input.Now, row, dark: true, input.Emitter, output);
                Record(in input, row, cause, DoctrineAction.RadarOff, track, value, output);
            }

            radar.Cause = cause;
            radar.Stays = false;
            return;
        }

        if (!isDark) return;
        if (input.Now < radar.HeldUntil)
        {
            if (!radar.Stays) Record(in input, row, DoctrineCause.HoldDown, DoctrineAction.StaysDark, track, (radar.HeldUntil - input.Now).TotalS, output);
            radar.Stays = true;
            return;
        }

        radar.Stays = false;
        EmitterDesk.Darken(input.Now, row, dark: false, input.Emitter, output);
        Record(in input, row, radar.Cause ?? DoctrineCause.HoldDown, DoctrineAction.RadarOn, track, value, output);
    }

    // The behaviour that wants a radar dark, the most pressing first; null when none does. With the track and the figure that decided.
    private static DoctrineCause? Wanted(in DoctrineInput input, int row, out int track, out double value)
    {
        (track, value) = (-1, double.NaN);
        var (behaviours, state) = (input.Plan.Behaviours, input.State);
        if (behaviours.AntiRadiation is { ShutsDown: true } reaction && state.AttackTrack >= 0 && IsMeant(in input, row, reaction.Radars))
        {
            (track, value) = (state.AttackTrack, state.AttackTimeToGoS);
            return DoctrineCause.AntiRadiation;
        }

        if (behaviours.Ambush is { } ambush && IsMeant(in input, row, ambush.Radars))
        {
            if (!DoctrineBelief.IsSprung(in input, ambush)) return DoctrineCause.Ambush;
            (track, value) = (state.AmbushTrack, state.AmbushRangeM);
        }

        return null;
    }

    private static bool IsMeant(in DoctrineInput input, int row, RadarScope scope) =>
        scope == RadarScope.All || scope == (input.IsUnit(row) ? RadarScope.Engagement : RadarScope.Search);

    private static void Record(in DoctrineInput input, int row, DoctrineCause cause, DoctrineAction action, int track, double value, StageOutput output)
    {
        var isUnit = input.IsUnit(row);
        var target = track >= 0 ? input.Picture.Notes[track].Target : -1;
        output.Record(input.Now, new DoctrineActed(
            input.Plan.Picture, isUnit ? -1 : row, isUnit ? row - input.Emitter.Nodes.Length : -1, cause, action, track, target, value));
    }
}
