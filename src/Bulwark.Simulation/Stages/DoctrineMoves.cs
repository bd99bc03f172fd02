using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Moves a unit as its doctrine says: to another position, away to be loaded and back, round to another direction.</summary>
internal static class DoctrineMoves
{
    /// <summary>Goes on with a move, or begins one when there is a reason to.</summary>
    public static void Review(in DoctrineInput input, StageOutput output)
    {
        var (behaviours, state) = (input.Plan.Behaviours, input.State);
        if (behaviours.MoveAfterFiring is null && behaviours.Reload is null && behaviours.AntiRadiation is null) return;
        if (state.AttackTrack < 0) state.StayedUp = false;
        if (state.Move != DoctrineMove.None)
        {
            Continue(in input, output);
            return;
        }

        if (behaviours.AntiRadiation is { StaysUp: true } && state is { AttackTrack: >= 0, StayedUp: false })
        {
            state.StayedUp = true;
            DoctrineStage.Record(in input, -1, DoctrineCause.AntiRadiation, DoctrineAction.StaysOn, state.AttackTrack, state.AttackTimeToGoS, output);
        }

        Count(in input);
        if (!All(in input, inAction: true)) return;
        if (behaviours.AntiRadiation is { Moves: true } && state.AttackTrack >= 0)
        {
            Leave(in input, DoctrineCause.AntiRadiation, input.Plan.AttackPlaces, state.AttackTrack, state.AttackTimeToGoS, output);
            return;
        }

        var fired = state.RoundsAtArrival - Left(in input);
        if (behaviours.MoveAfterFiring is { } scoot && (fired >= scoot.Rounds || (fired > 0 && (input.Now - state.FiredAt).TotalS >= scoot.AfterS)))
        {
            Leave(in input, DoctrineCause.MoveAfterFiring, input.Plan.FiringPlaces, -1, fired, output);
            return;
        }

        var ready = Ready(in input);
        if (behaviours.Reload is { } reload && ready <= reload.AtRounds && state.SupplyLeft > 0 && input.MissilesFlying() == 0)
        {
            foreach (var row in input.Plan.Rows) EmitterDesk.Leave(input.Now, row, 0, hides: true, input.Emitter, output);
            state.Move = DoctrineMove.Withdrawing;
            DoctrineStage.Record(in input, -1, DoctrineCause.Reload, DoctrineAction.Withdraws, -1, ready, output);
        }
    }

    /// <summary>Turns the radars that see a sector only to the cue, when nothing is reported in the sector they have.</summary>
    public static void TurnToCue(in DoctrineInput input, StageOutput output)
    {
        var cue = input.Plan.Behaviours.Cue!;
        if (input.State.Cue.At < input.Now || input.MissilesFlying() > 0) return;
        for (var index = 0; index < input.Plan.Rows.Length; index++)
        {
            var (row, facings) = (input.Plan.Rows[index], input.Plan.Facings[index]);
            ref readonly var emitter = ref input.Emitter.Emitters[row];
            if (facings.Length == 0 || emitter.Posture != SitePosture.Ready) continue;
            var place = emitter.Place;
            var present = IndexOf(facings, place);
            if (present < 0 || AnyInside(in input, row, facings[present].FacingRad, cue.WithinM) || !input.Picture.Tracker.TryGet(input.State.Cue.Track, out var track)) continue;
            var azimuthRad = input.Emitter.SiteOf(row).View(track.PositionAt(input.Now)).AzimuthRad;
            var best = facings[0];
            foreach (var facing in facings)
            {
                if (OffRad(azimuthRad, facing.FacingRad) < OffRad(azimuthRad, best.FacingRad) - 1e-9) best = facing;
            }

            if (best.Place == place) continue;
            EmitterDesk.Turn(input.Now, row, best.Place, SimDuration.FromSeconds(cue.TurnTimeS), input.Emitter, output);
            DoctrineStage.Record(in input, row, DoctrineCause.Cue, DoctrineAction.Turns, input.State.Cue.Track, best.FacingRad, output);
        }
    }

    private static int IndexOf(PlannedFacing[] facings, int place)
    {
        for (var facing = 0; facing < facings.Length; facing++)
        {
            if (facings[facing].Place == place) return facing;
        }

        return -1;
    }

    private static double OffRad(double azimuthRad, double facingRad) => Math.Abs(Math.IEEERemainder(azimuthRad - facingRad, 2 * Math.PI));

