using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Identification;
using Bulwark.Operations.Picture;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>Command looks at its picture, ranks it, and gives the greatest threats to fire units with free target channels.</summary>
internal sealed class CommandStage : IStage<CommandInput>
{
    /// <summary>An order that could not be carried out for so long is void, seconds: its post orders anew what still matters.</summary>
    private const double OldestOrderS = 30;

    private readonly WeaponAssignment _assignment = new();
    private readonly CommandDuty _duty = new();
    private readonly List<TrackReport> _reports = [];
    private readonly List<TrackCommitment> _commitments = [];
    private readonly List<TrackDecision> _decisions = [];

    public void Execute(in CommandInput input, StageOutput output)
    {
        var doctrine = input.Battery.Doctrine;
        if (input.Works) Decide(in input, doctrine, output);
        output.Schedule(input.Now + SimDuration.FromSeconds(doctrine.EvaluationPeriodS), EventKind.PictureEvaluated, input.BatteryIndex);
    }

    private void Decide(in CommandInput input, EngagementDoctrine doctrine, StageOutput output)
    {
        Report(in input, Obeys(in input, output), output);
        Offer(in input);
        if (input.Doctrine is { } duty) _duty.Apply(in input, duty, CollectionsMarshal.AsSpan(_reports), CollectionsMarshal.AsSpan(_commitments));
        _assignment.Decide(
            input.Now,
            CollectionsMarshal.AsSpan(_reports),
            CollectionsMarshal.AsSpan(_commitments),
            input.Areas,
            doctrine,
            input.Battery.Offers,
            input.Battery.FreeCaps(),
            _decisions);
        if (_assignment.Targets > 0) output.Record(input.Now, new AssignmentWeighed(input.BatteryIndex, _assignment.Targets, _assignment.Taken, _assignment.ValueRatio, _assignment.BoundRatio));
        foreach (var decision in _decisions)
        {
            var track = decision.Assessment.TrackId;
            ref var note = ref input.Notes[track];
            EngagementDesk.Note(input.Now, input.BatteryIndex, track, decision.Deferral, decision.Assessment.ThreatScore, ref note, output);
            if (decision.Deferral == DeferralReason.None) Engage(in input, decision, ref note, output);
        }
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
            TruthTag.Unsaid,
            decision.Estimate.TimeOfFlightS,
            decision.Estimate.KillProbability), note.Truth);
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
            offer.IsReady = input.Emitters[unit].MayFire;
            offer.FreeTargetChannels = state.FreeChannels;
            state.Magazine.ReadyByLine.CopyTo(offer.ReadyRounds);
            foreach (var engagement in state.Channels)
            {
                if (engagement >= 0) offer.ReadyRounds[input.Engagements[engagement].Line] -= input.Engagements[engagement].RoundsToFire;
            }
        }
    }

    private void Report(in CommandInput input, bool obeys, StageOutput output)
    {
        _reports.Clear();
        _commitments.Clear();
        foreach (ref readonly var track in input.Picture)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            ref var note = ref input.Notes[track.Id];
            var report = PictureWords.Report(input.Tracker, in track, input.Forecasts) with { Told = input.Now < note.LeftAloneUntil ? Identity.Neutral : null };
            if (input.Identification?.Kinds is { } kinds) report = report with { Kind = KindDesk.Weigh(in input, kinds, in track, note.Truth, output) };
            if (input.Identification is { Weighs: true }) report = report with { Judged = Judge(in input, in report, ref note, output) };
            _reports.Add(report);
            var over = note.Commitment switch
            {
                TrackCommitment.HeldOff => input.Now >= note.HeldOffUntil,
                TrackCommitment.JudgedKilled => track.LastUpdate >= note.HeldOffUntil,
                TrackCommitment.LostFromSight => track.LastUpdate > note.HeldOffUntil,
                _ => false,
            };
            if (over) note.Commitment = TrackCommitment.None;
            _commitments.Add(
                note.Commitment == TrackCommitment.Engaged ? TrackCommitment.Engaged
                : EngagementStatus.IsEngagedElsewhere(input.Now, in track, input.EngagedElsewhere) ? TrackCommitment.EngagedElsewhere
                : note.Commitment == TrackCommitment.None && obeys && !IsOrdered(in input, in track) ? TrackCommitment.AwaitingOrder
                : note.Commitment);
        }
    }

    // Who a track is by all evidence; said when it changes.
    private static Identity Judge(in CommandInput input, in TrackReport report, ref TrackNote note, StageOutput output)
    {
        var evidence = IdentityEvidence.Of(in report, note.Origin, input.Now, input.Identification!, input.Areas);
        var identity = evidence.Judge(report.Hits, input.Identification!);
        if (identity == note.Judged) return identity;
        note.Judged = identity;
        if (identity != Identity.Pending)
            output.Record(input.Now, new TrackJudged(input.BatteryIndex, report.TrackId, TruthTag.Unsaid, identity, evidence.AnswersScore, evidence.CorridorScore, evidence.OriginScore, evidence.BehaviourScore), note.Truth);
        return identity;
    }

    // Whether it waits for the orders of a command post; silent for too long, the post is taken for lost until it is heard again.
    private static bool Obeys(in CommandInput input, StageOutput output)
    {
        if (input.Command is not { } command) return false;
        var silentS = (input.Now - command.HeardAt).TotalS;
        var mode = silentS > input.Post!.Post.FallBack.TotalS ? CommandMode.Autonomous : CommandMode.Commanded;
        if (mode != command.Mode)
        {
            command.Mode = mode;
            output.Record(input.Now, new CommandChanged(input.BatteryIndex, input.Post.Picture, mode, silentS));
            output.Happened(input.Now, mode == CommandMode.Autonomous ? OrderCondition.CommandLost : OrderCondition.CommandRestored, input.BatteryIndex);
        }

        return mode == CommandMode.Commanded;
    }

    // Whether its post has lately ordered to engage what may be this track.
    private static bool IsOrdered(in CommandInput input, in Track track)
    {
        var orders = input.Command!.Orders.Rows;
        for (var index = orders.Length - 1; index >= 0; index--)
        {
            ref readonly var order = ref orders[index];
            if ((input.Now - order.SentAt).TotalS > OldestOrderS) return false;
            if (EngagementStatus.DistanceM(input.Now, in track, order.PositionAt(input.Now)) < EngagementStatus.GateM(in track, order.PositionSigmaM)) return true;
        }

        return false;
    }
}
