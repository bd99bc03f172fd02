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

/// <summary>
/// A command post looks at the picture that reached it, ranks it, and orders its batteries over the network who engages what. It knows their channels and
/// rounds as they last told it, less what it has ordered since.
/// </summary>
internal sealed class PostStage : IStage<PostInput>
{
    /// <summary>An order of which nothing has been heard for so long has failed, and is given anew, seconds.</summary>
    private const double PendingS = 15;

    /// <summary>A status sent less than this after an order does not yet know of it, seconds: a way there, an evaluation, a way back.</summary>
    private const double ReflectS = 6;

    private readonly WeaponAssignment _assignment = new();
    private readonly List<TrackReport> _reports = [];
    private readonly List<TrackCommitment> _commitments = [];
    private readonly List<TrackDecision> _decisions = [];
    private CommandCap[] _caps = [];

    public void Execute(in PostInput input, StageOutput output)
    {
        if (input.Works) Decide(in input, output);
        output.Schedule(input.Now + input.Plan.Post.EvaluationPeriod, EventKind.PostDecides, input.Plan.Index);
    }

    private void Decide(in PostInput input, StageOutput output)
    {
        var now = input.Now;
        input.State.Ordered.RemoveAll(order => (now - order.SentAt).TotalS > PendingS);
        Report(in input);
        Offer(in input);
        _assignment.Decide(
            input.Now, CollectionsMarshal.AsSpan(_reports), CollectionsMarshal.AsSpan(_commitments), input.Areas, input.Plan.Doctrine, input.State.Offers, _caps.AsSpan(0, input.Plan.Caps.Length), _decisions);
        if (_assignment.Targets > 0) output.Record(input.Now, new AssignmentWeighed(input.Plan.Picture, _assignment.Targets, _assignment.Taken, _assignment.ValueRatio, _assignment.BoundRatio));
        foreach (ref readonly var decision in CollectionsMarshal.AsSpan(_decisions))
        {
            var track = decision.Assessment.TrackId;
            ref readonly var note = ref input.Picture.Notes[track];
            if (decision.Deferral == DeferralReason.None)
            {
                input.State.Deferrals.Remove(track);
                Order(in input, in decision, note.Truth, output);
            }
            else if (!input.State.Deferrals.TryGetValue(track, out var before) || before != decision.Deferral)
            {
                input.State.Deferrals[track] = decision.Deferral;
                output.Record(input.Now, new EngagementDeferred(input.Plan.Picture, track, TruthTag.Unsaid, decision.Deferral, decision.Assessment.ThreatScore), note.Truth);
            }
        }
    }

    private static void Order(in PostInput input, in TrackDecision decision, TruthTag truth, StageOutput output)
    {
        if (!input.Picture.Tracker.TryGet(decision.Assessment.TrackId, out var track)) return;
        var (battery, unit) = Locate(input.Plan, decision.Unit);
        var order = new FireOrder(input.Plan.Index, battery.Index, track.Id, input.Now, track.LastUpdate, track.Estimate.Position, track.Velocity, track.Estimate.PositionSigmaM, unit, decision.Line) { Truth = truth };
        input.State.Ordered.Add(order);
        var content = new MessageContent(MessageKind.FireOrder, input.Sharing.Fires.Add(order));
        input.Sharing.Network.Send(input.Now, input.Plan.Picture, battery.Index, input.Bits, content.Number);
        output.Record(input.Now, new FireOrdered(input.Plan.Picture, battery.Index, track.Id, TruthTag.Unsaid, decision.Estimate.KillProbability), truth);
        SharingDesk.ScheduleNext(input.Now, input.Sharing, output);
    }

    private static (PlannedBattery Battery, int Unit) Locate(PlannedPost plan, int offer)
    {
        foreach (var battery in plan.Batteries)
        {
            if (offer < battery.Units.Length) return (battery, offer);
            offer -= battery.Units.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(offer), offer, "The post has no such fire unit.");
    }

