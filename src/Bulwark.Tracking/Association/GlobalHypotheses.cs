using System.Numerics;

namespace Bulwark.Tracking.Association;

/// <summary>
/// Out of trees of track hypotheses, finds the likeliest global hypotheses: one leaf of each tree, no plot twice. Trees that share no plot
/// are solved apart, each group by branch and bound for its likeliest hypotheses, from which the probability of each leaf follows.
/// Source: Blackman, "Multiple hypothesis tracking for multiple target tracking", IEEE A&amp;E Systems Magazine 19 (2004) 5-18 (track
/// trees, global hypotheses, probabilities of tracks); Blackman and Popoli (1999), section 16.3; Land and Doig, Econometrica 28 (1960)
/// 497-520 (branch and bound).
/// </summary>
/// <remarks>
/// The probability of a leaf is that of its tree's choice given the leaves of the other trees, averaged over the hypotheses found. That
/// leaves exact probabilities as they are, and where only the likeliest hypotheses are known it counts those that differ from them in one tree.
/// </remarks>
internal sealed class GlobalHypotheses
{
    /// <summary>Most leaves of a tree.</summary>
    public const int LargestTree = 32;

    /// <summary>Hypotheses kept of a group.</summary>
    public const int Kept = 32;

    // A group of more trees, or one that takes longer, comes only from overload: what was found so far stands.
    private const int LargestGroup = 48;
    private const int LargestEffort = 4000;

    // Hypotheses this much less likely than the best (in log likelihood) change no probability.
    private const double LargestLag = 12;

    private static readonly Comparison<Key> ByPlot = Compare;

    private int[] _firstLeaf = new int[64];
    private int[] _group = new int[64];
    private int[] _chosen = new int[64];
    private int[] _members = new int[64];
    private double[] _scores = new double[256];
    private double[] _probabilities = new double[256];
    private int[] _treeOf = new int[256];
    private int[] _partnerOf = new int[256];
    private Key[] _keys = new Key[256];
    private int _keyCount;

    // One group: its trees, their leaves from the likeliest to the least likely, for every leaf those that it excludes in each other tree, and
    // those still open at each depth of the search; one bit for a leaf, in that order.
    private readonly int[] _tree = new int[LargestGroup];
    private readonly int[] _leaf = new int[LargestGroup * LargestTree];
    private int[] _placeOf = new int[64];
    private int[] _rankOf = new int[256];
    private readonly uint[] _open = new uint[(LargestGroup + 1) * LargestGroup];
    private readonly uint[] _excluded = new uint[LargestGroup * LargestTree * LargestGroup];
    private readonly byte[] _current = new byte[LargestGroup];
    private readonly byte[] _kept = new byte[Kept * LargestGroup];
    private readonly double[] _keptScore = new double[Kept];
    private int _keptCount;
    private int _count;
    private int _effort;

    /// <summary>Trees of the problem.</summary>
    public int Trees { get; private set; }

    /// <summary>Groups for which the search was cut short in the last call.</summary>
    public int CutShort { get; private set; }

    /// <summary>Empties the problem.</summary>
    public void Clear() => (Trees, _keyCount, _firstLeaf[0]) = (0, 0, 0);

    /// <summary>Begins another tree.</summary>
    public void AddTree()
    {
        if (Trees + 2 >= _firstLeaf.Length)
        {
            Array.Resize(ref _firstLeaf, 2 * _firstLeaf.Length);
            Array.Resize(ref _group, _firstLeaf.Length);
            Array.Resize(ref _chosen, _firstLeaf.Length);
            Array.Resize(ref _members, _firstLeaf.Length);
            Array.Resize(ref _placeOf, _firstLeaf.Length);
        }

        _firstLeaf[Trees + 1] = _firstLeaf[Trees];
        Trees++;
    }

