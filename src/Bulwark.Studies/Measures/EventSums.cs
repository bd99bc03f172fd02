using System.Runtime.CompilerServices;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Measures.Expressions;

namespace Bulwark.Studies.Measures;

/// <summary>Shows the events of a run to the aggregates that want them. One for each run.</summary>
internal readonly struct EventSums : IRunEventVisitor
{
    private readonly IReadOnlyList<EventAggregate>?[] _wanted;
    private readonly AggregateState[] _states;
    private readonly FieldBuffer _fields;

    /// <summary>Prepares the sums of one run.</summary>
    /// <param name="wanted">The aggregates by type of event.</param>
    /// <param name="states">Where each keeps its state.</param>
    public EventSums(IReadOnlyList<EventAggregate>?[] wanted, AggregateState[] states)
    {
        _wanted = wanted;
        _states = states;
        _fields = new FieldBuffer();
    }

    /// <inheritdoc />
    public void Visit<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        if (_wanted[(int)T.Type] is not { } aggregates) return;
        var fields = _fields;
        fields.Restart(time.TotalS);
        happened.Write(ref fields);
        foreach (var aggregate in aggregates) aggregate.Take(fields.Values, ref _states[aggregate.Index]);
    }

    private sealed class FieldBuffer : IEventFieldWriter
    {
        private int _next;

        public double[] Values { get; } = new double[64];

        public void Restart(double timeS)
        {
            Values[0] = timeS;
            _next = 1;
        }

        public void Integer(string name, long value) => Values[_next++] = value;

        public void Real(string name, double value) => Values[_next++] = value;

        public void Choice<T>(string name, T value)
            where T : struct, Enum => Values[_next++] = Unsafe.BitCast<T, int>(value);
    }
}