    private void Report(in PostInput input)
    {
        _reports.Clear();
        _commitments.Clear();
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (track.Status != TrackStatus.Confirmed) continue;
            _reports.Add(PictureWords.Report(input.Picture.Tracker, in track, input.Picture.Forecasts));
            var taken = EngagementStatus.IsEngagedElsewhere(input.Now, in track, input.Sharing.Engaged[input.Plan.Picture].Rows) || IsOrdered(in input, in track);
            _commitments.Add(taken ? TrackCommitment.Engaged : TrackCommitment.None);
        }
    }

    // Its own order, perhaps for another track of the same target.
    private static bool IsOrdered(in PostInput input, in Track track)
    {
        foreach (ref readonly var order in CollectionsMarshal.AsSpan(input.State.Ordered))
        {
            if (order.Track == track.Id || EngagementStatus.DistanceM(input.Now, in track, order.PositionAt(input.Now)) < EngagementStatus.GateM(in track, order.PositionSigmaM)) return true;
        }

        return false;
    }

    private void Offer(in PostInput input)
    {
        if (_caps.Length < input.Plan.Caps.Length) _caps = new CommandCap[input.Plan.Caps.Length];
        var first = 0;
        for (var index = 0; index < input.Plan.Batteries.Length; index++)
        {
            var battery = input.Plan.Batteries[index];
            Offer(in input, index, battery, input.State.Offers.AsSpan(first, battery.Units.Length));
            first += battery.Units.Length;
        }
    }

    private void Offer(in PostInput input, int index, PlannedBattery battery, Span<FireUnitOffer> offers)
    {
        var latest = input.State.Latest[index];
        var known = latest >= 0 && (input.Now - input.Sharing.Statuses[latest].Time).TotalS <= EngagementStatus.OldestStatusS;
        var firstCap = input.Plan.FirstCap[index];
        if (!known)
        {
            // Of whom nothing has been heard nothing is expected.
            foreach (var offer in offers) offer.IsReady = false;
            for (var cap = 0; cap < battery.Caps.Length; cap++) _caps[firstCap + cap] = new CommandCap(input.Plan.Caps[firstCap + cap].Parent, 0);
            return;
        }

        var status = input.Sharing.Statuses[latest];
        var figures = input.Sharing.Figures.Rows[status.FirstFigure..];
        var next = 0;
        for (var unit = 0; unit < offers.Length; unit++)
        {
            var ready = figures[next++] != 0;
            var place = battery.Units[unit].Places[figures[next++]];
            if (!ReferenceEquals(offers[unit].Geometry, place.Geometry)) offers[unit] = new FireUnitOffer(place.Geometry, place.Doctrine, offers[unit].Cap);
            var offer = offers[unit];
            offer.IsReady = ready;
            offer.FreeTargetChannels = figures[next++];
            for (var line = 0; line < offer.ReadyRounds.Length; line++) offer.ReadyRounds[line] = figures[next++];
        }

        for (var cap = 0; cap < battery.Caps.Length; cap++) _caps[firstCap + cap] = new CommandCap(input.Plan.Caps[firstCap + cap].Parent, figures[next++]);
        foreach (ref readonly var order in CollectionsMarshal.AsSpan(input.State.Ordered))
        {
            if (order.Battery != battery.Index || (status.Time - order.SentAt).TotalS >= ReflectS) continue;
            var offer = offers[order.Unit];
            offer.FreeTargetChannels = Math.Max(0, offer.FreeTargetChannels - 1);
            offer.ReadyRounds[order.Line] -= offer.Doctrine.SalvoSize;
            for (var cap = offer.Cap; cap >= 0; cap = _caps[cap].Parent) _caps[cap] = _caps[cap] with { FreeTargets = Math.Max(0, _caps[cap].FreeTargets - 1) };
        }
    }
}
