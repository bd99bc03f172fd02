using Bulwark.Core.Timing;
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
internal sealed partial class MultipleHypotheses : IConfirmedAssociation
{
    // Leaves less probable than this are given up, and those far behind the best of their tree are not even weighed against others.
    private const double LeastProbability = 2e-3;
    private const double LargestLag = 12;
    private static readonly double ClearLead = -Math.Log(LeastProbability);
    private const int LargestTree = GlobalHypotheses.LargestTree;
    private const int LargestMerges = 4;

    // Plots that no confirmed track can do without are claimed by no more than these odds.
    private const double LeastUnclaimed = 1e-15;

    private static readonly Comparison<Leaf> ByTree = static (left, right) => left.Tree != right.Tree ? left.Tree.CompareTo(right.Tree) : left.Row.CompareTo(right.Row);
    private static readonly Comparison<Child> ByScore = Compare;

    private readonly TrackerParameters _parameters;
    private readonly TrackKeeper _keeper;
    private readonly SimDuration[] _shortestRevisit;
    private readonly double _missScore;
    private readonly GlobalHypotheses _hypotheses = new();
    private readonly MergedPlots _merged;
    private Leaf[] _leaves = new Leaf[64];
    private int _leafCount;
    private Tree[] _trees = new Tree[64];
    private int _treeCount;
    private Child[] _children = new Child[256];
    private int _childCount;
    private int[] _claimant = [];
    private bool[] _isKept = [];
    private int[] _leavesOfMerge = [];

    public MultipleHypotheses(TrackerParameters parameters, SensorDescription[] sensors, TrackKeeper keeper, MergedPlots merged)
    {
        _merged = merged;
        _parameters = parameters;
        _keeper = keeper;
        _shortestRevisit = Array.ConvertAll(sensors, static sensor => SimDuration.FromSeconds(sensor.ShortestRevisitS));
        _missScore = Math.Log(1 - parameters.DetectionProbability);
    }

    /// <inheritdoc/>
    public void Run(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        Gather(gater.Hypotheses, batch);
        if (gater.Hypotheses.IsEmpty) return;
        Settle(gater, batch, changes);
        _hypotheses.Clear();
        _childCount = 0;
        _merged.Clear();
        if (_merged.Concerns(batch.Selected[0].Plot.Sensor)) NoteMerges(gater.Hypotheses, batch);
        for (var tree = 0; tree < _treeCount; tree++) Branch(ref _trees[tree], gater, batch);
        for (var merge = 0; merge < _merged.Count; merge++) _hypotheses.Bind(_leavesOfMerge[2 * merge], _leavesOfMerge[(2 * merge) + 1]);
        if (_isKept.Length < _childCount) _isKept = new bool[2 * _childCount];
        _hypotheses.Solve();
        _keeper.Counters.GreedyClusters += _hypotheses.CutShort;
        Claim(batch);
        for (var tree = 0; tree < _treeCount; tree++)
        {
            var chosen = ChosenOf(tree);
            Prune(in _trees[tree], chosen);
            Grow(in _trees[tree], chosen, gater, batch, changes);
        }
    }

