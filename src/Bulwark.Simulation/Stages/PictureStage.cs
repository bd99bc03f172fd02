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
                    break;
                case TrackChangeKind.Updated when note.IsConfirmed: Updated(in input, change, note.Target, output); break;
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
}
