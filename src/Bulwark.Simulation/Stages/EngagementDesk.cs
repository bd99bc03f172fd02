using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>The two things that several stages do to an engagement: note why it waits, and end it.</summary>
internal static class EngagementDesk
{
    /// <summary>Records a changed reason for not engaging, or no longer engaging, a track.</summary>
    public static void Note(SimTime now, int battery, int track, DeferralReason reason, double threatScore, ref TrackNote note, StageOutput output)
    {
        if (note.Deferral == reason) return;
        note.Deferral = reason;
        output.Record(now, new EngagementDeferred(battery, track, TruthTag.Unsaid, reason, threatScore), note.Truth);
    }

    /// <summary>Ends an engagement: its channel is free, and command remembers what it believes.</summary>
    public static void End(
        SimTime now,
        int index,
        ref Engagement engagement,
        EngagementResult result,
        PlannedFireUnit plan,
        FireUnitState unit,
        BatteryState battery,
        StructTable<TrackNote> notes,
        StageOutput output,
        bool isOutOfSight = false)
    {
        engagement.Phase = EngagementPhase.Ended;
        unit.FreeChannel(engagement.Channel);
        battery.Engage(plan, -1);
        ref var note = ref notes[engagement.Track];
        note.Commitment = result switch
        {
            EngagementResult.JudgedKilled => TrackCommitment.JudgedKilled,
            EngagementResult.GivenUp => TrackCommitment.GivenUp,
            EngagementResult.NoLongerPossible => TrackCommitment.HeldOff,

            // Rounds were on their way, and what they flew to vanished: it may be dead, and is not fired at again until it is seen.
            EngagementResult.TargetLost when isOutOfSight => TrackCommitment.LostFromSight,
            _ => TrackCommitment.None,
        };
        note.HeldOffUntil = note.Commitment == TrackCommitment.LostFromSight ? now : now + plan.HoldOff;
        output.Record(now, new EngagementEnded(engagement.Unit, index, engagement.Track, TruthTag.Unsaid, result), engagement.Truth);
    }
}
