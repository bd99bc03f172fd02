using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// The plots of a sector reach the tracker. Beside each track the run notes which target in truth its latest plot came from: for the
/// record only, nothing decides on it.
/// </summary>
internal sealed class PictureStage : IStage<PictureInput>
{
    private readonly List<TrackChange> _changes = [];

    public void Execute(in PictureInput input, StageOutput output)
    {
        _changes.Clear();
        input.Picture.Tracker.Process(CollectionsMarshal.AsSpan(input.Node.Plots), input.Now, _changes);
        input.Node.Plots.Clear();
        foreach (ref readonly var change in CollectionsMarshal.AsSpan(_changes))
        {
            while (input.Picture.Notes.Count <= change.TrackId) input.Picture.Notes.Add(TrackNote.Empty);
            ref var note = ref input.Picture.Notes[change.TrackId];
            if (change.PlotId >= 0) note.Target = PlotTag.Target(change.PlotId);
            switch (change.Kind)
            {
                case TrackChangeKind.Started: Changed(in input, change, note.Target, TrackTransition.Started, output); break;
                case TrackChangeKind.RefusedFull: Changed(in input, change, note.Target, TrackTransition.RefusedFull, output); break;
                case TrackChangeKind.Confirmed:
                    note.IsConfirmed = true;
                    Changed(in input, change, note.Target, TrackTransition.Confirmed, output);
                    Updated(in input, change, note.Target, output);
                    output.Happened(input.Now, OrderCondition.FirstTrack, input.PictureIndex);
                    break;
                case TrackChangeKind.Dropped:
                    Changed(in input, change, note.Target, note.IsConfirmed ? TrackTransition.Dropped : TrackTransition.Abandoned, output);
                    note.IsConfirmed = false;
                    input.Picture.Forecasts.Remove(change.TrackId);
                    break;
                case TrackChangeKind.Updated when note.IsConfirmed:
                    Updated(in input, change, note.Target, output);
                    Judge(in input, change, ref note, output);
                    break;
            }
        }
    }

    private static void Changed(in PictureInput input, TrackChange change, int target, TrackTransition transition, StageOutput output) =>
        output.Record(input.Now, new TrackChanged(input.PictureIndex, change.TrackId, transition, target));

    private static void Updated(in PictureInput input, TrackChange change, int target, StageOutput output)
    {
        if (!input.Picture.Tracker.TryGet(change.TrackId, out var track)) return;
        var (position, velocity) = (track.Estimate.Position, track.Velocity);
        output.Record(change.Time, new TrackUpdated(
            input.PictureIndex,
            change.TrackId,
            target,
            position.X,
            position.Y,
            position.Z,
            velocity.X,
            velocity.Y,
            velocity.Z,
            track.Estimate.PositionSigmaM));
    }

    // What the track is taken for, and where it leads when it is ballistic.
    private static void Judge(in PictureInput input, TrackChange change, ref TrackNote note, StageOutput output)
    {
        var tracker = input.Picture.Tracker;
        if (tracker.TryIdentify(change.TrackId, out var identity) && identity.Likeliest != note.Class)
        {
            note.Class = identity.Likeliest;
            output.Record(change.Time, new TrackClassified(
                input.PictureIndex, change.TrackId, note.Target, identity.Likeliest, identity.ClassProbability(identity.Likeliest), identity.NeutralProbability));
        }

        if (!tracker.TryForecast(change.TrackId, out var report))
        {
            input.Picture.Forecasts.Remove(change.TrackId);
            return;
        }

        input.Picture.Forecasts[change.TrackId] = report;
        if (report.Impact is not { } impact) return;
        var launch = report.Launch;
        output.Record(change.Time, new ImpactPredicted(
            input.PictureIndex,
            change.TrackId,
            note.Target,
            impact.Point.LatitudeRad,
            impact.Point.LongitudeRad,
            impact.Time.TotalS,
            impact.SemiMajorSigmaM,
            impact.SemiMinorSigmaM,
            impact.MajorAzimuthRad,
            launch?.Point.LatitudeRad ?? double.NaN,
            launch?.Point.LongitudeRad ?? double.NaN,
            launch?.SemiMajorSigmaM ?? double.NaN,
            launch?.SemiMinorSigmaM ?? double.NaN,
            launch?.MajorAzimuthRad ?? double.NaN));
    }
}
