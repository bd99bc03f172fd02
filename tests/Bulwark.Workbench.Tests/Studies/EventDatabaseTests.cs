using Bulwark.Core.Timing;
using Bulwark.Simulation.Outcomes;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Results;
using Microsoft.Data.Sqlite;

namespace Bulwark.Workbench.Tests.Studies;

public sealed class EventDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public void EveryRecordedEventIsThereWithEveryValue()
    {
        using var database = Written();
        var expected = new Expected();
        StudyRuns.Crete.Recorder.Replay(ref expected);
        Assert.Equal(StudyRuns.Crete.Recorder.Count, expected.Rows.Values.Sum(static rows => rows.Count));
        foreach (var type in Enum.GetValues<EventType>())
        {
            var rows = expected.Rows.GetValueOrDefault(type, []);
            using var command = database.CreateCommand();
            command.CommandText = $"SELECT * FROM {EventTable.Name(type)} ORDER BY seq";
            using var reader = command.ExecuteReader();
            var row = 0;
            for (; reader.Read(); row++)
            {
                Assert.Equal(rows[row].Names, Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                Assert.Equal(rows[row].Values, values);
            }

            Assert.Equal(rows.Count, row);
        }
    }

    [Fact]
    public void TheOtherTablesSayWhatTheNumbersStandFor()
    {
        using var database = Written();
        var plan = StudyRuns.Crete.Plan;
        Assert.Equal((long)plan.Targets.Length, One(database, "SELECT count(*) FROM target"));
        Assert.Equal((long)plan.Nodes.Length, One(database, "SELECT count(*) FROM node"));
        Assert.Equal((long)plan.Batteries.Length, One(database, "SELECT count(*) FROM battery"));
        Assert.Equal(StudyRuns.Crete.Summary.Hash, One(database, "SELECT value FROM meta WHERE key = 'hash'"));
        Assert.Equal(StudyRuns.Crete.Summary.Seed.ToString(), One(database, "SELECT value FROM meta WHERE key = 'seed'"));

        // The question everybody asks first, in one statement.
        var killed = One(database, "SELECT count(*) FROM target_departed JOIN target USING (target) WHERE reason = 'Killed' AND allegiance = 'Hostile'");
        Assert.Equal((long)StudyRuns.Crete.Summary.Targets.Killed, killed);
    }

    [Fact]
    public void TheLedgersAreThoseOfTheRun()
    {
        using var database = Written();
        var target = StudyRuns.Crete.Plan.Targets[StudyRuns.Crete.Losses.Keys.First()];
        using var command = database.CreateCommand();
        command.CommandText = "SELECT time_s, link, text FROM ledger WHERE target_id = $id ORDER BY rowid";
        command.Parameters.AddWithValue("$id", target.Id);
        using var reader = command.ExecuteReader();
        var entries = new List<(double TimeS, string Link, string Text)>();
        while (reader.Read()) entries.Add((reader.GetDouble(0), reader.GetString(1), reader.GetString(2)));
        Assert.Equal(Ledger.Of(StudyRuns.Crete, target.Id).Select(static entry => (entry.Time.TotalS, entry.Link, entry.Text)), entries);
        Assert.Contains("leaked because", entries[^1].Text, StringComparison.Ordinal);
    }

    private static object? One(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private SqliteConnection Written()
    {
        var path = _home.Under("events.sqlite");
        EventDatabase.Write(StudyRuns.Crete, Bulwark.Studies.Reports.Ledgers.Of(StudyRuns.Crete), path);
        var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        database.Open();
        return database;
    }

    /// <summary>What a table must hold, by the event's own fields, gathered without the writer under test.</summary>
    private readonly struct Expected() : IRunEventVisitor
    {
        public Dictionary<EventType, List<(List<string> Names, List<object> Values)>> Rows { get; } = [];

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            var fields = new Fields();
            fields.Add("seq", sequence);
            fields.Add("time_s", time.TotalS);
            happened.Write(ref fields);
            if (!Rows.TryGetValue(T.Type, out var rows)) Rows[T.Type] = rows = [];
            rows.Add((fields.Names, fields.Values));
        }
    }

    private sealed class Fields : IEventFieldWriter
    {
        public List<string> Names { get; } = [];

        public List<object> Values { get; } = [];

        public void Add(string name, object value)
        {
            Names.Add(name);
            Values.Add(value);
        }

        public void Integer(string name, long value) => Add(name, value);

        public void Real(string name, double value) => Add(name, double.IsNaN(value) ? DBNull.Value : value);

        public void Choice<T>(string name, T value)
            where T : struct, Enum => Add(name, value.ToString());
    }
}
