using System.Buffers;
using System.Runtime.CompilerServices;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>All recorded events of one type, whatever that is: what <see cref="Recorder"/> needs to walk types side by side.</summary>
internal abstract class EventLog
{
    public abstract void Show<TVisitor>(int index, ref TVisitor visitor)
        where TVisitor : IRunEventVisitor;

    public abstract EventLog Copy();

    /// <summary>Forgets the events and gives their memory to other logs.</summary>
    public abstract void Release();
}

/// <summary>
/// All recorded events of one type, in order, in one flat table. Tables come from a pool and go back to it when they are outgrown: thousands of
/// runs would otherwise leave large arrays behind, each of which makes the collector go over everything.
/// </summary>
internal sealed class EventLog<T> : EventLog
    where T : struct, IRunEvent
{
    private const int LeastRows = 16;

    private RecordedEvent<T>[] _rows;
    private int _count;

    public EventLog() => _rows = [];

    private EventLog(EventLog<T> other)
    {
        _rows = other._count == 0 ? [] : ArrayPool<RecordedEvent<T>>.Shared.Rent(other._count);
        _count = other._count;
        other.Rows.CopyTo(_rows);
    }

    public ReadOnlySpan<RecordedEvent<T>> Rows => _rows.AsSpan(0, _count);

    public void Append(long sequence, SimTime time, in T happened)
    {
        if (_count == _rows.Length) Grow();
        _rows[_count++] = new RecordedEvent<T>(sequence, time, happened);
    }

    public override void Show<TVisitor>(int index, ref TVisitor visitor)
    {
        ref readonly var row = ref Rows[index];
        var happened = row.Happened;
        visitor.Visit(row.Sequence, row.Time, in happened);
    }

    public override EventLog Copy() => new EventLog<T>(this);

    public override void Release()
    {
        var rows = _rows;
        (_rows, _count) = ([], 0);
        Return(rows);
    }

    private void Grow()
    {
        var (small, large) = (_rows, ArrayPool<RecordedEvent<T>>.Shared.Rent(Math.Max(LeastRows, 2 * _count)));
        small.AsSpan(0, _count).CopyTo(large);
        _rows = large;
        Return(small);
    }

    private static void Return(RecordedEvent<T>[] rows)
    {
        if (rows.Length > 0) ArrayPool<RecordedEvent<T>>.Shared.Return(rows, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
