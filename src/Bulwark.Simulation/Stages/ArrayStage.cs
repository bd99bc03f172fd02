using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Antennas;
using Bulwark.Sensing.Radars;
using Bulwark.Sensing.Scheduling;
using Bulwark.Simulation.Events;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// A phased array has worked through a frame: search beams, second looks at plots that may be new targets, and updates of tracks, as
/// its scheduler shared out the time. Track beams point to where the tracker believes the target to be; what is not there is not seen.
/// </summary>
internal sealed class ArrayStage : IStage<ArrayInput>
{
    private const uint BlocksPerFrame = 64;

    /// <summary>A track's look listens this far before and behind the expected range, and three standard deviations of it more: a usual range gate.</summary>
    private const double RangeGateM = 1500;

    private static readonly double WidestSteeringRad = double.DegreesToRadians(75);

    private readonly PlotExtractor _extractor = new();
    private readonly List<DwellRequest> _requests = [];
    private readonly List<Dwell> _dwells = [];

    // What may be seen in this frame, by search beam, so that a beam finds its targets at once.
    private readonly List<(int Beam, int Target, RadarView View)> _candidates = [];

    public void Execute(in ArrayInput input, StageOutput output)
    {
        var from = PlannedArray.FrameEnd(input.Frame - 1);
        if (input.Radiating) Look(in input, from, output);
        output.Schedule(input.Now, EventKind.PlotsReady, input.Plan.Index);
        output.Schedule(PlannedArray.FrameEnd(input.Frame + 1), EventKind.ArrayLooked, input.Plan.Index, input.Frame + 1);
    }

