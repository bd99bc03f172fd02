using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>The trees of accounts one look has to decide about, the leaves of each, and which tree lays claim to which plot.</summary>
internal sealed class AccountForest
{
    private const int LargestMerges = 4;

    private static readonly Comparison<AccountLeaf> ByTree = static (left, right) => left.Tree != right.Tree ? left.Tree.CompareTo(right.Tree) : left.Row.CompareTo(right.Row);

    private readonly TrackTable _table;
    private AccountLeaf[] _leaves = new AccountLeaf[64];
    private int _leafCount;
    private AccountTree[] _trees = new AccountTree[64];
    private int _treeCount;
    private int[] _claimant = [];

    public AccountForest(TrackTable table) => _table = table;

    /// <summary>The trees.</summary>
    public Span<AccountTree> Trees => _trees.AsSpan(0, _treeCount);

    /// <summary>The leaves, tree by tree.</summary>
    public ReadOnlySpan<AccountLeaf> Leaves => _leaves.AsSpan(0, _leafCount);

    /// <summary>Whether several trees reach for a plot.</summary>
    public bool IsContested(int plot) => _claimant[plot] == int.MaxValue;

    /// <summary>Whether any tree reaches for a plot.</summary>
    public bool IsClaimed(int plot) => _claimant[plot] >= 0;

    /// <summary>Nobody reaches for a plot any longer.</summary>
    public void Release(int plot) => _claimant[plot] = -1;

    /// <summary>Only the first trees, to which the others were moved up, are left.</summary>
    public void Keep(int count) => _treeCount = count;

    /// <summary>Gathers the trees with a plot in reach or with several leaves, each with its leaves; leaves whose track is gone go too.</summary>
    public void Gather(ReadOnlySpan<Hypothesis> pairs, PlotBatch batch)
    {
        (_leafCount, _treeCount) = (0, 0);
        var next = 0;
        for (var row = 0; row < _table.Count; row++)
        {
            ref var track = ref _table.Rows[row];
            var first = next;
            while (next < pairs.Length && pairs[next].Track == row) next++;
            if (track.Id == 0 || track.Status == TrackStatus.Tentative) continue;
            if (track.Status == TrackStatus.Confirmed)
            {
                if (_treeCount == _trees.Length) Array.Resize(ref _trees, 2 * _treeCount);
                _trees[_treeCount++] = new AccountTree { Id = track.Id, Row = row };
            }

            var tree = track.Status == TrackStatus.Confirmed ? _treeCount - 1 : TreeOf(track.Family);
            if (tree < 0)
            {
                _table.Empty(row);
                continue;
            }

            if (_leafCount == _leaves.Length) Array.Resize(ref _leaves, 2 * _leafCount);
            _leaves[_leafCount++] = new AccountLeaf(tree, row, first, next);
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

    /// <summary>Notes the plots that the accounts shown of two tracks both want, and that may be of both at once.</summary>
    public void NoteMerges(ReadOnlySpan<Hypothesis> pairs, PlotBatch batch, MergedPlots merged)
    {
        for (var one = 0; one < _treeCount; one++)
        {
            ref var tree = ref _trees[one];
            var leaf = ShownOf(in tree);
            for (var pair = leaf.FirstPair; pair < leaf.EndPair; pair++)
            {
                if (!IsContested(pairs[pair].Plot)) continue;
                for (var other = one + 1; other < _treeCount; other++)
                {
                    if (tree.Merges == LargestMerges || _trees[other].Merges == LargestMerges || !Wants(ShownOf(in _trees[other]), pairs[pair].Plot, pairs)) continue;
                    if (merged.Note(tree.Row, _trees[other].Row, in batch.Selected[pairs[pair].Plot], pairs[pair].Plot, batch.Excess[pairs[pair].Plot]) < 0) continue;
                    tree.Merges++;
                    _trees[other].Merges++;
                }
            }
        }
    }

    private AccountLeaf ShownOf(ref readonly AccountTree tree)
    {
        for (var k = tree.FirstLeaf; ; k++)
        {
            if (_leaves[k].Row == tree.Row) return _leaves[k];
        }
    }

    private static bool Wants(AccountLeaf leaf, int plot, ReadOnlySpan<Hypothesis> pairs)
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
}
