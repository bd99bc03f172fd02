using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Association;

/// <summary>
/// Which children of a tree live on: those with weight, that agree with the likeliest about what is now final (N-scan pruning), one of each
/// that tell the same story, and no more than are allowed.
/// Source: Kurien in Bar-Shalom, ed., Multitarget-Multisensor Tracking: Advanced Applications (1990), chapter 3; Blackman and Popoli (1999), section 16.3.
/// </summary>
internal sealed class AccountPruning
{
    /// <summary>Leaves less probable than this are given up.</summary>
    public const double LeastProbability = 2e-3;

    private readonly int _depth;
    private readonly int _branches;
    private readonly TrackTable _table;
    private bool[] _isKept = [];

    public AccountPruning(TrackerParameters parameters, TrackTable table) => (_depth, _branches, _table) = (parameters.HypothesisDepth, parameters.HypothesisBranches, table);

    /// <summary>Whether a child lives on, by the last <see cref="Prune"/> of its tree.</summary>
    public bool IsKept(int child) => _isKept[child];

    /// <summary>Marks the children of a tree that live on.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="chosen">Its child in the likeliest global hypothesis, which does.</param>
    /// <param name="children">All children.</param>
    /// <param name="hypotheses">Their probabilities.</param>
    public void Prune(ref readonly AccountTree tree, int chosen, Span<AccountChild> children, GlobalHypotheses hypotheses)
    {
        if (_isKept.Length < children.Length) _isKept = new bool[2 * children.Length];
        var final = DecisionOf(in children[chosen], _depth, tree.IsTouched);
        var count = 0;
        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            ref var child = ref children[k];
            child.Probability = k == chosen ? 2 : hypotheses.ProbabilityOf(child.Leaf);
            _isKept[k] = child.Probability >= LeastProbability && DecisionOf(in child, _depth, tree.IsTouched) == final;
        }

        for (var k = tree.FirstChild; k < tree.EndChild; k++)
        {
            if (_isKept[k] && TwinOf(k, in tree, children) is >= 0 and var twin) (_isKept[k], children[twin].Score) = (false, LogSum(children[twin].Score, children[k].Score));
            if (_isKept[k]) count++;
        }

        for (; count > _branches; count--)
        {
            var least = chosen;
            for (var k = tree.FirstChild; k < tree.EndChild; k++)
            {
                if (_isKept[k] && children[k].Probability < children[least].Probability) least = k;
            }

            _isKept[least] = false;
        }
    }

    // What a child decided so many decisions ago; the one being taken now is the latest.
    private long DecisionOf(ref readonly AccountChild child, int ago, bool isTouched)
    {
        if (isTouched && ago == 0) return child.Serial;
        ref readonly var decisions = ref _table.Rows[child.Row].Decisions;
        var place = isTouched ? ago - 1 : ago;
        return place < decisions.Count ? decisions.At(place) : RecentDecisions.None;
    }

    // Children whose two newest plots are the same tell the same story from then on: the likelier stands for both.
    private int TwinOf(int k, ref readonly AccountTree tree, ReadOnlySpan<AccountChild> children)
    {
        var (newest, second) = (DecisionOf(in children[k], 0, tree.IsTouched), DecisionOf(in children[k], 1, tree.IsTouched));
        if (newest < 0 || second < 0) return -1;
        for (var other = tree.FirstChild; other < tree.EndChild; other++)
        {
            if (other == k || !_isKept[other] || DecisionOf(in children[other], 0, tree.IsTouched) != newest || DecisionOf(in children[other], 1, tree.IsTouched) != second) continue;
            if (children[other].Probability > children[k].Probability || (children[other].Probability == children[k].Probability && other < k)) return other;
        }

        return -1;
    }

    private static double LogSum(double left, double right) => Math.Max(left, right) + Math.Log(1 + Math.Exp(-Math.Abs(left - right)));
}
