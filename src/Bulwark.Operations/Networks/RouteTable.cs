namespace Bulwark.Operations.Networks;

/// <summary>
/// For each destination the next link from every node: fewest links first, then the lower number. Worked out anew for a destination when something has
/// changed since (breadth first; Cormen et al., "Introduction to Algorithms", 3rd ed. (2009), section 22.2).
/// </summary>
internal sealed class RouteTable
{
    private readonly int[][] _linksOf;
    private readonly int[] _other;
    private readonly int[] _next;
    private readonly int[] _version;
    private readonly int[] _queue;
    private readonly int _nodes;
    private int _current = 1;

    /// <summary>Draws the graph.</summary>
    public RouteTable(int nodes, IReadOnlyList<LinkDescription> links)
    {
        _nodes = nodes;
        _linksOf = new int[nodes][];
        var of = new List<int>[nodes];
        for (var node = 0; node < nodes; node++) of[node] = [];
        for (var link = 0; link < links.Count; link++)
        {
            of[links[link].First].Add(link);
            of[links[link].Second].Add(link);
        }

        for (var node = 0; node < nodes; node++) _linksOf[node] = [.. of[node]];
        _other = [.. links.Select(static link => link.First + link.Second)];
        _next = new int[nodes * nodes];
        _version = new int[nodes];
        _queue = new int[nodes];
    }

    /// <summary>Something about nodes or links has changed.</summary>
    public void Changed() => _current++;

    /// <summary>The node at the other end of a link.</summary>
    public int Across(int link, int node) => _other[link] - node;

    /// <summary>The link that leads from a node towards a destination, or -1.</summary>
    /// <param name="from">The node.</param>
    /// <param name="to">The destination.</param>
    /// <param name="nodeWorks">By node, whether it works.</param>
    /// <param name="linkWorks">By link, whether it works.</param>
    public int Next(int from, int to, ReadOnlySpan<bool> nodeWorks, ReadOnlySpan<bool> linkWorks)
    {
        if (_version[to] != _current) Search(to, nodeWorks, linkWorks);
        return _next[(to * _nodes) + from];
    }

    private void Search(int to, ReadOnlySpan<bool> nodeWorks, ReadOnlySpan<bool> linkWorks)
    {
        var next = _next.AsSpan(to * _nodes, _nodes);
        next.Fill(-1);
        _version[to] = _current;
        if (!nodeWorks[to]) return;
        var (head, tail) = (0, 0);
        _queue[tail++] = to;
        while (head < tail)
        {
            var node = _queue[head++];
            foreach (var link in _linksOf[node])
            {
                var other = Across(link, node);
                if (!linkWorks[link] || !nodeWorks[other] || other == to || next[other] >= 0) continue;
                next[other] = link;
                _queue[tail++] = other;
            }
        }
    }
}
