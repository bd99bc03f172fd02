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

/// <summary>Command looks at its picture, ranks it, and gives the greatest threats to fire units with free target channels.</summary>
internal sealed class CommandStage : IStage<CommandInput>
{
    /// <summary>What was said about an engagement longer ago than this says nothing any more, seconds.</summary>
    private const double OldestStatusS = 30;

    /// <summary>Tracks closer together than this may be of one target, metres: the least, for tracks of good accuracy.</summary>
    private const double SmallestGateM = 1_000;

    private readonly WeaponAssignment _assignment = new();
    private readonly List<TrackReport> _reports = [];
    private readonly List<TrackCommitment> _commitments = [];
    private readonly List<TrackDecision> _decisions = [];

    public void Execute(in CommandInput input, StageOutput output)
    {
        Report(in input);
        var doctrine = input.Battery.Doctrine;
        Offer(in input);
        _assignment.Decide(
            input.Now,
            CollectionsMarshal.AsSpan(_reports),
            CollectionsMarshal.AsSpan(_commitments),
            input.Areas,
            doctrine,
            input.Battery.Offers,
            input.Battery.FreeCaps(),
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
        var unit = At(in input, decision.Unit);
        var state = input.Units[decision.Unit];
        var ready = input.Now + SimDuration.FromSeconds(unit.Doctrine.ReactionTimeS);
        var index = input.Engagements.Count;
        var channel = state.TakeChannel(index);
        input.Battery.Engage(unit, +1);
        input.Engagements.Add(new Engagement
        {
            Unit = unit.Index,
            Line = decision.Line,
            Channel = channel,
            Track = decision.Assessment.TrackId,
            Target = -1,
            Phase = EngagementPhase.Reacting,
            StartedAt = input.Now,
            ReadyAt = ready,
            LastSeenAt = input.Now,
            RoundsToFire = unit.Doctrine.SalvoSize,
            Salvos = 1,
        });
        input.FireControl.Add(default);
        note.Commitment = TrackCommitment.Engaged;
        output.Record(input.Now, new EngagementStarted(
            unit.Index,
            index,
            channel,
            decision.Assessment.TrackId,
            note.Target,
            decision.Estimate.TimeOfFlightS,
            decision.Estimate.KillProbability));
        output.Schedule(input.Now, EventKind.FireControlLook, index);
        output.Schedule(ready, EventKind.LaunchOpportunity, unit.Index);
    }

    private static PlannedFireUnit At(in CommandInput input, int unit) => input.Plan.Units[unit].Places[input.Emitters[unit].Place];

    // Rounds promised to engagements that go on are not offered again.
    private static void Offer(in CommandInput input)
    {
        for (var unit = 0; unit < input.Units.Length; unit++)
        {
            // A unit that has moved has another computer: it sees and reaches from elsewhere.
            var plan = At(in input, unit);
            if (!ReferenceEquals(input.Battery.Offers[unit].Geometry, plan.Geometry)) input.Battery.Offers[unit] = new FireUnitOffer(plan.Geometry, plan.Doctrine, PlannedBattery.CapOf(plan));
            var (offer, state) = (input.Battery.Offers[unit], input.Units[unit]);
            offer.IsReady = input.Emitters[unit].Radiating;
            offer.FreeTargetChannels = state.FreeChannels;
            state.Magazine.ReadyByLine.CopyTo(offer.ReadyRounds);
            foreach (var engagement in state.Channels)
            {
                if (engagement >= 0) offer.ReadyRounds[input.Engagements[engagement].Line] -= input.Engagements[engagement].RoundsToFire;
            }
        }
    }

    private void Report(in CommandInput input)
    {
        _reports.Clear();
        _commitments.Clear();
        foreach (ref readonly var track in input.Picture)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            _reports.Add(new TrackReport(
                track.Id, track.LastUpdate, track.Estimate.Position, track.Velocity, track.Estimate.PositionSigmaM, track.Estimate.HeightSigmaM, track.Hits, track.Replies)
            {
                Belief = PictureWords.Belief(input.Tracker, track.Id),
                Impact = input.Forecasts.TryGetValue(track.Id, out var forecast) ? PictureWords.Ground(forecast.Impact) : null,
                Launch = PictureWords.Ground(forecast.Launch),
            });
            ref var note = ref input.Notes[track.Id];
            var over = note.Commitment switch
            {
                TrackCommitment.HeldOff => input.Now >= note.HeldOffUntil,
                TrackCommitment.JudgedKilled => track.LastUpdate >= note.HeldOffUntil,
                _ => false,
            };
            if (over) note.Commitment = TrackCommitment.None;
            _commitments.Add(note.Commitment != TrackCommitment.Engaged && IsEngagedElsewhere(in input, in track) ? TrackCommitment.EngagedElsewhere : note.Commitment);
        }
    }

    // Whether somebody else lately said that he engages what may be this track.
    private static bool IsEngagedElsewhere(in CommandInput input, in Track track)
    {
        foreach (ref readonly var other in input.EngagedElsewhere)
        {
            var report = other.Report;
            if (!report.IsEngaged || (input.Now - report.Time).TotalS > OldestStatusS) continue;
            var gateM = Math.Max(SmallestGateM, 3 * (report.PositionSigmaM + track.Estimate.PositionSigmaM));
            if (report.PositionAt(input.Now).DistanceTo(track.PositionAt(input.Now)) < gateM) return true;
        }

        return false;
    }
}
