using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Command looks at its picture, ranks it, and gives free target channels to the greatest threats.</summary>
internal sealed class CommandStage : IStage<CommandInput>
{
    private readonly WeaponAssignment _assignment = new();
    private readonly List<TrackReport> _reports = [];
    private readonly List<TrackCommitment> _commitments = [];
    private readonly List<TrackDecision> _decisions = [];

    public void Execute(in CommandInput input, StageOutput output)
    {
        Report(in input);
        var doctrine = input.Plan.Doctrine;
        var status = new FireUnitStatus(input.Battery.FreeChannels, input.Battery.Magazine.Ready - RoundsOwed(in input));
        _assignment.Decide(
            input.Now,
            CollectionsMarshal.AsSpan(_reports),
            CollectionsMarshal.AsSpan(_commitments),
            input.Areas,
            doctrine,
            status,
            input.Plan.Geometry,
            _decisions);

        foreach (var decision in _decisions)
        {
            var track = decision.Assessment.TrackId;
            ref var note = ref input.Notes[track];
            EngagementDesk.Note(input.Now, input.BatteryIndex, track, decision.Deferral, decision.Assessment.ThreatScore, ref note, output);
            if (decision.Deferral == DeferralReason.None) Engage(in input, decision, ref note, output);
        }

        output.Schedule(input.Now + SimDuration.FromSeconds(doctrine.EvaluationPeriodS), EventKind.PictureEvaluated, input.BatteryIndex);
    }

    private static void Engage(in CommandInput input, in TrackDecision decision, ref TrackNote note, StageOutput output)
    {
        var ready = input.Now + SimDuration.FromSeconds(input.Plan.Doctrine.ReactionTimeS);
        var index = input.Engagements.Count;
        var channel = input.Battery.TakeChannel(index);
        input.Engagements.Add(new Engagement
        {
            Battery = input.BatteryIndex,
            Channel = channel,
            Track = decision.Assessment.TrackId,
            Target = -1,
            Phase = EngagementPhase.Reacting,
            StartedAt = input.Now,
            ReadyAt = ready,
            LastSeenAt = input.Now,
            RoundsToFire = input.Plan.Doctrine.SalvoSize,
            Salvos = 1,
        });
        input.FireControl.Add(default);
        note.Commitment = TrackCommitment.Engaged;
        output.Record(input.Now, new EngagementStarted(
            input.BatteryIndex,
            index,
            channel,
            decision.Assessment.TrackId,
            note.Target,
            decision.Estimate.TimeOfFlightS,
            decision.Estimate.KillProbability));
        output.Schedule(input.Now, EventKind.FireControlLook, index);
        output.Schedule(ready, EventKind.LaunchOpportunity, input.BatteryIndex);
    }

    private static int RoundsOwed(in CommandInput input)
    {
        var owed = 0;
        foreach (var engagement in input.Battery.Channels)
        {
            if (engagement >= 0) owed += input.Engagements[engagement].RoundsToFire;
        }

        return owed;
    }

    private void Report(in CommandInput input)
    {
        _reports.Clear();
        _commitments.Clear();
        foreach (ref readonly var track in input.Picture)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            _reports.Add(new TrackReport(
                track.Id, track.LastUpdate, track.Estimate.Position, track.Velocity, track.Estimate.PositionSigmaM, track.Estimate.HeightSigmaM, track.Hits, track.Replies));
            ref var note = ref input.Notes[track.Id];
            var over = note.Commitment switch
            {
                TrackCommitment.HeldOff => input.Now >= note.HeldOffUntil,
                TrackCommitment.JudgedKilled => track.LastUpdate >= note.HeldOffUntil,
                _ => false,
            };
            if (over) note.Commitment = TrackCommitment.None;
            _commitments.Add(note.Commitment);
        }
    }
}
