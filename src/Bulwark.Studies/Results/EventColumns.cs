using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Results;

/// <summary>Collects the columns of an event type from the fields it writes.</summary>
internal sealed class EventColumns : IEventFieldWriter
{
    public List<(string Name, string Type)> Columns { get; } = [];

    public void Integer(string name, long value) => Columns.Add((name, "INTEGER NOT NULL"));

    public void Real(string name, double value) => Columns.Add((name, "REAL"));

    public void Choice<T>(string name, T value)
        where T : struct, Enum => Columns.Add((name, "TEXT NOT NULL"));
}
