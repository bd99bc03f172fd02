namespace Bulwark.Tracking.Association;

/// <summary>
/// Sorts hypotheses into clusters that share no track and no plot, which can be solved apart (union-find with path halving).
/// Source: Blackman and Popoli (1999), section 6.8.1; Tarjan and van Leeuwen, J. ACM 31 (1984) 245-281.
/// </summary>
internal sealed class Clusters
{
    private int[] _parent = [];
    private int[] _slot = [];
    private int[] _ends = [];
    private Hypothesis[] _sorted = [];

    public int Count { get; private set; }

    /// <summary>Builds the clusters, in the order of their first hypotheses; inside a cluster the order is kept.</summary>
    public void Build(ReadOnlySpan<Hypothesis> hypotheses, int tracks, int plots)
    {
        if (_parent.Length < tracks + plots) Array.Resize(ref _parent, Math.Max(2 * _parent.Length, tracks + plots));
        if (_slot.Length < _parent.Length) _slot = new int[_parent.Length];
        if (_ends.Length < hypotheses.Length + 1) _ends = new int[Math.Max(2 * _ends.Length, hypotheses.Length + 1)];
        if (_sorted.Length < hypotheses.Length) _sorted = new Hypothesis[Math.Max(2 * _sorted.Length, hypotheses.Length)];
        for (var node = 0; node < tracks + plots; node++) _parent[node] = node;
        _slot.AsSpan(0, tracks + plots).Fill(-1);

        foreach (ref readonly var hypothesis in hypotheses)
        {
            var (first, second) = (Root(hypothesis.Track), Root(tracks + hypothesis.Plot));
            if (first != second) _parent[Math.Max(first, second)] = Math.Min(first, second);
        }

        Count = 0;
        _ends.AsSpan(0, hypotheses.Length + 1).Clear();
        foreach (ref readonly var hypothesis in hypotheses)
        {
            ref var slot = ref _slot[Root(hypothesis.Track)];
            if (slot < 0) slot = Count++;
            _ends[slot]++;
        }

        for (int k = 0, sum = 0; k < Count; k++) (_ends[k], sum) = (sum, sum + _ends[k]);
        foreach (ref readonly var hypothesis in hypotheses) _sorted[_ends[_slot[Root(hypothesis.Track)]]++] = hypothesis;
    }

    /// <summary>The hypotheses of one cluster.</summary>
    public Span<Hypothesis> this[int cluster]
    {
        get
        {
            var start = cluster == 0 ? 0 : _ends[cluster - 1];
            return _sorted.AsSpan(start, _ends[cluster] - start);
        }
    }

    private int Root(int node)
    {
        while (_parent[node] != node)
        {
            _parent[node] = _parent[_parent[node]];
            node = _parent[node];
        }

        return node;
    }
}