    private static bool AnyInside(in DoctrineInput input, int row, double facingRad, double withinM)
    {
        var (site, halfRad) = (input.Emitter.SiteOf(row), input.Emitter.SectorOfRad(row) / 2);
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (!DoctrineBelief.Counts(in track)) continue;
            var view = site.View(track.PositionAt(input.Now));
            if (view.RangeM <= withinM && OffRad(view.AzimuthRad, facingRad) < halfRad) return true;
        }

        return false;
    }

    private static void Leave(in DoctrineInput input, DoctrineCause cause, int[] places, int track, double value, StageOutput output)
    {
        var state = input.State;
        if (input.Plan.Behaviours.FinishGuidance is { } finish && input.MissilesFlying() > 0)
        {
            if (state.WaitsSince == SimTime.Never)
            {
                state.WaitsSince = input.Now;
                DoctrineStage.Record(in input, -1, DoctrineCause.FinishGuidance, DoctrineAction.StaysOn, track, input.MissilesFlying(), output);
            }

            if ((input.Now - state.WaitsSince).TotalS < finish.AtMostS) return;
        }

        state.WaitsSince = SimTime.Never;
        for (var index = 0; index < places.Length; index++) EmitterDesk.Leave(input.Now, input.Plan.Rows[index], state.IsAway ? 0 : places[index], hides: false, input.Emitter, output);
        (state.IsAway, state.Move) = (!state.IsAway, DoctrineMove.Moving);
        DoctrineStage.Record(in input, -1, cause, DoctrineAction.Moves, track, value, output);
    }

    private static void Continue(in DoctrineInput input, StageOutput output)
    {
        var state = input.State;
        switch (state.Move)
        {
            case DoctrineMove.Moving or DoctrineMove.Returning when All(in input, inAction: true):
                state.Move = DoctrineMove.None;
                state.RoundsAtArrival = -1;
                state.FiredAt = SimTime.Never;
                break;
            case DoctrineMove.Withdrawing when All(in input, inAction: false):
                state.Move = DoctrineMove.Loading;
                state.LoadedAt = input.Now + SimDuration.FromSeconds(input.Plan.LoadingS);
                break;
            case DoctrineMove.Loading when input.Now >= state.LoadedAt:
                var loaded = 0;
                foreach (var row in input.Plan.Rows)
                {
                    if (input.IsUnit(row) && !input.Emitter.Emitters[row].Destroyed) loaded += Load(in input, row, state.SupplyLeft - loaded, output);
                    EmitterDesk.Deploy(input.Now, row, input.Emitter, output);
                }

                state.SupplyLeft -= loaded;
                state.Move = DoctrineMove.Returning;
                DoctrineStage.Record(in input, -1, DoctrineCause.Reload, DoctrineAction.Returns, -1, loaded, output);
                break;
        }
    }

    private static int Load(in DoctrineInput input, int row, int rounds, StageOutput output)
    {
        var magazine = input.UnitOf(row).Magazine;
        var byLine = new int[magazine.ReadyByLine.Length];
        var loaded = magazine.Refill(rounds, byLine);
        for (var line = 0; line < byLine.Length; line++)
        {
            if (byLine[line] > 0) output.Record(input.Now, new RoundsLoaded(row - input.Emitter.Nodes.Length, line, byLine[line]));
        }

        return loaded;
    }

    // What it has fired from its position, counted by what is left.
    private static void Count(in DoctrineInput input)
    {
        var (state, left) = (input.State, Left(in input));
        if (state.RoundsAtArrival < 0) state.RoundsAtArrival = left;
        if (left < state.RoundsAtArrival && state.FiredAt == SimTime.Never) state.FiredAt = input.Now;
    }

    private static int Left(in DoctrineInput input)
    {
        var left = 0;
        foreach (var row in input.Plan.Rows) left += input.IsUnit(row) ? input.UnitOf(row).Magazine.Left : 0;
        return left;
    }

    private static int Ready(in DoctrineInput input)
    {
        var ready = 0;
        foreach (var row in input.Plan.Rows) ready += input.IsUnit(row) ? input.UnitOf(row).Magazine.Ready : 0;
        return ready;
    }

    // Whether everything that is not destroyed is in action, or is hidden; false when nothing is left.
    private static bool All(in DoctrineInput input, bool inAction)
    {
        var any = false;
        foreach (var row in input.Plan.Rows)
        {
            var posture = input.Emitter.Emitters[row].Posture;
            if (posture == SitePosture.Destroyed) continue;
            any = true;
            if (inAction ? posture is not (SitePosture.Ready or SitePosture.Firing) : posture != SitePosture.Hidden) return false;
        }

        return any;
    }
}
