using System.Diagnostics.CodeAnalysis;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Events;

/// <summary>
/// The one queue of a run, ordered by (time, phase, sequence): a four-ary heap of structs, which keeps the children of a node in
/// neighbouring memory and needs half the levels of a binary one (LaMarca and Ladner, "The influence of caches on the performance of
/// heaps", ACM Journal of Experimental Algorithmics 1 (1996), section 4). Not thread-safe.
/// </summary>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a queue in the field's sense.")]
public sealed class EventQueue
{
    private const int Arity = 4;
    private const int PhaseShift = 56;

    private QueuedEvent[] _heap;
    private ulong _nextSequence;

    /// <summary>Makes an empty queue.</summary>
    /// <param name="capacity">Events to have room for at first, at least 1.</param>
    public EventQueue(int capacity = 1024)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _heap = new QueuedEvent[capacity];
    }

    private EventQueue(EventQueue other)
    {
        _heap = (QueuedEvent[])other._heap.Clone();
        _nextSequence = other._nextSequence;
        Count = other.Count;
    }

    /// <summary>Events waiting.</summary>
    public int Count { get; private set; }

    /// <summary>Adds an event.</summary>
    /// <param name="time">When it is due.</param>
    /// <param name="kind">What it asks for.</param>
    /// <param name="subject">Index of the thing it concerns.</param>
    /// <param name="detail">A second number, by kind.</param>
    public void Push(SimTime time, EventKind kind, int subject, int detail = 0)
    {
        if (Count == _heap.Length) Array.Resize(ref _heap, 2 * _heap.Length);
        var added = new QueuedEvent(time, ((ulong)kind << PhaseShift) | _nextSequence++, kind, subject, detail);
        var heap = _heap;
        var hole = Count++;
        while (hole > 0)
        {
            var parent = (hole - 1) / Arity;
            if (!Before(in added, in heap[parent])) break;
            heap[hole] = heap[parent];
            hole = parent;
        }

        heap[hole] = added;
    }

    /// <summary>Takes the first event if it is due.</summary>
    /// <param name="until">Latest time wanted, inclusive.</param>
    /// <param name="next">The event.</param>
    /// <returns>False when nothing is due by then.</returns>
    public bool TryPop(SimTime until, out QueuedEvent next)
    {
        if (Count == 0 || _heap[0].Time > until)
        {
            next = default;
            return false;
        }

        next = _heap[0];
        var last = _heap[--Count];
        if (Count > 0) SiftDown(in last);
        return true;
    }

    /// <summary>Empties the queue and begins its order anew, keeping its room.</summary>
    public void Clear()
    {
        Count = 0;
        _nextSequence = 0;
    }

    /// <summary>An independent copy that will give the same events in the same order.</summary>
    public EventQueue Copy() => new(this);

    private void SiftDown(in QueuedEvent moved)
    {
        var heap = _heap;
        var count = Count;
        var hole = 0;
        while (true)
        {
            var child = (hole * Arity) + 1;
            if (child >= count) break;
            var smallest = child;
            var end = Math.Min(child + Arity, count);
            for (child++; child < end; child++)
            {
                if (Before(in heap[child], in heap[smallest])) smallest = child;
            }

            if (!Before(in heap[smallest], in moved)) break;
            heap[hole] = heap[smallest];
            hole = smallest;
        }

        heap[hole] = moved;
    }

    private static bool Before(in QueuedEvent left, in QueuedEvent right) =>
        left.Time.Nanoseconds < right.Time.Nanoseconds
        || (left.Time.Nanoseconds == right.Time.Nanoseconds && left.Sequence < right.Sequence);
}
