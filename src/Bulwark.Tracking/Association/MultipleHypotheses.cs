using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>
/// Gives plots to confirmed tracks with the decision deferred: each track is a tree of accounts (leaves) that took different plots, scored by
/// their log-likelihood ratios; after each look the likeliest compatible leaves are found, leaves without weight go, and what was decided
/// <see cref="TrackerParameters.HypothesisDepth"/> decisions ago becomes final (N-scan pruning).
/// Source: Blackman and Popoli, Design and Analysis of Modern Tracking Systems (1999), sections 6.2 (score) and 16.3 (track-oriented
/// multiple hypotheses); Blackman, IEEE A&amp;E Systems Magazine 19 (2004) 5-18; Kurien in Bar-Shalom, ed., Multitarget-Multisensor
/// Tracking: Advanced Applications (1990), chapter 3 (N-scan pruning).
/// </summary>
internal sealed class MultipleHypotheses : IConfirmedAssociation
{
    // Plots that no confirmed track can do without are claimed by no more than these odds.
    private const double LeastUnclaimed = 1e-15;

    private static readonly double ClearLead = -Math.Log(AccountPruning.LeastProbability);

    private readonly TrackKeeper _keeper;
    private readonly MergedPlots _merged;
    private readonly GlobalHypotheses _hypotheses = new();
    private readonly AccountForest _forest;
    private readonly AccountBranching _branching;
    private readonly AccountPruning _pruning;
    private readonly AccountGrowth _growth;

    public MultipleHypotheses(TrackerParameters parameters, SensorDescription[] sensors, TrackKeeper keeper, MergedPlots merged)
    {
        _keeper = keeper;
        _merged = merged;
        _forest = new AccountForest(keeper.Table);
        _branching = new AccountBranching(parameters, sensors, keeper, merged);
        _pruning = new AccountPruning(parameters, keeper.Table);
        _growth = new AccountGrowth(keeper, merged, _pruning);
    }

    /// <inheritdoc/>
    public void Run(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        _forest.Gather(gater.Hypotheses, batch);
        if (gater.Hypotheses.IsEmpty) return;
        Settle(gater, batch, changes);
        _hypotheses.Clear();
        _merged.Clear();
        if (_merged.Concerns(batch.Selected[0].Plot.Sensor)) _forest.NoteMerges(gater.Hypotheses, batch, _merged);
        _branching.Clear();
        foreach (ref var tree in _forest.Trees) _branching.Branch(ref tree, _forest.Leaves, gater, batch, _hypotheses);
        _branching.BindMerges(_hypotheses);
        _hypotheses.Solve();
        _keeper.Counters.GreedyClusters += _hypotheses.CutShort;
        Claim(batch);
        var children = _branching.Children;
        for (var number = 0; number < _forest.Trees.Length; number++)
        {
            ref readonly var tree = ref _forest.Trees[number];
            var chosen = tree.FirstChild + _hypotheses.ChosenOf(number) - children[tree.FirstChild].Leaf;
            _pruning.Prune(in tree, chosen, children, _hypotheses);
            _growth.Grow(in tree, chosen, _forest.Leaves, children, gater, batch, changes);
        }
    }

    // Tracks of one account that nobody contests a plot with, and for which one plot is so much likelier than anything else that no other child
    // would live: nearly all of them, wherever aircraft keep apart.
    private void Settle(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var pairs = gater.Hypotheses;
        var kept = 0;
        var trees = _forest.Trees;
        for (var number = 0; number < trees.Length; number++)
        {
            ref readonly var tree = ref trees[number];
            ref readonly var leaf = ref _forest.Leaves[tree.FirstLeaf];
            var best = tree.EndLeaf - tree.FirstLeaf == 1 ? Clearest(in leaf, pairs) : -1;
            if (best < 0)
            {
                trees[kept++] = tree;
                continue;
            }

            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++) _forest.Release(pairs[pair].Plot);
            ref var track = ref _keeper.Table.Rows[leaf.Row];
            track.Decisions.Push(_keeper.FirstSerial + pairs[best].Plot);
            track.LastBlank = TrackTable.LongAgo;
            batch.Rivals[pairs[best].Plot] = Math.Exp(Math.Min(30, -0.5 * pairs[best].Cost));
            batch.Used[pairs[best].Plot] = true;
            _keeper.Counters.ConfirmedUpdates++;
            _keeper.Take(leaf.Row, in batch.Selected[pairs[best].Plot], pairs[best].Plot, in gater.OutcomeOf(in pairs[best]), pairs[best].LogRatio, changes);
        }

        _forest.Keep(kept);
    }

    private int Clearest(ref readonly AccountLeaf leaf, ReadOnlySpan<Hypothesis> pairs)
    {
        // Leaving all alone costs nothing.
        var (best, least, second) = (-1, 0.0, 0.0);
        for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
        {
            if (_forest.IsContested(pairs[pair].Plot)) return -1;
            if (pairs[pair].Cost < least) (best, least, second) = (pair, pairs[pair].Cost, least);
            else second = Math.Min(second, pairs[pair].Cost);
        }

        return 0.5 * (second - least) > ClearLead ? best : -1;
    }

    // How far each plot is claimed, and which are taken.
    private void Claim(PlotBatch batch)
    {
        foreach (ref readonly var child in _branching.Children)
        {
            if (child.Serial != RecentDecisions.None) batch.Rivals[_keeper.PlaceOf(child.Serial)] += _hypotheses.ProbabilityOf(child.Leaf);
        }

        for (var place = 0; place < batch.Selected.Length; place++)
        {
            if (_forest.IsClaimed(place)) batch.Rivals[place] /= Math.Max(LeastUnclaimed, 1 - Math.Min(1, batch.Rivals[place]));
        }
    }
}
