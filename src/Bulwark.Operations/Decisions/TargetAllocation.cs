namespace Bulwark.Operations.Decisions;

/// <summary>
/// Shares out fire units, their rounds and the caps above them among targets that come one by one, the most urgent first. Every target is taken
/// that can be, if need be by giving earlier ones another unit or another round; and those taken are served at the least total cost.
/// </summary>
/// <remarks>
/// Targets → lines → units → caps is a network with capacities; each target is added along the cheapest augmenting path (successive shortest
/// paths: Ahuja, Magnanti and Orlin, <em>Network Flows</em> (1993), section 9.7). Sets of targets that can be served together form a matroid, so that
/// taking them in the order of urgency gives the most urgent set there is (Edmonds, "Matroids and the greedy algorithm", Mathematical
/// Programming 1 (1971)). Not for use by two threads at once; allocates nothing once its tables have grown.
/// </remarks>
internal sealed class TargetAllocation
{
    private const int Sink = 0;
    private const double Improvement = 1e-12;

    private readonly List<Arc> _arcs = [];
    private readonly List<int> _first = [];
    private readonly List<int> _targets = [];
    private readonly List<int> _lineOfUnit = [];
    private readonly Queue<int> _queue = [];
    private double[] _distance = [];
    private int[] _from = [];
    private bool[] _queued = [];

    /// <summary>Lays out what there is to give.</summary>
    /// <param name="units">The fire units.</param>
    /// <param name="caps">Caps above them, those above first.</param>
    public void Begin(ReadOnlySpan<FireUnitOffer> units, ReadOnlySpan<CommandCap> caps)
    {
        _arcs.Clear();
        _first.Clear();
        _targets.Clear();
        _lineOfUnit.Clear();
        AddNode();
        for (var cap = 0; cap < caps.Length; cap++) Connect(AddNode(), Above(caps[cap].Parent), Math.Max(0, caps[cap].FreeTargets), 0);
        foreach (var unit in units)
        {
            var node = AddNode();
            Connect(node, Above(unit.Cap), unit.IsReady ? Math.Max(0, unit.FreeTargetChannels) : 0, 0);
            _lineOfUnit.Add(_first.Count);
            for (var line = 0; line < unit.ReadyRounds.Length; line++) Connect(AddNode(), node, unit.Salvos(line), 0);
        }
    }

    /// <summary>Takes a target if there is a way to.</summary>
    /// <param name="options">Its options; their places tell them apart later.</param>
    /// <param name="roundsLeft">When it cannot be taken: whether any of its lines still has a salvo.</param>
    /// <returns>The target's number here, or -1 when it cannot be taken.</returns>
    public int TryTake(ReadOnlySpan<EngagementOption> options, out bool roundsLeft)
    {
        roundsLeft = false;
        var node = AddNode();
        foreach (var option in options)
        {
            var line = _lineOfUnit[option.Unit] + option.Line;
            roundsLeft |= _arcs[_first[line]].Capacity > 0;
            Connect(node, line, 1, option.Cost);
        }

        if (!Augment(node)) return -1;
        _targets.Add(node);
        return _targets.Count - 1;
    }

    /// <summary>Which of its options a target that was taken has in the end.</summary>
    /// <param name="target">The target's number.</param>
    public int OptionOf(int target)
    {
        // A target's arcs are made one after another, each with its way back behind it.
        var first = _first[_targets[target]];
        for (var arc = first; arc >= 0; arc = _arcs[arc].Next)
        {
            if (_arcs[arc].Capacity == 0) return (arc - first) / 2;
        }

        throw new InvalidOperationException("A target that was taken has no option.");
    }

    private static int Above(int cap) => cap < 0 ? Sink : 1 + cap;

    private int AddNode()
    {
        _first.Add(-1);
        return _first.Count - 1;
    }

    // The first arc of a line, unit or cap is made before any other of the node and must stay at the head, so others are put behind it.
    private void Connect(int from, int to, int capacity, double cost)
    {
        Chain(from, new Arc(to, capacity, cost, -1));
        Chain(to, new Arc(from, 0, -cost, -1));
    }

    private void Chain(int node, Arc arc)
    {
        var number = _arcs.Count;
        var head = _first[node];
        if (head < 0)
        {
            _first[node] = number;
            _arcs.Add(arc);
            return;
        }

        _arcs.Add(arc with { Next = _arcs[head].Next });
        _arcs[head] = _arcs[head] with { Next = number };
    }

    private bool Augment(int source)
    {
        var nodes = _first.Count;
        if (_distance.Length < nodes)
        {
            _distance = new double[2 * nodes];
            _from = new int[2 * nodes];
            _queued = new bool[2 * nodes];
        }

        Array.Fill(_distance, double.PositiveInfinity, 0, nodes);
        _distance[source] = 0;
        _queue.Enqueue(source);
        while (_queue.TryDequeue(out var node))
        {
            _queued[node] = false;
            for (var number = _first[node]; number >= 0; number = _arcs[number].Next)
            {
                var arc = _arcs[number];
                var distance = _distance[node] + arc.Cost;
                if (arc.Capacity == 0 || distance >= _distance[arc.To] - Improvement) continue;
                _distance[arc.To] = distance;
                _from[arc.To] = number;
                if (_queued[arc.To] || arc.To == Sink) continue;
                _queued[arc.To] = true;
                _queue.Enqueue(arc.To);
            }
        }

        if (double.IsPositiveInfinity(_distance[Sink])) return false;
        for (var node = Sink; node != source; node = _arcs[_from[node] ^ 1].To)
        {
            var arc = _from[node];
            _arcs[arc] = _arcs[arc] with { Capacity = _arcs[arc].Capacity - 1 };
            _arcs[arc ^ 1] = _arcs[arc ^ 1] with { Capacity = _arcs[arc ^ 1].Capacity + 1 };
        }

        return true;
    }

    private readonly record struct Arc(int To, int Capacity, double Cost, int Next);
}
