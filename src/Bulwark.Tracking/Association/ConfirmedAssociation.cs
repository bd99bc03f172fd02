using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>
/// Gives plots to the confirmed tracks, or to those that wait for a place, look by look, each decision final: one to one, or all of a gate by
/// their probabilities.
/// </summary>
internal sealed class ConfirmedAssociation : IConfirmedAssociation
{
    // Weights below this change nothing that the covariance does not hide.
    private const double LeastWeight = 1e-3;

    private readonly AssociationMethod _method;
    private readonly TrackKeeper _keeper;
    private readonly ModePredictor _predictor;
    private readonly JointMarginals _marginals = new();
    private readonly GlobalNearestNeighbour _assignment;
    private readonly MergedPlots _merged;
    private readonly double _missScore;
    private Hypothesis[] _local = [];
    private int[] _plotOfTrack = [];
    private double[] _pair = [];
    private double[] _claims = [];
    private int[] _mergeOfTrack = [];
    private int[] _firstOfTrack = [];
    private ModeEstimate _mixture;

    public ConfirmedAssociation(TrackerParameters parameters, TrackKeeper keeper, ModePredictor predictor, MergedPlots merged)
    {
        _merged = merged;
        _missScore = Math.Log(1 - parameters.DetectionProbability);
        _method = parameters.Association;
        _keeper = keeper;
        _predictor = predictor;
        _assignment = new GlobalNearestNeighbour { NearestFirst = _method == AssociationMethod.NearestFirst };
    }

    /// <inheritdoc/>
    public void Run(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var hypotheses = gater.Hypotheses;
        if (hypotheses.IsEmpty) return;
        if (_local.Length < hypotheses.Length)
        {
            _local = new Hypothesis[2 * hypotheses.Length];
            _plotOfTrack = new int[2 * hypotheses.Length];
            _pair = new double[2 * hypotheses.Length];
            _mergeOfTrack = new int[2 * hypotheses.Length];
            _firstOfTrack = new int[2 * hypotheses.Length];
        }

        // The pairs of a track stand together: only the tracks that have any get a number, so that the work goes with the plots.
        var tracks = 0;
        for (var k = 0; k < hypotheses.Length; k++)
        {
            if (k > 0 && hypotheses[k].Track != hypotheses[k - 1].Track) tracks++;
            _local[k] = hypotheses[k] with { Track = tracks, Outcome = k };
        }

        tracks++;
        var local = _local.AsSpan(0, hypotheses.Length);
        if (_claims.Length < batch.Selected.Length) _claims = new double[2 * batch.Selected.Length];
        var claims = _claims.AsSpan(0, batch.Selected.Length);
        claims.Clear();
        _marginals.Solve(local, tracks, batch.Selected.Length, _pair, claims);

        // Odds of being claimed by this association or by one before.
        for (var place = 0; place < claims.Length; place++) batch.Rivals[place] += claims[place] * (1 + batch.Rivals[place]);
        _assignment.Solve(local, tracks, batch.Selected.Length, _plotOfTrack);
        if (_method != AssociationMethod.NearestFirst) _keeper.Counters.GreedyClusters += _assignment.GreedyClusters;

        var merges = _keeper.Table.Rows[hypotheses[0].Track].Status == TrackStatus.Confirmed && _merged.Concerns(batch.Selected[0].Plot.Sensor);
        if (merges) Merge(gater, batch, tracks);

        for (int first = 0, end; first < hypotheses.Length; first = end)
        {
            var chosen = -1;
            for (end = first; end < hypotheses.Length && hypotheses[end].Track == hypotheses[first].Track; end++)
            {
                if (hypotheses[end].Plot == _plotOfTrack[local[first].Track]) chosen = end;
            }

            if (merges && _mergeOfTrack[local[first].Track] is >= 0 and var merge)
            {
                Share(hypotheses[first].Track, in _merged[merge], batch, changes);
                continue;
            }

            if (chosen < 0) continue;
            ref readonly var pair = ref hypotheses[chosen];
            ref readonly var plot = ref batch.Selected[pair.Plot];
            ref readonly var outcome = ref gater.OutcomeOf(in pair);
            if (_method == AssociationMethod.JointProbabilistic && TryWeigh(gater, batch, first, end, in outcome)) outcome = ref _mixture;
            _keeper.Take(pair.Track, in plot, pair.Plot, in outcome, pair.LogRatio, changes);
            batch.Used[pair.Plot] = true;
            if (_keeper.Table.Rows[pair.Track].Status == TrackStatus.Confirmed)
            {
                _keeper.Counters.ConfirmedUpdates++;
                continue;
            }

            _keeper.Counters.TentativeUpdates++;
            _keeper.ConfirmIfDue(pair.Track, changes);
        }
    }