    /// <summary>Adds a leaf to the newest tree, which has room for <see cref="LargestTree"/>. The first leaves of all trees must be a solution.</summary>
    /// <param name="score">Its log likelihood.</param>
    /// <returns>Its place among all leaves.</returns>
    public int AddLeaf(double score)
    {
        var leaf = _firstLeaf[Trees]++;
        if (leaf == _scores.Length)
        {
            Array.Resize(ref _scores, 2 * leaf);
            Array.Resize(ref _probabilities, 2 * leaf);
            Array.Resize(ref _treeOf, 2 * leaf);
            Array.Resize(ref _partnerOf, 2 * leaf);
            Array.Resize(ref _rankOf, 2 * leaf);
        }

        (_scores[leaf], _treeOf[leaf], _partnerOf[leaf]) = (score, Trees - 1, -1);
        return leaf;
    }

    /// <summary>Notes that the newest leaf lives on a plot.</summary>
    /// <param name="serial">Serial number of the plot.</param>
    /// <param name="isShared">Whether it lives on it together with another track; leaves that share a plot go together.</param>
    public void AddPlot(long serial, bool isShared = false)
    {
        if (_keyCount == _keys.Length) Array.Resize(ref _keys, 2 * _keyCount);
        _keys[_keyCount++] = new Key(0, serial, _firstLeaf[Trees] - 1, isShared);
    }

    /// <summary>Notes that two leaves of different trees live on one plot together, both or neither. Both have been given the plot.</summary>
    public void Bind(int left, int right) => (_partnerOf[left], _partnerOf[right]) = (right, left);

    /// <summary>The leaf of a tree in the likeliest hypothesis, by its place among all leaves.</summary>
    public int ChosenOf(int tree) => _chosen[tree];

    /// <summary>Probability of a leaf.</summary>
    public double ProbabilityOf(int leaf) => _probabilities[leaf];

    /// <summary>Solves the problem.</summary>
    public void Solve()
    {
        CutShort = 0;
        var keys = _keys.AsSpan(0, _keyCount);
        for (var tree = 0; tree < Trees; tree++) _group[tree] = tree;
        keys.Sort(ByPlot);
        for (var k = 1; k < keys.Length; k++)
        {
            if (keys[k].Serial != keys[k - 1].Serial) continue;
            var (left, right) = (Root(_treeOf[keys[k - 1].Leaf]), Root(_treeOf[keys[k].Leaf]));
            _group[Math.Max(left, right)] = Math.Min(left, right);
        }

        // Roots come first, so that one pass over the trees is enough.
        for (var tree = 0; tree < Trees; tree++) (_group[tree], _members[tree]) = (Root(tree), tree);
        for (var k = 0; k < keys.Length; k++) keys[k] = keys[k] with { Group = _group[_treeOf[keys[k].Leaf]] };
        keys.Sort(ByPlot);
        _group.AsSpan(0, Trees).Sort(_members.AsSpan(0, Trees));
        var firstKey = 0;
        for (int first = 0, end; first < Trees; first = end)
        {
            for (end = first + 1; end < Trees && _group[end] == _group[first]; end++)
            {
            }

            var endKey = firstKey;
            while (endKey < keys.Length && keys[endKey].Group == _group[first]) endKey++;
            var members = _members.AsSpan(first, end - first);
            members.Sort();
            if (members.Length == 1) SolveAlone(members[0]);
            else for (var part = 0; part < members.Length; part += LargestGroup) SolveGroup(members[part..Math.Min(members.Length, part + LargestGroup)], keys[firstKey..endKey]);
            if (members.Length > LargestGroup) CutShort++;
            firstKey = endKey;
        }
    }

    private int Root(int tree)
    {
        while (_group[tree] != tree) tree = _group[tree] = _group[_group[tree]];
        return tree;
    }

    private void SolveAlone(int tree)
    {
        var (first, end) = (_firstLeaf[tree], _firstLeaf[tree + 1]);
        var best = first;
        for (var leaf = first + 1; leaf < end; leaf++) best = _scores[leaf] > _scores[best] ? leaf : best;
        _chosen[tree] = best;
        var sum = 0.0;
        for (var leaf = first; leaf < end; leaf++) sum += _probabilities[leaf] = Math.Exp(_scores[leaf] - _scores[best]);
        for (var leaf = first; leaf < end; leaf++) _probabilities[leaf] /= sum;
    }

