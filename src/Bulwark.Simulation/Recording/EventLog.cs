using System.Runtime.InteropServices;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>All recorded events of one type, whatever that is: what <see cref="Recorder"/> needs to walk types side by side.</summary>
internal abstract class EventLog
{
    public abstract void Show<TVisitor>(int index, ref TVisitor visitor)
        where TVisitor : IRunEventVisitor;

    public abstract EventLog Copy();
}

/// <summary>All recorded events of one type, in order, in one flat table.</summary>
internal sealed class EventLog<T> : EventLog
    where T : struct, IRunEvent
{
    private readonly List<RecordedEvent<T>> _rows;

    public EventLog() => _rows = [];

    private EventLog(EventLog<T> other) => _rows = [.. other._rows];

    public ReadOnlySpan<RecordedEvent<T>> Rows => CollectionsMarshal.AsSpan(_rows);

    public void Append(long sequence, SimTime time, in T happened) => _rows.Add(new RecordedEvent<T>(sequence, time, happened));

    public override void Show<TVisitor>(int index, ref TVisitor visitor)
    {
        ref readonly var row = ref Rows[index];
        var happened = row.Happened;
        visitor.Visit(row.Sequence, row.Time, in happened);
    }

    public override EventLog Copy() => new EventLog<T>(this);
}