    // The trees with a plot in reach or with several leaves, each with its leaves; leaves whose track is gone go too.
    private void Gather(ReadOnlySpan<Hypothesis> pairs, PlotBatch batch)
    {
        (_leafCount, _treeCount) = (0, 0);
        var table = _keeper.Table;
        var next = 0;
        for (var row = 0; row < table.Count; row++)
        {
            ref var track = ref table.Rows[row];
            var first = next;
            while (next < pairs.Length && pairs[next].Track == row) next++;
            if (track.Id == 0 || track.Status == TrackStatus.Tentative) continue;
            if (track.Status == TrackStatus.Confirmed)
            {
                if (_treeCount == _trees.Length) Array.Resize(ref _trees, 2 * _treeCount);
                _trees[_treeCount++] = new Tree { Id = track.Id, Row = row };
            }

            var tree = track.Status == TrackStatus.Confirmed ? _treeCount - 1 : TreeOf(track.Family);
            if (tree < 0)
            {
                table.Empty(row);
                continue;
            }

            if (_leafCount == _leaves.Length) Array.Resize(ref _leaves, 2 * _leafCount);
            _leaves[_leafCount++] = new Leaf(tree, row, first, next);
            _trees[tree].IsTouched |= next > first;
            _trees[tree].Leaves++;
        }

        var kept = 0;
        for (var k = 0; k < _leafCount; k++)
        {
            ref readonly var tree = ref _trees[_leaves[k].Tree];
            if (tree.IsTouched || tree.Leaves > 1) _leaves[kept++] = _leaves[k];
        }

        _leaves.AsSpan(0, kept).Sort(ByTree);
        (_leafCount, _treeCount) = (kept, 0);
        for (var k = 0; k < kept; k++)
        {
            var tree = _leaves[k].Tree;
            if (k == 0 || tree != _leaves[k - 1].Tree)
            {
                _trees[_treeCount] = _trees[tree];
                _trees[_treeCount++].FirstLeaf = k;
            }

            _trees[_treeCount - 1].EndLeaf = k + 1;
        }

        if (_claimant.Length < batch.Selected.Length) _claimant = new int[2 * batch.Selected.Length];
        _claimant.AsSpan().Fill(-1);
        for (var tree = 0; tree < _treeCount; tree++)
        {
            for (var k = _trees[tree].FirstLeaf; k < _trees[tree].EndLeaf; k++)
            {
                for (var pair = _leaves[k].FirstPair; pair < _leaves[k].EndPair; pair++)
                {
                    ref var claimant = ref _claimant[pairs[pair].Plot];
                    claimant = claimant < 0 || claimant == tree ? tree : int.MaxValue;
                }
            }
        }
    }

    // Tracks of one account that nobody contests a plot with, and for which one plot is so much likelier than anything else that no other child
    // would live: nearly all of them, wherever aircraft keep apart.
    private void Settle(Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var pairs = gater.Hypotheses;
        var kept = 0;
        for (var number = 0; number < _treeCount; number++)
        {
            ref readonly var tree = ref _trees[number];
            ref readonly var leaf = ref _leaves[tree.FirstLeaf];
            var best = tree.EndLeaf - tree.FirstLeaf == 1 ? Clearest(in leaf, pairs) : -1;
            if (best < 0)
            {
                _trees[kept++] = tree;
                continue;
            }

            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++) _claimant[pairs[pair].Plot] = -1;
            ref var track = ref _keeper.Table.Rows[leaf.Row];
            track.Decisions.Push(_keeper.FirstSerial + pairs[best].Plot);
            track.LastBlank = TrackTable.LongAgo;
            batch.Rivals[pairs[best].Plot] = Math.Exp(Math.Min(30, -0.5 * pairs[best].Cost));
            batch.Used[pairs[best].Plot] = true;
            _keeper.Counters.ConfirmedUpdates++;
            _keeper.Take(leaf.Row, in batch.Selected[pairs[best].Plot], pairs[best].Plot, in gater.OutcomeOf(in pairs[best]), gater.LogRatioOf(in pairs[best]), changes);
        }