    private void SolveGroup(ReadOnlySpan<int> members, ReadOnlySpan<Key> keys)
    {
        Arrange(members, keys);
        _keptCount = 0;
        _effort = 0;

        // The first leaves are known to be a solution; whatever the search finds is better.
        var score = 0.0;
        for (var place = 0; place < _count; place++)
        {
            _current[place] = (byte)_rankOf[_firstLeaf[_tree[place]]];
            score += ScoreAt(place, _current[place]);
        }

        Keep(score);
        Search(0, 0);
        if (_effort > LargestEffort) CutShort++;
        for (var place = 0; place < _count; place++) _chosen[_tree[place]] = _leaf[(place * LargestTree) + _kept[place]];
        Weigh();
    }

    private void Arrange(ReadOnlySpan<int> members, ReadOnlySpan<Key> keys)
    {
        _count = members.Length;
        for (var place = 0; place < _count; place++)
        {
            var tree = members[place];
            (_tree[place], _placeOf[tree]) = (tree, place);
            var leaves = _firstLeaf[tree + 1] - _firstLeaf[tree];
            var ranked = _leaf.AsSpan(place * LargestTree, leaves);
            for (var k = 0; k < leaves; k++)
            {
                var leaf = _firstLeaf[tree] + k;
                var at = k;
                for (; at > 0 && _scores[leaf] > _scores[ranked[at - 1]]; at--) ranked[at] = ranked[at - 1];
                ranked[at] = leaf;
            }

            for (var rank = 0; rank < leaves; rank++) _rankOf[ranked[rank]] = rank;
            _open[place] = leaves == LargestTree ? uint.MaxValue : (1U << leaves) - 1;
        }

        for (var place = 0; place < _count; place++) _excluded.AsSpan(place * LargestTree * LargestGroup, BitOperations.PopCount(_open[place]) * LargestGroup).Clear();
        for (int first = 0, end; first < keys.Length; first = end)
        {
            for (end = first + 1; end < keys.Length && keys[end].Serial == keys[first].Serial; end++)
            {
            }

            for (var k = first; k < end; k++)
            {
                for (var other = k + 1; other < end; other++)
                {
                    if (!keys[k].IsShared || !keys[other].IsShared) Exclude(keys[k].Leaf, keys[other].Leaf);
                }

                Require(keys[k].Leaf);
            }
        }
    }

    // A leaf that shares its plot with a partner goes with no other leaf of the partner's tree.
    private void Require(int leaf)
    {
        var partner = _partnerOf[leaf];
        if (partner < 0) return;
        for (var other = _firstLeaf[_treeOf[partner]]; other < _firstLeaf[_treeOf[partner] + 1]; other++)
        {
            if (other != partner) Exclude(leaf, other);
        }
    }

    private void Exclude(int left, int right)
    {
        if (_treeOf[left] == _treeOf[right]) return;
        var (here, there) = (_placeOf[_treeOf[left]], _placeOf[_treeOf[right]]);

        // Of a group too large to be solved at once, only what lies in this part counts.
        if (here >= _count || there >= _count || _tree[here] != _treeOf[left] || _tree[there] != _treeOf[right]) return;
        ExcludedBy(here, _rankOf[left])[there] |= 1U << _rankOf[right];
        ExcludedBy(there, _rankOf[right])[here] |= 1U << _rankOf[left];
    }

    private Span<uint> ExcludedBy(int place, int rank) => _excluded.AsSpan(((place * LargestTree) + rank) * LargestGroup, LargestGroup);

    private double ScoreAt(int place, int rank) => _scores[_leaf[(place * LargestTree) + rank]];

