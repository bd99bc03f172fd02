using System.Text;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Results;

/// <summary>Writes recorded events of one type into a table whose columns are the event's own fields.</summary>
internal sealed class EventTable : IEventFieldWriter, IDisposable
{
    private readonly SqliteTable _table;

    private EventTable(SqliteTable table) => _table = table;

    /// <summary>Creates the table of one event type.</summary>
    public static EventTable Create<T>(SqliteFile database)
        where T : struct, IRunEvent
    {
        var columns = new EventColumns();
        default(T).Write(ref columns);
        return new EventTable(new SqliteTable(database, Name(T.Type), [("seq", "INTEGER PRIMARY KEY"), ("time_s", "REAL NOT NULL"), .. columns.Columns]));
    }

    /// <summary>Name of the table of an event type: the type's name in small letters, words joined by underscores.</summary>
    public static string Name(EventType type) =>
        string.Concat(type.ToString().Select(static (letter, index) => char.IsUpper(letter) ? $"{(index > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));

    public void Add<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent
    {
        _table.Add(sequence);
        _table.Add(time.TotalS);
        var writer = this;
        happened.Write(ref writer);
        _table.EndRow();
    }

    public void Integer(string name, long value) => _table.Add(value);

    public void Real(string name, double value) => _table.Add(value);

    public void Choice<T>(string name, T value)
        where T : struct, Enum => _table.Add(ChoiceNames<T>.Of(value));

    /// <inheritdoc />
    public void Dispose() => _table.Dispose();

    // Names of choices as the database wants them, made once: half of all columns are choices.
    private static class ChoiceNames<T>
        where T : struct, Enum
    {
        private static readonly Dictionary<T, byte[]> Names = Enum.GetValues<T>().Distinct().ToDictionary(static value => value, static value => Encoding.UTF8.GetBytes(value.ToString()));

        public static ReadOnlySpan<byte> Of(T value) => Names.TryGetValue(value, out var name) ? name : Encoding.UTF8.GetBytes(value.ToString());
    }
}
