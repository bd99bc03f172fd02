using Bulwark.Core.Timing;
using Bulwark.Tracking.Gating;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>What one look may make of the accounts of a track, scored by their log-likelihood ratios.</summary>
internal sealed class AccountBranching
{
    // Children far behind the best of their tree are not even weighed against others.
    private const double LargestLag = 12;
    private const int LargestTree = GlobalHypotheses.LargestTree;

    private static readonly Comparison<AccountChild> ByScore = AccountChild.Compare;

    private readonly TrackKeeper _keeper;
    private readonly MergedPlots _merged;
    private readonly SimDuration[] _shortestRevisit;
    private readonly double _missScore;
    private AccountChild[] _children = new AccountChild[256];
    private int _childCount;
    private int[] _leavesOfMerge = [];

    public AccountBranching(TrackerParameters parameters, SensorDescription[] sensors, TrackKeeper keeper, MergedPlots merged)
    {
        _keeper = keeper;
        _merged = merged;
        _shortestRevisit = Array.ConvertAll(sensors, static sensor => SimDuration.FromSeconds(sensor.ShortestRevisitS));
        _missScore = Math.Log(1 - parameters.DetectionProbability);
    }

    /// <summary>The children, tree by tree.</summary>
    public Span<AccountChild> Children => _children.AsSpan(0, _childCount);

    /// <summary>Forgets the children, and makes room for the halves of the merges noted.</summary>
    public void Clear()
    {
        _childCount = 0;
        if (_leavesOfMerge.Length < 2 * _merged.Count) _leavesOfMerge = new int[4 * _merged.Count];
    }

    /// <summary>
    /// Makes the children of a tree's leaves: one for each plot in reach, and one for none. The first is what the track shown does without a plot:
    /// together with the same of the other trees it is always possible, because what is shown was compatible before.
    /// </summary>
    public void Branch(ref AccountTree tree, ReadOnlySpan<AccountLeaf> leaves, Gater gater, PlotBatch batch, GlobalHypotheses hypotheses)
    {
        var pairs = gater.Hypotheses;
        tree.FirstChild = _childCount;
        for (var k = tree.FirstLeaf; k < tree.EndLeaf; k++)
        {
            ref readonly var leaf = ref leaves[k];
            ref readonly var track = ref _keeper.Table.Rows[leaf.Row];
            var blank = tree.IsTouched && IsLookedAt(in track, leaf.Row, batch) ? _missScore : 0;
            Add(new AccountChild(leaf.Row, -1, RecentDecisions.None, track.Score + blank, blank != 0));
            if (leaf.Row == tree.Row) (_children[tree.FirstChild], _children[_childCount - 1]) = (_children[_childCount - 1], _children[tree.FirstChild]);
            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
            {
                // Found blank earlier in this look, when the beam had not yet reached it: taken back.
                var plot = batch.Selected[pairs[pair].Plot].Plot;
                var early = track.BlankSensor == plot.Sensor && plot.Time - track.LastBlank < _shortestRevisit[plot.Sensor] ? _missScore : 0;
                Add(new AccountChild(leaf.Row, pair, _keeper.FirstSerial + pairs[pair].Plot, track.Score - early + _missScore - (0.5 * pairs[pair].Cost), false));
            }
        }

        // The first stays, and so do the halves of merges, whose other halves count on them; of the others the best.
        AddMerges(in tree);
        var rest = _children.AsSpan(tree.FirstChild + 1, _childCount - tree.FirstChild - 1);
        rest.Sort(ByScore);
        var best = _children[tree.FirstChild].Score;
        foreach (ref readonly var child in rest) best = Math.Max(best, child.Score);
        var kept = tree.FirstChild + 1;
        while (kept < _childCount && kept - tree.FirstChild < LargestTree && (_children[kept].Score >= best - LargestLag || _children[kept].Merge >= 0)) kept++;
        (_childCount, tree.EndChild) = (kept, kept);

        hypotheses.AddTree();
        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            _children[k].Leaf = hypotheses.AddLeaf(_children[k].Score);
            AddPlot(hypotheses, _children[k].Serial);
            if (_children[k].Merge >= 0) _leavesOfMerge[(2 * _children[k].Merge) + (_merged[_children[k].Merge].One == tree.Row ? 0 : 1)] = _children[k].Leaf;
            ref readonly var decisions = ref _keeper.Table.Rows[_children[k].Row].Decisions;
            for (var ago = 0; ago < decisions.Count; ago++) AddPlot(hypotheses, decisions.At(ago));
        }
    }

    /// <summary>The halves of each merge stand and fall together.</summary>
    public void BindMerges(GlobalHypotheses hypotheses)
    {
        for (var merge = 0; merge < _merged.Count; merge++) hypotheses.Bind(_leavesOfMerge[2 * merge], _leavesOfMerge[(2 * merge) + 1]);
    }

    private static void AddPlot(GlobalHypotheses hypotheses, long decision)
    {
        if (decision != RecentDecisions.None) hypotheses.AddPlot(RecentDecisions.PlotOf(decision), decision < 0);
    }

    // Both halves of a merge get half of its score.
    private void AddMerges(ref readonly AccountTree tree)
    {
        for (var merge = 0; merge < _merged.Count && tree.Merges > 0; merge++)
        {
            ref readonly var pair = ref _merged[merge];
            if (pair.One != tree.Row && pair.Other != tree.Row) continue;
            Add(new AccountChild(tree.Row, -1, RecentDecisions.Shared(_keeper.FirstSerial + pair.Plot), _keeper.Table.Rows[tree.Row].Score + (0.5 * pair.Score), false) { Merge = merge });
        }
    }

    // A leaf that took a plot of this look already, or was found blank in it already, is not charged for a second one.
    private bool IsLookedAt(ref readonly Track track, int row, PlotBatch batch)
    {
        var any = batch.Selected[0].Plot;
        var shortest = _shortestRevisit[any.Sensor];
        return any.Time - _keeper.Table.LooksOf(row)[any.Sensor] >= shortest && (track.BlankSensor != any.Sensor || any.Time - track.LastBlank >= shortest);
    }

    private void Add(AccountChild child)
    {
        if (_childCount == _children.Length) Array.Resize(ref _children, 2 * _childCount);
        _children[_childCount++] = child;
    }
}
