using System.Reflection;
using System.Runtime.CompilerServices;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Measures;

/// <summary>The types of recorded events with their fields, under the names that the database uses. Immutable.</summary>
internal sealed class EventShape
{
    private static readonly Lazy<IReadOnlyDictionary<string, EventShape>> Shapes = new(Find);

    private EventShape(EventType type, IReadOnlyList<EventField> fields)
    {
        Type = type;
        Fields = fields;
    }

    /// <summary>Every type by the name of its table.</summary>
    public static IReadOnlyDictionary<string, EventShape> All => Shapes.Value;

    /// <summary>The type.</summary>
    public EventType Type { get; }

    /// <summary>Its fields in order; the first is the time of the event.</summary>
    public IReadOnlyList<EventField> Fields { get; }

    // The event types are found rather than listed, so that a new one needs no line here.
    private static SortedDictionary<string, EventShape> Find()
    {
        var shapes = new SortedDictionary<string, EventShape>(StringComparer.Ordinal);
        var make = typeof(EventShape).GetMethod(nameof(Of), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var type in typeof(IRunEvent).Assembly.GetTypes().Where(static type => type.IsValueType && type.IsAssignableTo(typeof(IRunEvent))))
        {
            var shape = (EventShape)make.MakeGenericMethod(type).Invoke(null, null)!;
            shapes.Add(EventTable.Name(shape.Type), shape);
        }

        return shapes;
    }

    private static EventShape Of<T>()
        where T : struct, IRunEvent
    {
        var probe = new Probe();
        default(T).Write(ref probe);
        return new EventShape(T.Type, probe.Fields);
    }

    private sealed class Probe : IEventFieldWriter
    {
        public List<EventField> Fields { get; } = [new EventField("time_s", null)];

        public void Integer(string name, long value) => Fields.Add(new EventField(name, null));

        public void Real(string name, double value) => Fields.Add(new EventField(name, null));

        public void Choice<T>(string name, T value)
            where T : struct, Enum =>
            Fields.Add(new EventField(name, Enum.GetValues<T>().Distinct().ToDictionary(static word => word.ToString(), static word => Unsafe.BitCast<T, int>(word), StringComparer.Ordinal)));
    }
}
