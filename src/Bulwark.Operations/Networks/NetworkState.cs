using System.Runtime.InteropServices;
using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;

namespace Bulwark.Operations.Networks;

/// <summary>
/// A network of nodes and links that carries messages: store and forward along the way with the fewest links, a queue before every link,
/// time to send by size and capacity, delay, jitter, loss. Nodes and links fail, are jammed and are repaired at any time. Driven from outside: whoever
/// owns the clock asks when something happens next and advances to it. The same calls give the same outcome; a copy continues alike.
/// </summary>
/// <remarks>
/// A message at a node that fails is gone, and so is one on a link that fails; one that waits for a link that fails looks for another way.
/// Random numbers are named by the link's direction and the number of the crossing. Not safe for use by two threads at once.
/// </remarks>
public sealed class NetworkState
{
    private readonly LinkDescription[] _links;
    private readonly ulong _seed;
    private readonly uint _replication;
    private readonly RouteTable _routes;
    private readonly PriorityQueue<NetworkEvent, (long Time, long Sequence)> _events = new();
    private readonly List<MessageReport> _reports = [];
    private readonly List<int> _free = [];
    private readonly List<Transit> _transits = [];
    private readonly bool[] _nodeWorks;
    private readonly bool[] _linkWorks;
    private readonly LinkCondition[] _conditions;
    private readonly EcefVector?[] _places;
    private readonly SendQueue[] _queues;
    private readonly long[] _ended = new long[5];
    private long _sequence;
    private int _sent;
    private SimTime _now;