    private void Search(int depth, double score)
    {
        if (depth == _count)
        {
            Keep(score);
            return;
        }

        var open = _open.AsSpan(depth * LargestGroup, _count);
        var rest = 0.0;
        for (var place = depth + 1; place < _count; place++)
        {
            if (open[place] == 0) return;
            rest += ScoreAt(place, BitOperations.TrailingZeroCount(open[place]));
        }

        var next = _open.AsSpan((depth + 1) * LargestGroup, _count);
        for (var left = open[depth]; left != 0; left &= left - 1)
        {
            var rank = BitOperations.TrailingZeroCount(left);
            var sum = score + ScoreAt(depth, rank);
            var least = _keptCount == Kept ? _keptScore[Kept - 1] : _keptScore[0] - LargestLag;
            if (sum + rest <= Math.Max(least, _keptScore[0] - LargestLag) || ++_effort > LargestEffort) return;
            _current[depth] = (byte)rank;
            var excluded = ExcludedBy(depth, rank);
            for (var place = depth + 1; place < _count; place++) next[place] = open[place] & ~excluded[place];
            Search(depth + 1, sum);
        }
    }

    // Sorted from the likeliest on; one found before is not kept twice (the search meets the first leaves again).
    private void Keep(double score)
    {
        var current = _current.AsSpan(0, _count);
        for (var k = 0; k < _keptCount; k++)
        {
            if (_keptScore[k] == score && _kept.AsSpan(k * LargestGroup, _count).SequenceEqual(current)) return;
        }

        if (_keptCount == Kept && score <= _keptScore[Kept - 1]) return;
        var at = _keptCount == Kept ? Kept - 1 : _keptCount++;
        for (; at > 0 && score > _keptScore[at - 1]; at--)
        {
            _keptScore[at] = _keptScore[at - 1];
            _kept.AsSpan((at - 1) * LargestGroup, _count).CopyTo(_kept.AsSpan(at * LargestGroup));
        }

        _keptScore[at] = score;
        current.CopyTo(_kept.AsSpan(at * LargestGroup));
    }

    private void Weigh()
    {
        var total = 0.0;
        for (var k = 0; k < _keptCount; k++) total += Math.Exp(_keptScore[k] - _keptScore[0]);
        for (var place = 0; place < _count; place++) _probabilities.AsSpan(_firstLeaf[_tree[place]], _firstLeaf[_tree[place] + 1] - _firstLeaf[_tree[place]]).Clear();
        Span<uint> excluded = stackalloc uint[LargestGroup];
        for (var k = 0; k < _keptCount; k++)
        {
            var weight = Math.Exp(_keptScore[k] - _keptScore[0]) / total;
            var chosen = _kept.AsSpan(k * LargestGroup, _count);
            excluded.Clear();
            for (var place = 0; place < _count; place++)
            {
                var by = ExcludedBy(place, chosen[place]);
                for (var other = 0; other < _count; other++) excluded[other] |= by[other];
            }

            for (var place = 0; place < _count; place++)
            {
                var free = (_open[place] & ~excluded[place]) | (1U << chosen[place]);
                var (sum, best) = (0.0, ScoreAt(place, BitOperations.TrailingZeroCount(free)));
                for (var left = free; left != 0; left &= left - 1) sum += Math.Exp(ScoreAt(place, BitOperations.TrailingZeroCount(left)) - best);
                for (var left = free; left != 0; left &= left - 1)
                {
                    var rank = BitOperations.TrailingZeroCount(left);
                    _probabilities[_leaf[(place * LargestTree) + rank]] += weight * Math.Exp(ScoreAt(place, rank) - best) / sum;
                }
            }
        }
    }

    private static int Compare(Key left, Key right)
    {
        var order = left.Group.CompareTo(right.Group);
        if (order == 0) order = left.Serial.CompareTo(right.Serial);
        return order != 0 ? order : left.Leaf.CompareTo(right.Leaf);
    }

    private readonly record struct Key(int Group, long Serial, int Leaf, bool IsShared);
}
