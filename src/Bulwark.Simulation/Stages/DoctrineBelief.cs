using Bulwark.Core.Timing;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Doctrines;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>What a unit makes of its picture for its doctrine: who is near, who flies like an anti-radiation missile.</summary>
internal static class DoctrineBelief
{
    /// <summary>
    /// Probability that an anti-radiation missile, and that another track, flies fast and straight at the unit at one look at the picture. Assumed:
    /// the speed and course of a track are noisy, and aircraft that fly at the unit are slower; no open source gives the figures.
    /// </summary>
    private const double LikeOneProbability = 0.9;

    private const double LikeAnotherProbability = 0.1;

    private static readonly double LikeScore = Math.Log(LikeOneProbability / LikeAnotherProbability);
    private static readonly double UnlikeScore = Math.Log((1 - LikeOneProbability) / (1 - LikeAnotherProbability));

    /// <summary>Whether a track counts: confirmed, and not known to be neutral.</summary>
    public static bool Counts(in Track track) => track.Status == TrackStatus.Confirmed && ReplyIdentification.Identify(track.Hits, track.Replies) != Identity.Neutral;

    /// <summary>Notes whom the unit hears: alone for too long, it falls back on itself; when it hears again, it is led again.</summary>
    public static void Listen(in DoctrineInput input, FallBack alone, StageOutput output)
    {
        var silentS = (input.Now - input.LastHeard(input.Plan.HeardFrom)).TotalS;
        var isAlone = silentS > alone.AfterS;
        if (isAlone == input.State.IsAlone) return;
        input.State.IsAlone = isAlone;
        if (alone.Rules is { } rules)
        {
            var battery = input.Emitter.Batteries[input.Plan.Picture];
            if (isAlone) input.State.RulesBefore = battery.Rules;
            battery.Rules = isAlone ? rules : input.State.RulesBefore;
        }

        DoctrineStage.Record(in input, -1, DoctrineCause.FallBack, isAlone ? DoctrineAction.FallsBack : DoctrineAction.Rejoins, -1, silentS, output);
    }

    /// <summary>Notes when a track was last a cue.</summary>
    public static void WatchCue(in DoctrineInput input, CueFromWarning cue)
    {
        var (nearest, nearestM) = Nearest(in input);
        if (nearestM > cue.WithinM) return;
        var isOn = (input.Now - input.State.Cue.At).TotalS <= cue.LingerS;
        input.State.Cue = (input.Now, nearest, isOn ? input.State.Cue.RangeM : nearestM);
    }

    /// <summary>Notes when a track was last inside the ambush.</summary>
    public static void WatchAmbush(in DoctrineInput input, Ambush ambush)
    {
        var isSprung = IsSprung(in input, ambush);
        var (nearest, nearestM) = Nearest(in input);
        if (nearestM > (isSprung ? Ambush.LeaveFactor * ambush.WithinM : ambush.WithinM)) return;
        input.State.Ambush = isSprung ? input.State.Ambush with { At = input.Now } : (input.Now, nearest, nearestM);
    }

    /// <summary>Whether the ambush is on.</summary>
    public static bool IsSprung(in DoctrineInput input, Ambush ambush) => (input.Now - input.State.Ambush.At).TotalS <= ambush.LingerS;

    // The nearest track that counts, -1 for none.
    private static (int Track, double RangeM) Nearest(in DoctrineInput input)
    {
        var (nearest, nearestM) = (-1, double.PositiveInfinity);
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (!Counts(in track)) continue;
            var rangeM = track.PositionAt(input.Now).DistanceTo(input.Plan.Home);
            if (rangeM < nearestM) (nearest, nearestM) = (track.Id, rangeM);
        }

        return (nearest, nearestM);
    }

    /// <summary>Weighs each track that flies like an anti-radiation missile, or did, and takes the most urgent one that is taken for one.</summary>
    public static void WatchAttack(in DoctrineInput input, AntiRadiationReaction reaction)
    {
        var suspects = input.State.Suspects;
        var (attack, attackS) = (-1, double.PositiveInfinity);
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (!Counts(in track)) continue;
            var comes = Comes(in input, in track, reaction, out var timeToGoS);
            var known = Find(suspects, track.Id);
            if (known < 0 && !comes) continue;
            var score = (known < 0 ? 0 : suspects[known].Score) + (comes ? LikeScore : UnlikeScore);

            // Beyond its bounds the evidence is not piled up, so that a track that turns away is believed soon.
            score = Math.Clamp(score, input.Plan.AttackTest.LowerScore, input.Plan.AttackTest.UpperScore);
            if (known < 0) suspects.Add((track.Id, score, input.Now));
            else suspects[known] = (track.Id, score, input.Now);
            if (comes && timeToGoS < attackS && input.Plan.AttackTest.Judge(score) == SequentialDecision.Second) (attack, attackS) = (track.Id, timeToGoS);
        }

        // Whom the picture holds no more is no suspect any more.
        for (var suspect = suspects.Count - 1; suspect >= 0; suspect--)
        {
            if (suspects[suspect].Seen < input.Now) suspects.RemoveAt(suspect);
        }

        (input.State.AttackTrack, input.State.AttackTimeToGoS) = (attack, attackS);
    }

    private static int Find(List<(int Track, double Score, SimTime Seen)> suspects, int track)
    {
        for (var suspect = 0; suspect < suspects.Count; suspect++)
        {
            if (suspects[suspect].Track == track) return suspect;
        }

        return -1;
    }

    private static bool Comes(in DoctrineInput input, in Track track, AntiRadiationReaction reaction, out double timeToGoS)
    {
        var relative = input.Plan.Home - track.PositionAt(input.Now);
        var speed = track.Velocity.Length;
        timeToGoS = relative.Dot(track.Velocity) / Math.Max(1, speed * speed);
        if (speed < reaction.SpeedMPerS || timeToGoS <= 0 || timeToGoS > reaction.TimeToGoS) return false;

        // It dives at the end: what counts is where its way leads over the ground.
        var up = input.Plan.Home.Normalized();
        var past = relative - (track.Velocity * timeToGoS);
        return (past - (up * up.Dot(past))).Length <= reaction.MissM;
    }
}