    private void Look(in ArrayInput input, SimTime from, StageOutput output)
    {
        Request(in input);
        _dwells.Clear();
        var clock = input.Node.Clock;
        var fences = clock.FencesCompleted;
        input.Plan.Array!.Scheduler.Plan(
            ref clock, from, input.Now, input.FireControlShare, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_requests), _dwells);
        input.Node.Clock = clock;
        FindCandidates(in input, from, output);
        foreach (var dwell in _dwells) Look(in input, in dwell, output);
        Account(in input, clock.FencesCompleted > fences, output);
        AddFalseAlarms(in input);
        _extractor.Extract(input.Plan, input.Node, input.Random, input.Now, output);
    }

    private void Request(in ArrayInput input)
    {
        var array = input.Plan.Array!.Parameters;
        var trackPeriod = SimDuration.FromSeconds(array.TrackPeriodS);
        var confirmationPeriod = SimDuration.FromSeconds(array.ConfirmationPeriodS);
        _requests.Clear();
        foreach (ref readonly var track in input.Picture.Tracker.Tracks)
        {
            if (track.Status == TrackStatus.Alternative) continue;
            while (input.Picture.Notes.Count <= track.Id) input.Picture.Notes.Add(TrackNote.Empty);
            var isConfirmed = track.Status == TrackStatus.Confirmed;
            var seenAt = SimTime.Max(input.Picture.Notes[track.Id].LookedAt, track.LastUpdate);
            var due = seenAt + (isConfirmed ? trackPeriod : confirmationPeriod);
            if (due < input.Now) _requests.Add(new DwellRequest(isConfirmed ? DwellTask.Track : DwellTask.Confirmation, due, track.Id));
        }

        _requests.Sort();
    }

    private void FindCandidates(in ArrayInput input, SimTime from, StageOutput output)
    {
        _candidates.Clear();
        var radar = Radar(in input);
        var middle = from + new SimDuration(PlannedArray.Frame.Nanoseconds / 2);
        for (var target = 0; target < input.Targets.Length; target++)
        {
            if (input.Statuses[target] != TargetStatus.Flying) continue;
            var view = input.Plan.Site.View(input.Targets[target].StateAt(middle).Position);
            if (!radar.CanSee(ref input.Node.Looks[target], middle, target, in view, output)) continue;
            _candidates.Add((input.Plan.Array!.Fence.BeamAt(view.AzimuthRad, view.ElevationRad), target, view));
        }

        _candidates.Sort(static (left, right) => (left.Beam, left.Target).CompareTo((right.Beam, right.Target)));
    }

    private void Look(in ArrayInput input, in Dwell dwell, StageOutput output)
    {
        if (dwell.Task == DwellTask.Search)
        {
            for (var place = FirstOf(dwell.Subject); place < _candidates.Count && _candidates[place].Beam == dwell.Subject; place++)
            {
                LookAt(in input, in dwell, _candidates[place].Target, 1, output);
            }

            return;
        }

        if (!input.Picture.Tracker.TryGet(dwell.Subject, out var track)) return;
        input.Picture.Notes[dwell.Subject].LookedAt = dwell.Time;
        var beam = input.Plan.Site.View(track.PositionAt(dwell.Time));
        var gateM = RangeGateM + (3 * track.Estimate.PositionSigmaM);
        var radar = input.Plan.Radar.Parameters;
        foreach (var (_, target, view) in _candidates)
        {
            if (Math.Abs(view.RangeM - beam.RangeM) > gateM) continue;
            var azimuth = Math.IEEERemainder(view.AzimuthRad - beam.AzimuthRad, 2 * Math.PI) * Math.Cos(view.ElevationRad) / radar.AzimuthBeamwidthRad;
            var elevation = (view.ElevationRad - beam.ElevationRad) / radar.ElevationBeamwidthRad;
            var offSquared = (azimuth * azimuth) + (elevation * elevation);
            if (offSquared > 1) continue;

            // Twice the one-way loss of a Gaussian beam; a longer dwell gathers more energy.
            var gain = Math.Exp(-8 * Math.Log(2) * offSquared);
            LookAt(in input, in dwell, target, gain * dwell.Duration.TotalS / input.Plan.Array!.Parameters.SearchDwellS, output);
        }
    }

    private static void LookAt(in ArrayInput input, in Dwell dwell, int target, double gainRatio, StageOutput output)
    {
        ref var memory = ref input.Node.Looks[target];
        var planned = input.Targets[target];
        var view = input.Plan.Site.View(planned.StateAt(dwell.Time).Position);
        var steeredRatio = gainRatio / ScanLossRatio(in input, in view);
        var radar = Radar(in input);
        if (dwell.Task == DwellTask.Search) radar.Strobe(target, memory.Crossings, dwell.Time, in view, input.Node.Strobes, output);
        if (radar.Detects(target, memory.Crossings, dwell.Time, in view, steeredRatio, out var echo)) input.Node.Echoes.Add(echo);
        memory.Crossings++;
    }

    private static RadarLook Radar(in ArrayInput input) => new(input.Plan, input.Random, input.Jammers, input.Targets, input.Statuses);

    // The published range is that of the middle of the sector; towards its edges the array's face is seen shortened.
    private static double ScanLossRatio(in ArrayInput input, in RadarView view)
    {
        var steeringRad = ArrayScan.SteeringRad(Math.IEEERemainder(view.AzimuthRad - input.Plan.Site.FacingRad, 2 * Math.PI), view.ElevationRad, view.ElevationRad);
        return Math.Pow(10, ArrayScan.TwoWayLossDb(Math.Min(steeringRad, WidestSteeringRad)) / 10);
    }

    private int FirstOf(int beam)
    {
        var (low, high) = (0, _candidates.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_candidates[middle].Beam < beam) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    // The beams of a frame together cover so much of a turn: the same number of cells, false alarms spread over the beams.
    private void AddFalseAlarms(in ArrayInput input)
    {
        // A track's range gate has so few cells that its false alarms do not count.
        _dwells.RemoveAll(static dwell => dwell.Task != DwellTask.Search);
        if (_dwells.Count == 0) return;
        var radar = input.Plan.Radar;
        var fence = input.Plan.Array!.Fence;
        var random = input.Random.Open(input.Plan.Index, RandomPurpose.FalseAlarms, BlocksPerFrame * (uint)input.Frame);
        var rates = input.Random.Open(input.Plan.Index, RandomPurpose.FalseRangeRate, BlocksPerFrame * (uint)input.Frame);
        var count = radar.DrawFalseAlarmCountPerBeams(_dwells.Count, ref random);
        for (var alarm = 0; alarm < count; alarm++)
        {
            var dwell = _dwells[(int)(_dwells.Count * random.NextUnit())];
            var measured = radar.DrawFalseAlarmIn(fence.AzimuthRad(dwell.Subject), fence.ElevationRad(dwell.Subject), ref random);
            _extractor.AddFalseAlarm(input.Plan, in measured, dwell.Time, ref rates);
        }
    }

    private void Account(in ArrayInput input, bool fenceDone, StageOutput output)
    {
        Span<long> spent = [0, 0, 0];
        foreach (var dwell in _dwells) spent[(int)dwell.Task] += dwell.Duration.Nanoseconds;
        var use = input.Node.Use;
        use = use with
        {
            Search = use.Search + new SimDuration(spent[(int)DwellTask.Search]),
            Confirmation = use.Confirmation + new SimDuration(spent[(int)DwellTask.Confirmation]),
            Track = use.Track + new SimDuration(spent[(int)DwellTask.Track]),
            FireControl = use.FireControl + SimDuration.FromSeconds(input.FireControlShare * PlannedArray.Frame.TotalS),
        };
        if (fenceDone)
        {
            var totalS = (use.Search + use.Confirmation + use.Track + use.FireControl).TotalS;
            output.Record(input.Now, new FenceSearched(
                input.Plan.Index,
                (input.Now - use.Began).TotalS,
                use.Search.TotalS / totalS,
                use.Confirmation.TotalS / totalS,
                use.Track.TotalS / totalS,
                use.FireControl.TotalS / totalS));
            use = new ArrayUse(input.Now, default, default, default, default);
        }

        input.Node.Use = use;
    }
}