        _treeCount = kept;
    }

    private int Clearest(ref readonly Leaf leaf, ReadOnlySpan<Hypothesis> pairs)
    {
        // Leaving all alone costs nothing.
        var (best, least, second) = (-1, 0.0, 0.0);
        for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
        {
            if (_claimant[pairs[pair].Plot] == int.MaxValue) return -1;
            if (pairs[pair].Cost < least) (best, least, second) = (pair, pairs[pair].Cost, least);
            else second = Math.Min(second, pairs[pair].Cost);
        }

        return 0.5 * (second - least) > ClearLead ? best : -1;
    }

    // Plots that the accounts shown of two tracks both want, and that may be of both at once.
    private void NoteMerges(ReadOnlySpan<Hypothesis> pairs, PlotBatch batch)
    {
        for (var one = 0; one < _treeCount; one++)
        {
            ref var tree = ref _trees[one];
            var leaf = ShownOf(in tree);
            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
            {
                if (_claimant[pairs[pair].Plot] != int.MaxValue) continue;
                for (var other = one + 1; other < _treeCount; other++)
                {
                    if (tree.Merges == LargestMerges || _trees[other].Merges == LargestMerges || !Wants(ShownOf(in _trees[other]), pairs[pair].Plot, pairs)) continue;
                    if (_merged.Note(tree.Row, _trees[other].Row, in batch.Selected[pairs[pair].Plot], pairs[pair].Plot, batch.Excess[pairs[pair].Plot]) < 0) continue;
                    tree.Merges++;
                    _trees[other].Merges++;
                }
            }
        }

        if (_leavesOfMerge.Length < 2 * _merged.Count) _leavesOfMerge = new int[4 * _merged.Count];
    }

    private Leaf ShownOf(ref readonly Tree tree)
    {
        for (var k = tree.FirstLeaf; ; k++)
        {
            if (_leaves[k].Row == tree.Row) return _leaves[k];
        }
    }

    private static bool Wants(Leaf leaf, int plot, ReadOnlySpan<Hypothesis> pairs)
    {
        for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
        {
            if (pairs[pair].Plot == plot) return true;
        }

        return false;
    }

    private int TreeOf(int id)
    {
        var (low, high) = (0, _treeCount - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (_trees[middle].Id == id) return middle;
            if (_trees[middle].Id < id) low = middle + 1;
            else high = middle - 1;
        }

        return -1;
    }

    // The children of a tree's leaves: one for each plot in reach, and one for none. The first is what the track shown does without a plot:
    // together with the same of the other trees it is always possible, because what is shown was compatible before.
    private void Branch(ref Tree tree, Gater gater, PlotBatch batch)
    {
        var pairs = gater.Hypotheses;
        tree.FirstChild = _childCount;
        for (var k = tree.FirstLeaf; k < tree.EndLeaf; k++)
        {
            ref readonly var leaf = ref _leaves[k];
            ref readonly var track = ref _keeper.Table.Rows[leaf.Row];
            var blank = tree.IsTouched && IsLookedAt(in track, leaf.Row, batch) ? _missScore : 0;
            Add(new Child(leaf.Row, -1, RecentDecisions.None, track.Score + blank, blank != 0));
            if (leaf.Row == tree.Row) (_children[tree.FirstChild], _children[_childCount - 1]) = (_children[_childCount - 1], _children[tree.FirstChild]);
            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
            {
                // Found blank earlier in this look, when the beam had not yet reached it: taken back.
                var plot = batch.Selected[pairs[pair].Plot].Plot;
                var early = track.BlankSensor == plot.Sensor && plot.Time - track.LastBlank < _shortestRevisit[plot.Sensor] ? _missScore : 0;
                Add(new Child(leaf.Row, pair, _keeper.FirstSerial + pairs[pair].Plot, track.Score - early + _missScore - (0.5 * pairs[pair].Cost), false));
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

        _hypotheses.AddTree();
        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            _children[k].Leaf = _hypotheses.AddLeaf(_children[k].Score);
            AddPlot(_children[k].Serial);
            if (_children[k].Merge >= 0) _leavesOfMerge[(2 * _children[k].Merge) + (_merged[_children[k].Merge].One == tree.Row ? 0 : 1)] = _children[k].Leaf;
            ref readonly var decisions = ref _keeper.Table.Rows[_children[k].Row].Decisions;
            for (var ago = 0; ago < decisions.Count; ago++) AddPlot(decisions.At(ago));
        }
    }

    private void AddPlot(long decision)
    {
        if (decision != RecentDecisions.None) _hypotheses.AddPlot(RecentDecisions.PlotOf(decision), decision < 0);
    }

    // Both halves of a merge get half of its score.
    private void AddMerges(ref readonly Tree tree)
    {
        for (var merge = 0; merge < _merged.Count && tree.Merges > 0; merge++)
        {
            ref readonly var pair = ref _merged[merge];
            if (pair.One != tree.Row && pair.Other != tree.Row) continue;
            Add(new Child(tree.Row, -1, RecentDecisions.Shared(_keeper.FirstSerial + pair.Plot), _keeper.Table.Rows[tree.Row].Score + (0.5 * pair.Score), false) { Merge = merge });
        }
    }

    // A leaf that took a plot of this look already, or was found blank in it already, is not charged for a second one.
    private bool IsLookedAt(ref readonly Track track, int row, PlotBatch batch)
    {
        var any = batch.Selected[0].Plot;
        var shortest = _shortestRevisit[any.Sensor];
        return any.Time - _keeper.Table.LooksOf(row)[any.Sensor] >= shortest && (track.BlankSensor != any.Sensor || any.Time - track.LastBlank >= shortest);
    }

    // How far each plot is claimed, and which are taken.
    private void Claim(PlotBatch batch)
    {
        for (var k = 0; k < _childCount; k++)
        {
            if (_children[k].Serial != RecentDecisions.None) batch.Rivals[PlaceOf(in _children[k])] += _hypotheses.ProbabilityOf(_children[k].Leaf);
        }

        for (var place = 0; place < batch.Selected.Length; place++)
        {
            if (_claimant[place] >= 0) batch.Rivals[place] /= Math.Max(LeastUnclaimed, 1 - Math.Min(1, batch.Rivals[place]));
        }
    }

    private int PlaceOf(ref readonly Child child) => (int)(RecentDecisions.PlotOf(child.Serial) - _keeper.FirstSerial);

    // Marks the children of a tree that live on.
    private void Prune(ref readonly Tree tree, int chosen)
    {
        var final = DecisionOf(in _children[chosen], _parameters.HypothesisDepth, tree.IsTouched);
        var count = 0;
        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            ref var child = ref _children[k];
            child.Probability = k == chosen ? 2 : _hypotheses.ProbabilityOf(child.Leaf);
            _isKept[k] = child.Probability >= LeastProbability && DecisionOf(in child, _parameters.HypothesisDepth, tree.IsTouched) == final;
        }

        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            if (_isKept[k] && TwinOf(k, in tree) is >= 0 and var twin) (_isKept[k], _children[twin].Score) = (false, LogSum(_children[twin].Score, _children[k].Score));
            if (_isKept[k]) count++;
        }

        for (; count > _parameters.HypothesisBranches; count--)
        {
            var least = chosen;
            for (var k = tree.FirstChild; k < tree.EndChild; k++)
            {
                if (_isKept[k] && _children[k].Probability < _children[least].Probability) least = k;
            }

            _isKept[least] = false;
        }
    }

    private int ChosenOf(int number)
    {
        ref readonly var tree = ref _trees[number];
        return tree.FirstChild + _hypotheses.ChosenOf(number) - _children[tree.FirstChild].Leaf;
    }

    // What a child decided so many decisions ago; the one being taken now is the latest.
    private long DecisionOf(ref readonly Child child, int ago, bool isTouched)
    {
        if (isTouched && ago == 0) return child.Serial;
        ref readonly var decisions = ref _keeper.Table.Rows[child.Row].Decisions;
        var place = isTouched ? ago - 1 : ago;
        return place < decisions.Count ? decisions.At(place) : RecentDecisions.None;
    }

    // Children whose two newest plots are the same tell the same story from then on: the likelier stands for both.
    private int TwinOf(int k, ref readonly Tree tree)
    {
        var (newest, second) = (DecisionOf(in _children[k], 0, tree.IsTouched), DecisionOf(in _children[k], 1, tree.IsTouched));
        if (newest < 0 || second < 0) return -1;
        for (var other = tree.FirstChild; other < tree.EndChild; other++)
        {
            if (other == k || !_isKept[other] || DecisionOf(in _children[other], 0, tree.IsTouched) != newest || DecisionOf(in _children[other], 1, tree.IsTouched) != second) continue;
            if (_children[other].Probability > _children[k].Probability || (_children[other].Probability == _children[k].Probability && other < k)) return other;
        }

        return -1;
    }

    // Makes the children that live on into rows, and the likeliest into what is shown.
    private void Grow(ref readonly Tree tree, int chosen, Gater gater, PlotBatch batch, List<TrackChange> changes)
    {
        var table = _keeper.Table;
        var (shown, isShownEmpty) = (-1, false);
        for (var k = tree.FirstLeaf; k < tree.EndLeaf; k++)
        {
            // Copies first: the leaf's own row becomes its last child.
            var (row, last) = (_leaves[k].Row, -1);
            for (var child = tree.FirstChild; child < tree.EndChild; child++)
            {
                if (!_isKept[child] || _children[child].Row != row) continue;
                if (last >= 0)
                {
                    var copy = Copy(row, tree.Id);
                    if (last == chosen) shown = copy;
                    Turn(copy, in _children[last], gater, batch, tree.IsTouched);
                }

                last = child;
            }

            if (last >= 0)
            {
                if (last == chosen) shown = row;
                Turn(row, in _children[last], gater, batch, tree.IsTouched);
            }
            else if (row == tree.Row)
            {
                isShownEmpty = true;
            }
            else
            {
                table.Empty(row);
            }
        }

        if (shown != tree.Row)
        {
            table.Swap(tree.Row, shown);
            if (isShownEmpty) table.Empty(shown);
        }

        if (_children[chosen].Serial == RecentDecisions.None || !tree.IsTouched) return;
        var place = PlaceOf(in _children[chosen]);
        batch.Used[place] = true;
        _keeper.Counters.ConfirmedUpdates++;
        _keeper.Settle(tree.Row, in batch.Selected[place], changes);
    }

    private int Copy(int row, int family)
    {
        var copy = _keeper.Table.AddCopy(row);
        ref var track = ref _keeper.Table.Rows[copy];
        (track.Status, track.Family) = (TrackStatus.Alternative, family);
        _keeper.Counters.Branched++;
        return copy;
    }

    private void Turn(int row, ref readonly Child child, Gater gater, PlotBatch batch, bool isTouched)
    {
        ref var track = ref _keeper.Table.Rows[row];
        track.Score = child.Score;
        if (!isTouched) return;
        track.Decisions.Push(child.Serial);
        if (child.Merge >= 0)
        {
            ref readonly var merge = ref _merged[child.Merge];
            var isOne = merge.One == child.Row;
            track.LastBlank = TrackTable.LongAgo;
            _keeper.Counters.MergedPlots += isOne ? 1 : 0;
            if (isOne) _keeper.Try(row, in batch.Selected[merge.Plot], merge.Plot, in merge.OutcomeOfOne, merge.LogRatioOfOne);
            else _keeper.Try(row, in batch.Selected[merge.Plot], merge.Plot, in merge.OutcomeOfOther, merge.LogRatioOfOther);
            _keeper.Table.History?.Forget(_keeper.Table.Rows[row].Slot);
        }
        else if (child.Pair >= 0)
        {
            ref readonly var pair = ref gater.Hypotheses[child.Pair];
            track.LastBlank = TrackTable.LongAgo;
            _keeper.Try(row, in batch.Selected[pair.Plot], pair.Plot, in gater.OutcomeOf(in pair), gater.LogRatioOf(in pair));
        }
        else if (child.IsBlank)
        {
            (track.LastBlank, track.BlankSensor) = (batch.Selected[0].Plot.Time, batch.Selected[0].Plot.Sensor);
        }
    }

    private void Add(Child child)
    {
        if (_childCount == _children.Length) Array.Resize(ref _children, 2 * _childCount);
        _children[_childCount++] = child;
    }

    private static double LogSum(double left, double right) => Math.Max(left, right) + Math.Log(1 + Math.Exp(-Math.Abs(left - right)));
}
