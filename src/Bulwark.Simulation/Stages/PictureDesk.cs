using System.Runtime.InteropServices;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Simulation.Scenarios.Orders;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// Hands plots to a picture's tracker, whether they come from its own radars or from the network. Beside each track the run notes which target in
/// truth its latest plot came from: for the record only, nothing decides on it.
/// </summary>
internal sealed class PictureDesk
{
    private readonly List<TrackChange> _changes = [];
    private readonly List<SitedPlot> _sited = [];
    private readonly RegistrationMatcher _matcher = new();

    /// <summary>Hands over plots.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="index">Index of the picture.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="plots">The plots; emptied.</param>
    /// <param name="own">Whether the picture's own radars made them.</param>
    /// <param name="output">Where changes go.</param>
    public void Take(SimTime now, int index, PictureState picture, List<Plot> plots, bool own, StageOutput output)
    {
        _sited.Clear();
        if (own) picture.Registration?.Correct(plots, _sited);
        Take(now, index, picture, plots, _sited, own, output);
    }

    /// <summary>Hands over what reports say.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="index">Index of the picture.</param>
    /// <param name="picture">The picture.</param>
    /// <param name="plots">The plots made of reports; emptied.</param>
    /// <param name="sited">The radars' plots behind them, one each, where radars are registered; emptied.</param>
    /// <param name="output">Where changes go.</param>
    public void TakeReports(SimTime now, int index, PictureState picture, List<Plot> plots, List<SitedPlot> sited, StageOutput output) => Take(now, index, picture, plots, sited, own: false, output);

    private void Take(SimTime now, int index, PictureState picture, List<Plot> plots, List<SitedPlot> sited, bool own, StageOutput output)
    {
        _changes.Clear();
        picture.Tracker.Process(CollectionsMarshal.AsSpan(plots), now, _changes);
        if (picture.Registration is { } registration) _matcher.Learn(registration, picture, plots, sited, _changes);
        plots.Clear();
        sited.Clear();
        foreach (ref readonly var change in CollectionsMarshal.AsSpan(_changes))
        {
            while (picture.Notes.Count <= change.TrackId) picture.Notes.Add(TrackNote.Empty);
            ref var note = ref picture.Notes[change.TrackId];
            if (change.PlotId >= 0) note.Truth = TruthTag.OfPlot(change.PlotId);
            if (own && change.PlotId >= 0) note.SeenAt = now;
            switch (change.Kind)
            {
                case TrackChangeKind.Started: Changed(now, index, change, note.Truth, TrackTransition.Started, output); break;
                case TrackChangeKind.RefusedFull: Changed(now, index, change, note.Truth, TrackTransition.RefusedFull, output); break;
                case TrackChangeKind.Confirmed:
                    note.IsConfirmed = true;
                    if (picture.Tracker.TryGet(change.TrackId, out var confirmed)) note.Origin = confirmed.Estimate.Position;
                    Changed(now, index, change, note.Truth, TrackTransition.Confirmed, output);
                    Updated(index, picture, change, note.Truth, output);
                    output.Happened(now, OrderCondition.FirstTrack, index);
                    break;
                case TrackChangeKind.Dropped:
                    Changed(now, index, change, note.Truth, note.IsConfirmed ? TrackTransition.Dropped : TrackTransition.Abandoned, output);
                    note.IsConfirmed = false;
                    picture.Forecasts.Remove(change.TrackId);
                    break;
                case TrackChangeKind.Updated when note.IsConfirmed:
                    Updated(index, picture, change, note.Truth, output);
                    Judge(index, picture, change, ref note, output);
                    break;
            }
        }
    }

    private static void Changed(SimTime now, int index, TrackChange change, TruthTag truth, TrackTransition transition, StageOutput output) =>
        output.Record(now, new TrackChanged(index, change.TrackId, transition, TruthTag.Unsaid), truth);

    private static void Updated(int index, PictureState picture, TrackChange change, TruthTag truth, StageOutput output)
    {
        if (!picture.Tracker.TryGet(change.TrackId, out var track)) return;
        var (belief, position, velocity) = (track.Estimate, track.Estimate.Position, track.Velocity);
        picture.Registration?.Widen(track.Id, ref belief);
        output.Record(change.Time, new TrackUpdated(
            index,
            change.TrackId,
            TruthTag.Unsaid,
            position.X,
            position.Y,
            position.Z,
            velocity.X,
            velocity.Y,
            velocity.Z,
            belief.PositionSigmaM,
            track.InnovationSquaredRatio,
            track.InnovationValues,
            double.NaN), belief, truth);
    }

    // What the track is taken for, and where it leads when it is ballistic.
    private static void Judge(int index, PictureState picture, TrackChange change, ref TrackNote note, StageOutput output)
    {
        var tracker = picture.Tracker;
        if (tracker.TryIdentify(change.TrackId, out var identity) && identity.Likeliest != note.Class)
        {
            note.Class = identity.Likeliest;
            output.Record(change.Time, new TrackClassified(
                index, change.TrackId, TruthTag.Unsaid, identity.Likeliest, identity.ClassProbability(identity.Likeliest), identity.NeutralProbability), note.Truth);
        }

        if (!tracker.TryForecast(change.TrackId, out var report))
        {
            picture.Forecasts.Remove(change.TrackId);
            return;
        }

        picture.Forecasts[change.TrackId] = report;
        if (report.Impact is not { } impact) return;
        var launch = report.Launch;
        output.Record(change.Time, new ImpactPredicted(
            index,
            change.TrackId,
            TruthTag.Unsaid,
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
            launch?.MajorAzimuthRad ?? double.NaN), note.Truth);
    }
}