    /// <summary>Makes a network in which everything works.</summary>
    /// <param name="nodes">Number of nodes, 1 or more.</param>
    /// <param name="links">The links.</param>
    /// <param name="seed">Seed of its random numbers.</param>
    /// <param name="replication">Number of the replication.</param>
    /// <exception cref="ArgumentException">A link joins a node with itself or one that does not exist, or a figure is outside its range.</exception>
    public NetworkState(int nodes, IReadOnlyList<LinkDescription> links, ulong seed, uint replication)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nodes, 1);
        ArgumentNullException.ThrowIfNull(links);
        foreach (var link in links)
        {
            if (link.First == link.Second || Math.Min(link.First, link.Second) < 0 || Math.Max(link.First, link.Second) >= nodes)
                throw new ArgumentException($"A link joins two of the {nodes} nodes, not {link.First} and {link.Second}.", nameof(links));
            if (link.Parameters.Problem is { } problem) throw new ArgumentException(problem, nameof(links));
        }

        (_links, _seed, _replication) = ([.. links], seed, replication);
        _routes = new RouteTable(nodes, _links);
        _nodeWorks = new bool[nodes];
        Array.Fill(_nodeWorks, true);
        _linkWorks = new bool[_links.Length];
        Array.Fill(_linkWorks, true);
        _conditions = new LinkCondition[_links.Length];
        Array.Fill(_conditions, LinkCondition.Sound);
        _places = new EcefVector?[nodes];
        _queues = new SendQueue[2 * _links.Length];
        for (var direction = 0; direction < _queues.Length; direction++) _queues[direction] = new SendQueue();
    }

    private NetworkState(NetworkState other)
    {
        (_links, _seed, _replication) = (other._links, other._seed, other._replication);
        (_sequence, _sent, _now) = (other._sequence, other._sent, other._now);
        _routes = new RouteTable(other._nodeWorks.Length, _links);
        _events.EnqueueRange(other._events.UnorderedItems);
        _reports = [.. other._reports];
        _free = [.. other._free];
        _transits = [.. other._transits];
        _nodeWorks = (bool[])other._nodeWorks.Clone();
        _linkWorks = (bool[])other._linkWorks.Clone();
        _conditions = (LinkCondition[])other._conditions.Clone();
        _places = (EcefVector?[])other._places.Clone();
        _queues = Array.ConvertAll(other._queues, static queue => queue.Copy());
        _ended = (long[])other._ended.Clone();
    }

    /// <summary>When something happens next; <see cref="SimTime.Never"/> when nothing is under way. At once when reports wait to be taken.</summary>
    public SimTime NextTime => _reports.Count > 0 ? _now : _events.TryPeek(out _, out var due) ? new SimTime(due.Time) : SimTime.Never;

    /// <summary>What it has carried.</summary>
    public NetworkTotals Totals => new(_sent, _ended[0], _ended[1], _ended[2], _ended[3], _ended[4]);

    /// <summary>Messages whose way has not ended.</summary>
    public int UnderWay => _transits.Count - _free.Count;

    /// <summary>Whether a node works.</summary>
    /// <param name="node">The node.</param>
    public bool NodeWorks(int node) => _nodeWorks[node];

    /// <summary>Whether a message sent now would find a way.</summary>
    /// <param name="from">One node.</param>
    /// <param name="to">The other.</param>
    public bool IsConnected(int from, int to) => _nodeWorks[from] && _nodeWorks[to] && (from == to || _routes.Next(from, to, _nodeWorks, _linkWorks) >= 0);

    /// <summary>Greatest grade of the links on the way that a message sent now would take; -1 when there is no way.</summary>
    /// <param name="from">One node.</param>
    /// <param name="to">The other.</param>
    public int RouteGrade(int from, int to)
    {
        if (!IsConnected(from, to)) return -1;
        var grade = 0;
        for (var node = from; node != to;)
        {
            var link = _routes.Next(node, to, _nodeWorks, _linkWorks);
            grade = Math.Max(grade, _links[link].Parameters.Grade);
            node = _routes.Across(link, node);
        }

        return grade;
    }

    /// <summary>Sends a message.</summary>
    /// <param name="now">The present time, not before any earlier call's.</param>
    /// <param name="from">Node that sends.</param>
    /// <param name="to">Node it is for.</param>
    /// <param name="bits">Size, at least 0.</param>
    /// <param name="content">The sender's number for what it says.</param>
    /// <returns>Number of the message.</returns>
    public int Send(SimTime now, int from, int to, int bits, long content)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)from, (uint)_nodeWorks.Length, nameof(from));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)to, (uint)_nodeWorks.Length, nameof(to));
        ArgumentOutOfRangeException.ThrowIfNegative(bits);
        Run(now);
        var row = _free.Count > 0 ? _free[^1] : _transits.Count;
        if (_free.Count > 0) _free.RemoveAt(_free.Count - 1);
        else _transits.Add(default);
        ref var transit = ref Rows[row];
        transit = new Transit { Message = new NetworkMessage(_sent++, from, to, now, bits, content), Node = from, Direction = -1, Stage = TransitStage.Waiting, Generation = transit.Generation };
        At(row, from);
        return transit.Message.Id;
    }

    /// <summary>Handles everything up to and including a moment.</summary>
    /// <param name="until">The moment.</param>
    /// <param name="reports">Receives the messages whose way has ended since the last call, in order.</param>
    public void Advance(SimTime until, List<MessageReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        Run(until);
        reports.AddRange(_reports);
        _reports.Clear();
    }

    /// <summary>Fails or repairs a node.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="node">The node.</param>
    /// <param name="works">Whether it works from now on.</param>
    public void SetNode(SimTime now, int node, bool works)
    {
        Run(now);
        if (_nodeWorks[node] == works) return;
        _nodeWorks[node] = works;
        _routes.Changed();
        if (works) return;
        for (var row = 0; row < _transits.Count; row++)
        {
            if (Rows[row].Stage is TransitStage.Waiting or TransitStage.Sending && Rows[row].Node == node) End(row, MessageFate.CutOff, node);
        }

        ClearQueues();
    }

    /// <summary>Fails, jams or repairs a link.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="link">The link.</param>
    /// <param name="condition">Its condition from now on.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure of the condition is outside its range.</exception>
    public void SetLink(SimTime now, int link, in LinkCondition condition)
    {
        if (!(condition.LossProbability is >= 0 and <= 1) || !(condition.CapacityShare is > 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(condition), condition, "A loss is 0 to 1, what is left of the capacity above 0 to 1.");
        Run(now);
        _conditions[link] = condition;
        Judge(link);
    }

    /// <summary>Says where a node is, for links with a range.</summary>
    /// <param name="now">The present time.</param>
    /// <param name="node">The node.</param>
    /// <param name="position">Earth-fixed position, metres.</param>
    public void Place(SimTime now, int node, EcefVector position)
    {
        Run(now);
        _places[node] = position;
        for (var link = 0; link < _links.Length; link++)
        {
            if (_links[link].First == node || _links[link].Second == node) Judge(link);
        }
    }

    /// <summary>An independent copy that continues alike.</summary>
    public NetworkState Copy() => new(this);

    private Span<Transit> Rows => CollectionsMarshal.AsSpan(_transits);

    private void Run(SimTime until)
    {
        while (_events.TryPeek(out var next, out var due) && due.Time <= until.Nanoseconds)
        {
            _events.Dequeue();
            _now = new SimTime(due.Time);
            if (Rows[next.Row].Generation != next.Generation) continue;
            if (next.Arrives) At(next.Row, _routes.Across(Rows[next.Row].Direction / 2, Rows[next.Row].Node));
            else SentOff(next.Row);
        }

        _now = SimTime.Max(_now, until);
    }

    // A message has come to a node: it is there, or goes on.
    private void At(int row, int node)
    {
        ref var transit = ref Rows[row];
        transit.Node = node;
        transit.Stage = TransitStage.Waiting;
        transit.Direction = -1;
        if (!_nodeWorks[node]) End(row, MessageFate.CutOff, node);
        else if (node == transit.Message.To) End(row, MessageFate.Delivered, node);
        else
        {
            var link = _routes.Next(node, transit.Message.To, _nodeWorks, _linkWorks);
            if (link < 0) End(row, MessageFate.NoRoute, node);
            else Queue(row, (2 * link) + (_links[link].First == node ? 0 : 1));
        }
    }

    private void Queue(int row, int direction)
    {
        var (queue, link) = (_queues[direction], _links[direction / 2].Parameters);
        Rows[row].Direction = direction;
        if (queue.Sending < link.Channels) Begin(row, direction);
        else if (queue.Count >= link.QueueLimit) End(row, MessageFate.Overloaded, Rows[row].Node);
        else queue.Add(row);
    }

    private void Begin(int row, int direction)
    {
        ref var transit = ref Rows[row];
        transit.Stage = TransitStage.Sending;
        _queues[direction].Sending++;
        Schedule(SendQueue.SentAt(_links[direction / 2].Parameters, _conditions[direction / 2].CapacityShare, transit.Node, transit.Message.Bits, _now), arrives: false, row);
    }

    private void SentOff(int row)
    {
        ref var transit = ref Rows[row];
        var direction = transit.Direction;
        var (queue, link, condition) = (_queues[direction], _links[direction / 2].Parameters, _conditions[direction / 2]);
        queue.Sending--;
        transit.Hops++;
        transit.Grade = Math.Max(transit.Grade, link.Grade);
        transit.Stage = TransitStage.Travelling;
        var random = new RandomStream(_seed, _replication, (uint)direction, RandomPurpose.NetworkLink, queue.Crossings++);
        var kept = (1 - link.LossProbability) * (1 - condition.LossProbability);
        var isLost = random.NextUnit() >= kept;
        var jitterS = link.JitterS * random.NextUnit();
        if (isLost) End(row, MessageFate.Lost, transit.Node);
        else Schedule(_now + SimDuration.FromSeconds(link.DelayS + jitterS), arrives: true, row);
        BeginNext(direction);
    }

    private void BeginNext(int direction)
    {
        var queue = _queues[direction];
        while (queue.Count > 0 && queue.Sending < _links[direction / 2].Parameters.Channels) Begin(queue.Take(), direction);
    }

    // What a link's condition, its range and the places of its ends make of it.
    private void Judge(int link)
    {
        var description = _links[link];
        var works = _conditions[link].Works
            && (_places[description.First] is not { } first || _places[description.Second] is not { } second || first.DistanceTo(second) <= description.Parameters.RangeM);
        if (_linkWorks[link] == works) return;
        _linkWorks[link] = works;
        _routes.Changed();
        if (works) return;
        for (var row = 0; row < _transits.Count; row++)
        {
            if (Rows[row].Direction / 2 == link && Rows[row].Direction >= 0 && Rows[row].Stage is TransitStage.Sending or TransitStage.Travelling) End(row, MessageFate.CutOff, Rows[row].Node);
        }

        // Those that wait look for another way, in the order in which they waited.
        for (var direction = 2 * link; direction <= (2 * link) + 1; direction++)
        {
            _queues[direction].Sending = 0;
            for (var left = _queues[direction].Count; left > 0; left--)
            {
                var row = _queues[direction].Take();
                At(row, Rows[row].Node);
            }
        }
    }

    // After a node has failed its queues hold rows that have ended.
    private void ClearQueues()
    {
        for (var direction = 0; direction < _queues.Length; direction++)
        {
            var queue = _queues[direction];
            for (var left = queue.Count; left > 0; left--)
            {
                var row = queue.Take();
                if (Rows[row].Stage == TransitStage.Waiting && Rows[row].Direction == direction) queue.Add(row);
            }

            var sending = 0;
            foreach (ref readonly var transit in Rows) sending += transit.Stage == TransitStage.Sending && transit.Direction == direction ? 1 : 0;
            queue.Sending = sending;
        }
    }

    private void End(int row, MessageFate fate, int node)
    {
        ref var transit = ref Rows[row];
        _reports.Add(new MessageReport(transit.Message, fate, _now, node, transit.Hops) { Grade = transit.Grade });
        _ended[(int)fate]++;
        transit.Stage = TransitStage.Free;
        transit.Direction = -1;
        transit.Generation++;
        _free.Add(row);
    }

    private void Schedule(SimTime time, bool arrives, int row) =>
        _events.Enqueue(new NetworkEvent(arrives, row, Rows[row].Generation), (time.Nanoseconds, _sequence++));
}