    // A track left without plot beside one that took a plot in its gate: was it the plot of both? Each plot and each track once, in order.
    private void Merge(Gater gater, PlotBatch batch, int tracks)
    {
        _merged.Clear();
        _mergeOfTrack.AsSpan(0, tracks).Fill(-1);
        var pairs = gater.Hypotheses;
        var local = _local.AsSpan(0, pairs.Length);
        for (var k = pairs.Length - 1; k >= 0; k--) _firstOfTrack[local[k].Track] = k;
        for (var k = 0; k < pairs.Length; k++)
        {
            if (_plotOfTrack[local[k].Track] >= 0 || _mergeOfTrack[local[k].Track] >= 0) continue;
            for (var holder = 0; holder < tracks; holder++)
            {
                if (_plotOfTrack[holder] != pairs[k].Plot || _mergeOfTrack[holder] >= 0) continue;
                var held = _firstOfTrack[holder];
                while (pairs[held].Plot != pairs[k].Plot) held++;
                var merge = _merged.Note(pairs[held].Track, pairs[k].Track, in batch.Selected[pairs[k].Plot], pairs[k].Plot, batch.Excess[pairs[k].Plot]);
                if (merge >= 0 && _merged[merge].Score > pairs[held].LogRatio + _missScore) (_mergeOfTrack[holder], _mergeOfTrack[local[k].Track]) = (merge, merge);
            }
        }
    }

    private void Share(int row, ref readonly MergedPlots.Merge merge, PlotBatch batch, List<TrackChange> changes)
    {
        ref readonly var plot = ref batch.Selected[merge.Plot];
        var shared = _keeper.Table.Rows[row].SharedLogRatio;
        var logRatio = merge.One == row ? merge.LogRatioOfOne : merge.LogRatioOfOther;
        if (merge.One == row) _keeper.Take(row, in plot, merge.Plot, in merge.OutcomeOfOne, logRatio, changes);
        else _keeper.Take(row, in plot, merge.Plot, in merge.OutcomeOfOther, logRatio, changes);
        _keeper.Share(row, shared, logRatio);
        batch.Used[merge.Plot] = true;
        _keeper.Counters.ConfirmedUpdates++;
        _keeper.Counters.MergedPlots += merge.One == row ? 1 : 0;
    }

    // The mixture over all plots of the track's gate and over none, each model with the moments of its part; false when it is no other than the outcome.
    private bool TryWeigh(Gater gater, PlotBatch batch, int first, int end, ref readonly ModeEstimate outcome)
    {
        var hypotheses = gater.Hypotheses;
        var (none, parts) = (1.0, 0);
        for (var k = first; k < end; k++)
        {
            // Plots of different times cannot be mixed without moving them; only those of the chosen one's time are.
            if (batch.Selected[hypotheses[k].Plot].Plot.Time != outcome.Time || _pair[k] < LeastWeight) continue;
            if (parts++ == 0) ModeMoments.Clear(ref _mixture);
            ModeMoments.AddWeighted(ref _mixture, in gater.OutcomeOf(in hypotheses[k]), _pair[k]);
            none -= _pair[k];
        }

        if (none >= 1 - LeastWeight) return false;
        if (none > LeastWeight)
        {
            _predictor.Predict(in _keeper.Table.ModesOf(hypotheses[first].Track), outcome.Time, out var predicted);
            ModeMoments.AddWeighted(ref _mixture, in predicted, none);
        }

        ModeMoments.Finish(ref _mixture);
        return true;
    }
}
