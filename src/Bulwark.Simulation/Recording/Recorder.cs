using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>
/// The truth of a run: every event, appended in order, in one table per type. Not thread-safe while a run appends to it.
/// </summary>
public sealed class Recorder
{
    private readonly EventLog?[] _logs;
    private readonly List<byte> _order;

    /// <summary>Makes an empty recorder.</summary>
    /// <param name="enabled">False to keep nothing, for benchmarks of the engine alone.</param>
    public Recorder(bool enabled = true)
    {
        Enabled = enabled;
        _logs = new EventLog?[1 + (int)Enum.GetValues<EventType>().Max()];
        _order = [];
    }

    private Recorder(Recorder other)
    {
        Enabled = other.Enabled;
        _logs = Array.ConvertAll(other._logs, static log => log?.Copy());
        _order = [.. other._order];
    }

    /// <summary>Whether events are kept.</summary>
    public bool Enabled { get; }

    /// <summary>Events kept so far.</summary>
    public long Count => _order.Count;

    /// <summary>Keeps an event.</summary>
    /// <param name="time">When it happened; not before the previous event.</param>
    /// <param name="happened">What happened.</param>
    /// <typeparam name="T">Type of the event.</typeparam>
    public void Append<T>(SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        if (!Enabled) return;
        var log = (EventLog<T>)(_logs[(int)T.Type] ??= new EventLog<T>());
        log.Append(_order.Count, time, in happened);
        _order.Add((byte)T.Type);
    }

    /// <summary>All events of one type, in order. Valid until the next append.</summary>
    /// <typeparam name="T">Type of the events.</typeparam>
    public ReadOnlySpan<RecordedEvent<T>> Events<T>()
        where T : struct, IRunEvent => _logs[(int)T.Type] is EventLog<T> log ? log.Rows : [];

    /// <summary>Shows every event to a visitor, in the order in which they happened.</summary>
    /// <param name="visitor">Receives the events.</param>
    /// <typeparam name="TVisitor">Type of the visitor.</typeparam>
    public void Replay<TVisitor>(ref TVisitor visitor)
        where TVisitor : IRunEventVisitor
    {
        Span<int> cursors = stackalloc int[_logs.Length];
        cursors.Clear();
        foreach (var type in _order) _logs[type]!.Show(cursors[type]++, ref visitor);
    }

    /// <summary>
    /// Forgets every event and gives their memory to other runs, for those who make thousands. No span of <see cref="Events{T}"/> may be used afterwards.
    /// </summary>
    public void Release()
    {
        foreach (var log in _logs) log?.Release();
        _order.Clear();
    }

    /// <summary>An independent copy, for snapshots.</summary>
    public Recorder Copy() => new(this);
}
